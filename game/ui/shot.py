"""Draw a screen of the real window into a picture, without a display: for the README, and to look at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _

if TYPE_CHECKING:
    from game.ui.flow.director import Director
    from game.ui.flow.gamewindow import GameWindow
    from game.ui.flow.table import Table

__all__ = ["SCREENS", "shot"]

_LONGEST_SEARCH = 60
"""Turns within which `war` looks for a first war."""


@dataclass(frozen=True)
class _Wish:
    """What is to be drawn."""

    scenario: str
    turn: int
    seed: int
    lens: str
    seat: str | None


def shot(
    scenario: str = "five-crowns",
    turn: int = 0,
    seed: int = 7,
    size: tuple[int, int] = (1280, 720),
    scale: float | None = None,
    screen: str = "play",
    lens: str = "owner",
    out: Path | str = "shot.png",
    seat: str | None = None,
) -> Path:
    """Play `turn` turns by the scenario's doctrines and draw a screen as one seat sees it, into a PNG.

    Raises ValueError in one sentence for an unknown scenario, screen, lens or seat, or a file that cannot be
    written.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.storage.files import FileError, did_you_mean

    if screen not in SCREENS:
        text = _("screen: expected {names}, found “{word}”").format(names=", ".join(SCREENS), word=screen)
        raise ValueError(text + did_you_mean(screen, list(SCREENS)))
    _check_lens(lens)
    try:
        return _drawn(_Wish(scenario, turn, seed, lens, seat), screen, size, scale, Path(out))
    except FileError as error:
        raise ValueError(str(error)) from None


def _check_lens(lens: str) -> None:
    from game.storage.files import did_you_mean
    from game.ui.play.lenses import LENSES

    names = [each.id for each in LENSES]
    if lens not in names:
        text = _("lens: expected {names}, found “{word}”").format(names=", ".join(names), word=lens)
        raise ValueError(text + did_you_mean(lens, names))


def _drawn(wish: _Wish, screen: str, size: tuple[int, int], scale: float | None, out: Path) -> Path:
    import pygame

    with _window(size, scale) as app:
        SCREENS[screen](app, wish)
        picture = app.frame()
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(picture, str(out))
        except (OSError, pygame.error) as error:
            text = _("{file}: cannot be written: {why}")
            raise ValueError(text.format(file=out, why=getattr(error, "strerror", None) or error)) from None
    return out


@contextmanager
def _window(size: tuple[int, int], scale: float | None) -> Iterator[GameWindow]:
    from game.ui.flow.gamewindow import GameWindow

    app = GameWindow(size, scale, headless=True)
    # a picture shows the game, not who explains it, and what comes slowly has come
    app.preferences = replace(app.preferences, adviser=False, reduce_motion=True)
    try:
        yield app
    finally:
        app.close()


# --- what each screen needs


def _table(wish: _Wish, turns: int) -> tuple[Table, int]:
    """Lay a table, play some turns, and give the seat whose screen it is."""
    from game.arena.seats import find_state, seating
    from game.storage.scenarios import read_with_map
    from game.ui.flow.table import Table

    scenario, chart = read_with_map(wish.scenario)
    state = find_state(scenario, wish.seat) if wish.seat else min(1, len(scenario.states) - 1)
    table = Table.lay(scenario, chart, seating(scenario, []), seed=wish.seed)
    while table.turn < turns and not table.over:
        table.end_turn()
    return table, state


def _director(app: GameWindow, table: Table | None) -> Director:
    from game.ui.flow.director import Director

    director = Director(app, _nowhere())
    director.table = table
    return director


def _nowhere() -> Path:
    """A folder without saves: a picture never shows a person's own games."""
    return Path(os.devnull) / "saves"


def _title(app: GameWindow, wish: _Wish) -> None:
    _director(app, None).title()
    app.step()


def _setup(app: GameWindow, wish: _Wish) -> None:
    director = _director(app, None)
    director.title()
    director.lobby.set_up(1, wish.scenario)


def _settings(app: GameWindow, wish: _Wish) -> None:
    director = _director(app, None)
    director.title()
    director.lobby.settings()


def _play(app: GameWindow, wish: _Wish) -> None:
    table, state = _table(wish, wish.turn)
    _seat(app, table, state, wish)


def _seat(app: GameWindow, table: Table, state: int, wish: _Wish) -> None:
    from game.ui.play.lenses import LENSES

    table.take(state)
    director = _director(app, table)
    director.sit(state)
    screen = director.screen(state)
    screen.opened_card = False
    screen.lens = next(lens for lens in LENSES if lens.id == wish.lens)
    screen.refresh()


def _war(app: GameWindow, wish: _Wish) -> None:
    """Play on to the first turn on which an enemy holds land (else the first war), the fighting in the middle."""
    table, state = _table(wish, wish.turn)
    while not _fought_over(table, state) and not table.over and table.turn < wish.turn + _LONGEST_SEARCH:
        table.end_turn()
    if not _fought_over(table, state):
        wars = [turn.number for turn in table.history if turn.before.war.any()]
        if not wars:
            text = _("{name}: no war begins with seed {seed}; try another seed")
            raise ValueError(text.format(name=wish.scenario, seed=wish.seed))
        table, state = _table(wish, wars[0])
    _seat(app, table, state, wish)
    app.frame()  # the map has a size only once it was drawn
    _centre_on_war(app, table, state)


def _fought_over(table: Table, state: int) -> bool:
    """Some land is held by an enemy in a war that still runs."""
    view = table.view(state)
    taken = (view.prior >= 0) & (view.prior != view.owner)
    return bool(view.war[view.owner[taken], view.prior[taken]].any())


def _centre_on_war(app: GameWindow, table: Table, state: int) -> None:
    """Fit the map to where the two who fight hardest meet."""
    from game.ui.flow.seated import SeatedScreen
    from game.ui.map.atlas import around
    from game.ui.map.front import front, hardest

    view, screen = table.view(state), app.top
    points = table.atlas.labels[front(view, *hardest(view))].tolist()
    assert isinstance(screen, SeatedScreen)
    screen.chart.view.aim(around(points, 0.25))
    screen.refresh()


def _report(app: GameWindow, wish: _Wish) -> None:
    table, state = _table(wish, max(1, wish.turn))
    table.take(state)
    _director(app, table).report_last(state)


def _timeline(app: GameWindow, wish: _Wish) -> None:
    table, state = _table(wish, max(1, wish.turn))
    table.take(state)
    director = _director(app, table)
    director.report_last(state)
    director.timeline()


def _whatif(app: GameWindow, wish: _Wish) -> None:
    """Play the game to its end, go back to the turn, leave out the seat's first order, and play on."""
    from game.ui.flow.showcase import suppose

    table, state = _table(wish, 10**6)
    table.take(state)
    director = _director(app, table)
    director.finish()
    director.timeline()
    suppose(app, wish.turn)


def _dossier(app: GameWindow, wish: _Wish) -> None:
    """Open the dossier of whom the seat fears most."""
    import numpy as np

    from game.measures.threat import threat
    from game.ui.flow.seated import SeatedScreen

    table, state = _table(wish, wish.turn)
    _seat(app, table, state, wish)
    screen = app.top
    assert isinstance(screen, SeatedScreen)
    app.frame()
    screen.dealing.select(int(np.argmax(threat(table.view(state))[state])))
    screen.dealing.step_back()  # close the ring of verbs
    screen.forecast.finish()


def _reveal(app: GameWindow, wish: _Wish) -> None:
    from game.ui.flow.showing import stage_of
    from game.ui.screens.reveal import RevealScreen

    table, state = _table(wish, max(1, wish.turn))
    screen = RevealScreen(stage_of(table, len(table.history) - 1, state), lambda: None)
    screen.passed = screen.beat * max(0.5, len(screen.stage.beats) - 0.5)
    app.reset(screen)


def _curtain(app: GameWindow, wish: _Wish) -> None:
    table, state = _table(wish, wish.turn)
    for each in dict.fromkeys((state, 0, 1)):
        table.take(each)
    _director(app, table).curtain(state)


def _end(app: GameWindow, wish: _Wish) -> None:
    table, state = _table(wish, 10**6)
    table.take(state)
    _director(app, table).finish()


def _crash(app: GameWindow, wish: _Wish) -> None:
    """Let a game be stopped by an error; what is kept of it goes with the picture's program."""
    from tempfile import TemporaryDirectory

    table, state = _table(wish, wish.turn)
    table.take(state)
    director = _director(app, table)
    director.sit(state)
    with TemporaryDirectory() as folder:
        table.folder = Path(folder)
        try:
            raise RuntimeError("an error for the picture")
        except RuntimeError as error:
            app.reset(director.rescue.fallen(error))


SCREENS: dict[str, Callable[[GameWindow, _Wish], None]] = {
    "title": _title,
    "setup": _setup,
    "play": _play,
    "war": _war,
    "dossier": _dossier,
    "report": _report,
    "timeline": _timeline,
    "whatif": _whatif,
    "reveal": _reveal,
    "curtain": _curtain,
    "end": _end,
    "settings": _settings,
    "crash": _crash,
}
"""What can be drawn, and how it is set up."""
