"""A walk through all screens of a game that is really played: each is put on the window, and named."""

from collections.abc import Iterator

from game.match import PERSON, Match, Seat
from game.storage.scenarios import read_with_map
from game.ui.flow.director import Director
from game.ui.flow.openings import seated
from game.ui.flow.seated import SeatedScreen
from game.ui.flow.showcase import suppose
from game.ui.flow.showing import stage_of
from game.ui.flow.table import Table
from game.ui.screens.definition import Definition
from game.ui.screens.end import EndScreen
from game.ui.screens.report import ReportScreen
from game.ui.screens.reveal import RevealScreen
from game.ui.screens.timeline import TimelineScreen

READER = 1


def played(scenario: str, turns: int, level: str = "full") -> Table:
    """A game for one person who gives no orders, some turns old."""
    document, land = read_with_map(scenario)
    table = Table.lay(document, land, seated(document, READER), seed=7, level=level)
    for _turn in range(turns):
        table.end_turn()
    return table


def stops(director: Director, table: Table) -> Iterator[str]:
    """Go from screen to screen and yield the name of each while it is on the window."""
    director.table = table
    yield from _plays(director)
    yield from _dialogs(director)
    yield from _reports(director, table)
    yield from _timeline(director)
    yield from _hotseat(director, table)
    yield from _outside(director)


def _plays(director: Director) -> Iterator[str]:
    director.sit(READER)
    screen = director.app.top
    assert isinstance(screen, SeatedScreen)
    screen.opened_card = True
    screen.refresh()
    yield "opening card"
    screen.close_card()
    yield "map"
    rivals = [nation.index for nation in screen.reading.others]
    screen.select(rivals[0])
    yield "ring"
    for verb in [verb for verb in screen.dealing.found() if len(verb.options) > 1]:
        screen.dealing.open_ring()
        screen.dealing.choose(verb)
        yield f"ways of {verb.id}"
    for rival in (rivals[0], rivals[-1]):
        screen.dealing.select(rival)
        screen.dealing.step_back()
        yield f"dossier of {rival}"
    screen.dealing.weigh(rivals[0])
    yield "weight"
    screen.dealing.drop()
    _fill(screen)
    for tab in ("orders", "state", "others"):
        screen.side.tab = tab
        screen.refresh()
        yield f"{tab} with a full tray"
    screen.dealing.drop()


def _fill(screen: SeatedScreen) -> None:
    """Plan what may be planned towards the others until nothing more is taken."""
    for nation in screen.reading.others:
        screen.dealing.state = nation.index
        for verb in screen.dealing.found():
            for option in verb.legal[:1]:
                screen.plans.give(option.order)
    screen.dealing.drop()


def _dialogs(director: Director) -> Iterator[str]:
    app, screen = director.app, director.app.top
    assert isinstance(screen, SeatedScreen)
    screen.select(next(nation.index for nation in screen.reading.others))
    for name, act in (
        ("who would come", screen.dealing.who_would_come),
        ("what would you need", screen.dealing.what_would_you_need),
        ("menu", director.house.menu),
        ("save as", director.house.save_as),
        ("seats", director.seats.show),
        ("give away", lambda: director.house.give_away(READER)),
        ("PIN", director.house.pin),
        ("keys", app.show_keys),
        ("end turn", screen.end_turn),
    ):
        under = len(app.stack)
        act()
        if len(app.stack) > under:
            yield name
            app.remove(app.stack[-1])
    Definition.open(screen, "security_dilemma", screen.tree().rect.move(40, 60).inflate(-900, -500))
    yield "definition"
    app.pop()


def _reports(director: Director, table: Table) -> Iterator[str]:
    director.report_last(READER)
    screen = director.app.top
    assert isinstance(screen, ReportScreen)
    for place in range(len(screen.report.headlines)):
        screen._choose(str(place))
        yield f"headline {place}"
    screen._turn_over()
    yield "why alone"
    screen.turn_to("log")
    yield "log"
    director.report_last(None)
    yield "public report"
    stage = RevealScreen(stage_of(table, len(table.history) - 1, READER), lambda: None)
    director.app.reset(stage)
    for beat in range(len(stage.stage.beats) + 1):
        stage.passed = stage.beat * (beat + 0.5)
        stage.refresh()
        yield f"reveal {beat}"


def _timeline(director: Director) -> Iterator[str]:
    director._timeline(READER)
    screen = director.app.top
    assert isinstance(screen, TimelineScreen)
    for lens in ("all", "power", "arms", "alliances", "tension", "map"):
        screen._look(lens)
        yield f"timeline {lens}"
    screen.go(0)
    yield "timeline at the start"


def _hotseat(director: Director, table: Table) -> Iterator[str]:
    other = Match.start(table.match.scenario, table.match.map_document,
                        [Seat(PERSON, "", "Maximiliane") for _seat in table.match.seats], seed=7)  # fmt: skip
    director.table = Table(other, table.folder)
    director.curtain(READER)
    yield "curtain"
    director.seats.show()
    yield "seats of many"
    director.app.pop()
    director.hourglass.talk()
    yield "talk"


def _outside(director: Director) -> Iterator[str]:
    director.title()
    yield "title"
    for name, act in (
        ("settings", director.lobby.settings),
        ("glossary", director.lobby.glossary),
        ("lessons", director.school.show),
        ("set-up", director.lobby.new_game),
        ("hotseat set-up", director.lobby.hotseat),
        ("saves", director.lobby.saved_games),
    ):
        act()
        yield name
        director.app.pop()
    for lesson in ("alliance", "sanctions"):
        director.school.teach(lesson)
        screen = director.app.top
        assert isinstance(screen, SeatedScreen)
        screen.close_card()
        yield f"lesson {lesson}"
        director.title()


def ends(director: Director, table: Table) -> Iterator[str]:
    """Play on to the end, and stop at its screens."""
    while not table.over:
        table.end_turn()
    director.table = table
    director.report_last(READER)
    yield "last report"
    director.finish()
    yield "end"
    assert isinstance(director.app.top, EndScreen)
    director.app.top._turn_over()
    yield "annals"
    director._whole_log()
    yield "log of the end"
    director._timeline(READER)
    timeline = director.app.top
    assert isinstance(timeline, TimelineScreen)
    timeline.ask()
    yield "what if"
    timeline.ask()
    suppose(director.app, table.turn // 2)
    yield "what came of it"
