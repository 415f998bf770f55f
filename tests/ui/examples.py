"""Screens filled with plain data, for tests of what needs no game."""

from collections.abc import Callable

from game.ui.crash import CrashScreen
from game.ui.palette import colour
from game.ui.screen import Screen
from game.ui.screens.curtain import CurtainScreen, Seat
from game.ui.screens.glossary import GlossaryScreen
from game.ui.screens.keyboard import KeyboardScreen
from game.ui.screens.lessons import LessonLine, LessonsScreen
from game.ui.screens.saves import Saved, SavesScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.setup import Place, ScenarioLine, SetupScreen
from game.ui.screens.title import Entry, TitleScreen

STATES = (
    ("germany", "Germany", "DE", "#D3DADE", "offensive_realist"),
    ("britain", "Great Britain", "GB", "#D2595F", "buck_passer"),
    ("russia", "Russia", "RU", "#83B09A", "balancer"),
    ("france", "France", "FR", "#5283DD", "threat_balancer"),
    ("austria", "Austria-Hungary", "AH", "#E1C696", "balancer"),
    ("italy", "Italy", "IT", "#A2AE51", "jackal"),
    ("ottoman", "Ottoman Empire", "OT", "#A578BD", "soft_balancer"),
)
PLACES = tuple(Place(id, name, code, id, colour(tint), usual) for id, name, code, tint, usual in STATES)
SCENARIOS = [
    ScenarioLine("five-crowns", "Five crowns", "Five states of an invented continent.", 12, "foundations", PLACES[:5]),
    ScenarioLine("europe-1900", "Europe 1900", "Seven powers and two alliances.", 13, "standard", PLACES),
    ScenarioLine("broken", "My scenario", "", 12, "standard", problem="states: expected a list, got a number."),
]
OPPONENTS = [(key, key.replace("_", " ").capitalize(), "") for key in sorted({state[4] for state in STATES})]
LEVELS = [("foundations", "Foundations"), ("standard", "Standard"), ("full", "Full")]
SEAT = Seat("Sofia", "Russia", "bear-head", colour("#83B09A"), "RU", 4, 7)
SAVES = [
    Saved("first", "Europe 1900, as France", "turn 5 of 13", "22 November, 14:03", "automatic"),
    Saved("second", "Five crowns, as Avar", "turn 2 of 12", "21 November, 18:30"),
    Saved("third", "autosave-7", "", "20 November", damaged="The checksum does not match: open an older save."),
]


def nothing() -> None:
    """Do nothing."""


def title(act: Callable[[str], None] = lambda id: None) -> TitleScreen:
    """Return the title with nine entries; `act` is told which was pressed."""
    names = ("play", "continue", "hotseat", "class", "scenarios", "lessons", "opponents", "settings", "quit")
    notes = {"play": "Five crowns, twelve turns, with an adviser", "hotseat": "2 to 10 people at one screen",
             "continue": "Europe 1900, turn 5, as France", "class": "Slips, projector, debrief"}  # fmt: skip
    return TitleScreen(
        [
            Entry(name, name.capitalize(), "map", lambda name=name: act(name), notes.get(name, ""),
                  why_not="There is no saved game yet." if name == "continue" else None,
                  group=name in {"scenarios", "settings"})
            for name in names
        ]
    )  # fmt: skip


def screens() -> dict[str, Screen]:
    """Return every screen that needs no game, by name."""
    return {
        "title": title(),
        "settings": SettingsScreen(),
        "keyboard": KeyboardScreen(),
        "glossary": GlossaryScreen("hegemony"),
        "lessons": LessonsScreen([LessonLine("alliance", "Alliances", "Two against one.", True)] * 5, lambda id: None),
        "crash": CrashScreen("The game was kept.", "Counterpoise\nline\n" * 30, nothing, nothing),
        "curtain": CurtainScreen(SEAT, nothing, title="Europe 1900", right_pin=str.isdecimal, caretaker=nothing,
                                 leave=nothing, recover=nothing),
        "saves": SavesScreen(lambda: SAVES, lambda name: None, lambda name: None),
        "no saves": SavesScreen(list, lambda name: None, lambda name: None),
        "setup": SetupScreen(SCENARIOS, OPPONENTS, LEVELS, lambda plan: None, people=2, chosen="europe-1900"),
    }  # fmt: skip
