"""A headline is explained by what really happened."""

from game.events import Event
from game.match import Match
from game.storage.scenarios import read_with_map
from game.ui.flow.prose import account
from game.view import View, observe


def _view(**changes: object) -> View:
    scenario, land = read_with_map("five-crowns")
    world = Match.start(scenario, land, seed=7).world
    return observe(world.but(**changes), 1)


def _event(kind: str) -> Event:
    return Event(0, "", kind, "war", (0, 1), None, 1.0, "", None)


def test_only_a_refused_demand_is_called_the_cause_of_an_attack() -> None:
    plain = _view()
    refused = plain.refused.copy()
    refused[0, 1] = True
    told, caused = (account(_event("attack"), before, plain) for before in (plain, _view(refused=refused)))
    assert "demand" not in told
    assert "demand" in caused


def test_a_censure_is_not_said_to_cost_trade() -> None:
    degrees = []
    for degree in (1, 2):
        sanction = _view().sanction.copy()
        sanction[0, 1] = degree
        degrees.append(account(_event("sanction"), _view(), _view(sanction=sanction)))
    assert "costs both their trade" in degrees[1]
    assert "costs" not in degrees[0]
