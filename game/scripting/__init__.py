"""Who decides, scripted: a bot is one function in one file."""
