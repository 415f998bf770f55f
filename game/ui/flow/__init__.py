"""From the title to a finished game: who sits, what is shown when, where it is kept."""
