"""Tooltips of controls whose words stand elsewhere: by the control's id, or by the beginning of it up to its dot."""

from __future__ import annotations

from game.language import _, mark

__all__ = ["TIPS", "tip_for"]

TIPS: dict[str, str] = {
    # the title
    "play": mark("Start the first game at once, with an adviser."),
    "continue": mark("Go on with the game that was played last."),
    "hotseat": mark("Several people at this screen, one after the other, behind a curtain."),
    "new": mark("Choose scenario, seats, length, level and seed."),
    "load": mark("Open a game that was kept."),
    "lessons": mark("Five lessons of three minutes, each about one concept."),
    "glossary": mark("Terms and concepts, with definitions and sources."),
    "settings": mark("Size, colours, sound, keys."),
    "quit": mark("Close the program; an open game is kept."),
    "class": mark("For a teacher with one projector and several teams."),
    "scenarios": mark("The worlds that can be played."),
    "opponents": mark("The doctrines by which opponents decide."),
    # setting up
    "scenario.": mark("Play on this map, with these states."),
    "seat.": mark("Who plays this state: a person, or an opponent by its doctrine."),
    "level.": mark("Which orders there are: more at each level."),
    "seed": mark("The same seed and the same orders give the same game."),
    "start": mark("Begin the game as set up here."),
    "option.": mark("Choose this."),
    # curtain and saved games
    "emblem": mark("Hold to open, once everyone else looks away."),
    "leave": mark("Keep the game and go back to the title."),
    "caretaker": mark("Let a caretaker or an opponent play while this seat is away."),
    "recover": mark("Open this seat with the game's recovery key, which the teacher has."),
    "others": mark("Let another seat give its orders first."),
    "save.": mark("Choose this game."),
    "delete": mark("Delete the chosen game, after a question."),
    # the game's menu, names, dialogs
    "menu.resume": mark("Go on where you were."),
    "menu.save": mark("Keep the game under a name."),
    "menu.load": mark("Leave this game for another; this one is kept."),
    "menu.settings": mark("Size, colours, sound, keys."),
    "menu.seats": mark("Who plays which state, and who is next."),
    "menu.pin": mark("Give this seat a PIN, or take it away."),
    "menu.title": mark("Leave the game; it is kept."),
    "menu.quit": mark("Close the program; the game is kept."),
    "name": mark("The name that the game is kept under."),
    "name.": mark("The person's name, if you like."),
    "cancel": mark("Leave everything as it is."),
    "save": mark("Keep the game under this name."),
    "close": mark("Back to where you were."),
    # planning
    "other.": mark("Show what is between this state and yours."),
    "undo": mark("Take back the last order."),
    "end": mark("Hand in your orders; they are carried out together with all others'."),
    "opening.close": mark("Look at the map; the news stays in the strip below."),
    "dossier.act": mark("Open the ring of what can be ordered towards this state."),
    "tab.": mark("Show this part of the panel."),
    "verb.": mark("Plan this; it can be taken back until the turn ends."),
    "ask.coming": mark("Who would stand on whose side, with the odds, as far as you can know."),
    "ask.need": mark("The least change of terms that they would accept."),
    "dossier.coming": mark("Who would stand on whose side, with the odds, as far as you can know."),
    "asking.": mark("Show what they would say to this."),
    "asking.give": mark("Plan this; it can be taken back until the turn ends."),
    "asking.instead": mark("Plan the least that they would probably accept."),
    "asking.close": mark("Back to where you were; nothing is planned."),
    "terms.": mark("Name this; the odds follow."),
    "coming.": mark("Suppose this war."),
    "coming.close": mark("Back to where you were."),
    # report, timeline, end
    "page.": mark("Turn to this page of the report."),
    "headline.": mark("Choose this headline; its reasons stand beside it."),
    "why": mark("The reasons behind this headline."),
    "show": mark("Show on the map who was in this headline."),
    "next": mark("Go to the next headline."),
    "onward": mark("Go on with the game."),
    "search": mark("Show only lines with these words."),
    "span.": mark("Lines of this turn, or of all."),
    "theme.": mark("Lines about this only."),
    "lens.": mark("Look at this."),
    "lanes": mark("Click or drag to a turn; the arrows go one turn on or back."),
    "log": mark("All that happened, turn by turn."),
    "timeline": mark("Go through all turns, with charts."),
    "again": mark("The same seats, another seed."),
    "title": mark("Back to the title."),
}


def tip_for(id: str) -> str:
    """Return the tooltip kept here for a control, "" if there is none."""
    found = TIPS.get(id) or TIPS.get(id.partition(".")[0] + ".")
    return _(found) if found else ""
