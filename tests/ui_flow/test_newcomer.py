"""A newcomer's first turn: few clicks from the title to a turn that is resolved."""

from game.orders.kind import Order
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.seated import SeatedScreen
from tests.ui.hands import click, ids

MOST = 12


def test_a_first_turn_with_a_pact_and_guns_takes_no_more_than_twelve_clicks(
    director: Director, app: GameWindow
) -> None:
    clicks = 0

    def press(id: str) -> None:
        nonlocal clicks
        clicks += 1
        click(app, id)

    press("play")
    screen = app.top
    assert isinstance(screen, SeatedScreen)
    if "opening.close" in ids(app):
        press("opening.close")
    press("other.CO")
    press("verb.ally")
    if "budget.guns" not in ids(app):
        press("tab.state")
    press("budget.guns")
    press("end")
    if "guard.end" in ids(app):
        press("guard.end")
    assert director.game.turn == 1
    given = director.game.history[0].orders[screen.state]
    assert {order.kind for order in given} >= {"ally", "budget"}
    assert Order("budget", "guns") in given
    assert clicks <= MOST
