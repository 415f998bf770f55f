"""A window without a screen, and play screens at matches that really run."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.match import DOCTRINE, PERSON, Match, Seat
from game.orders.common import bordering
from game.orders.kind import PACT
from game.orders.terms import LIFT
from game.storage.scenarios import read_with_map
from game.ui.app import App
from game.ui.play.desk import MatchDesk
from game.ui.screens.play import PlayScreen

Sit = Callable[..., PlayScreen]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    window = App((1280, 720), headless=True, settings=tmp_path / "preferences.json")
    yield window
    window.close()


def match_of(scenario: str, person: str, turns: int = 0, level: str | None = None, seed: int = 7) -> tuple[Match, int]:
    """A match in which one state waits for a person, after some turns."""
    document, land = read_with_map(scenario)
    codes = [state.code for state in document.states]
    seats = [Seat(DOCTRINE, state.doctrine) for state in document.states]
    me = codes.index(person)
    seats[me] = Seat(PERSON)
    match = Match.start(document, land, seats, seed=seed, level=level)
    for _turn in range(turns):
        match.end_turn()
    return match, me


def ask(match: Match, me: int, topic: str, code: str) -> None:
    """Put one matter before a person and no other: a pact with an end of sanctions, or a demand, by a state."""
    world, by = match.world, match.world.setting.codes.index(code)
    one = np.zeros((world.n, world.n), bool)
    one[by, me] = True
    mine = (np.arange(world.n) == me)[None, :]
    quiet = {
        name: world.values()[name] & ~mine for name in ("offer_pact", "offer_trade", "offer_nonaggression", "refused")
    }
    quiet |= {name: np.where(mine, 0, world.values()[name]) for name in ("offer_peace", "demand", "deal", "deal_give")}
    quiet |= {name: world.values()[name] & ~(one | one.T) for name in ("war", "pact", "began", "helps")}
    quiet["war_age"] = np.where(one | one.T, 0, world.war_age)
    quiet["pact_term"] = np.where(one | one.T, 0, world.pact_term)
    world = world.but(**quiet, owed=world.owed & ~mine.T, influence=np.full(world.n, 6.0))
    if topic == "pact":
        world = world.but(
            offer_pact=world.offer_pact | one,
            deal=np.where(one, PACT, world.deal),
            deal_give=np.where(one, LIFT, world.deal_give),
            sanction=np.where(one, 1, world.sanction),
        )
    else:
        near = np.flatnonzero(bordering(world)[by] & (world.owner == me))
        kind, place = (1, near[0]) if near.size else (3, -1)
        world = world.but(
            demand=np.where(one, kind, world.demand), demand_region=np.where(one, place, world.demand_region)
        )
    match.world = world


def seat_at(app: App, match: Match, me: int, card: bool = False) -> PlayScreen:
    """Put a play screen at a match on the window; End turn resolves the turn and stays."""

    def ended() -> None:
        match.end_turn()
        screen.turned()

    screen = PlayScreen(MatchDesk(match, me, ended, lambda: None))
    app.push(screen)
    app.step()
    if not card:
        screen.close_card()
        app.step()
    return screen


@pytest.fixture
def sit(app: App) -> Sit:
    """Sit down at a new match: sit("five-crowns", "CO", turns=2, level="standard", card=True)."""

    def sit_down(scenario: str = "five-crowns", person: str = "CO", card: bool = False, **how: object) -> PlayScreen:
        match, me = match_of(scenario, person, **how)  # type: ignore[arg-type]
        return seat_at(app, match, me, card)

    return sit_down
