"""How many presses a turn takes, and a whole game at level full by presses alone."""

import numpy as np
import pygame
import pytest

from game.orders.kind import Order
from game.ui.app import App
from game.ui.dialogs import Dialog
from game.ui.play.answering import answer
from game.ui.screens.play import PlayScreen
from tests.ui.hands import click, ids, move, tap

from .conftest import Sit, ask, match_of, seat_at
from .test_foresight import index, words
from .test_turn import click_on_map

MOST = 10


class Hand:
    """A hand that counts what it presses."""

    def __init__(self, app: App, screen: PlayScreen) -> None:
        self.app, self.screen, self.presses = app, screen, 0

    def press(self, id: str) -> None:
        self.presses += 1
        click(self.app, id)

    def state(self, code: str) -> None:
        self.presses += 1
        click_on_map(self.app, self.screen, code)

    def way(self, order: Order) -> None:
        verb = self.screen.dealing.current
        assert verb is not None
        self.press(f"way.{[option.order for option in verb.options].index(order)}")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_an_answer_a_treaty_a_sanction_a_demand_and_the_end_take_ten_presses(app: App, size: tuple[int, int]) -> None:
    app.resize(size)
    match, me = match_of("europe-1900", "RU", turns=6, level="standard")
    ask(match, me, "demand", "AH")
    screen = seat_at(app, match, me, card=True)
    hand = Hand(app, screen)
    (question,) = screen.reading.questions
    hand.press(f"q.{question.id}.no")
    hand.press("other.FR")
    hand.press("verb.nonaggression")
    hand.state("GB")
    hand.press("verb.sanction")
    hand.way(Order("sanction", "economic", index(screen, "GB")))
    hand.state("OT")
    hand.press("verb.demand")
    hand.way(Order("demand", "disarm", index(screen, "OT")))
    given = [(order.kind, order.choice) for order in screen.desk.plan()]
    hand.press("end")
    assert given == [("answer", "demand_no"), ("treaty", "nonaggression"), ("sanction", "economic"),
                     ("demand", "disarm")]  # fmt: skip
    assert screen.reading.turn == 8, "nothing was asked back"
    assert hand.presses <= MOST


def test_who_would_come_is_asked_from_the_dossier(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=2)
    screen.select(index(screen, "DE"))
    screen.dealing.step_back()
    app.step()
    button = screen.find("dossier.coming")
    assert button is not None
    screen.dealing.who_would_come()
    assert app.top is not screen
    tap(app, pygame.K_ESCAPE)
    assert app.top is screen


def test_what_waits_for_an_answer_is_answered_in_the_dossier_too(app: App) -> None:
    match, me = match_of("europe-1900", "RU", turns=6, level="standard")
    ask(match, me, "demand", "AH")
    screen = seat_at(app, match, me)
    (question,) = screen.reading.questions
    screen.select(question.other)
    screen.dealing.step_back()
    app.step()
    click(app, f"q.{question.id}.yes")
    assert screen.desk.plan() == [question.yes]
    click(app, f"q.{question.id}.other")
    assert app.top is not screen


# --- level full


@pytest.mark.parametrize(
    ("verb", "order", "words_of_it"),
    [
        ("verb.ally", ("ally", "secret"), "Only the two know"),
        ("verb.ally", ("ally", "pact"), "All know of it"),
        ("verb.sanction", ("access", "close"), "their arms reach less far"),
        ("verb.congress", ("congress", "restrain"), "their attacks wait a turn"),
        ("verb.congress", ("congress", "mandate"), "no aggression for those who voted"),
    ],
)
def test_the_orders_of_the_last_level_are_reached_and_explained(
    app: App, sit: Sit, verb: str, order: tuple[str, str], words_of_it: str
) -> None:
    screen = sit("five-crowns", "CO", level="full", turns=1)
    screen.select(index(screen, "BR"))
    app.step()
    click(app, verb)
    current = screen.dealing.current
    assert current is not None
    place = [(option.order.kind, option.order.choice) for option in current.options].index(order)
    move(app, f"way.{place}")
    for _rest in range(10):
        app.step(0.05)
    assert words_of_it in words(screen.hovering.card())
    click(app, f"way.{place}")
    assert [(each.kind, each.choice) for each in screen.desk.plan()] == [order]


def test_a_secret_pact_and_a_closure_are_shown_to_who_has_them(app: App) -> None:
    match, me = match_of("five-crowns", "CO", level="full")
    screen = seat_at(app, match, me)
    one, other = index(screen, "BR"), index(screen, "AV")
    secret, term = match.world.secret.copy(), match.world.secret_term.copy()
    secret[me, one] = secret[one, me] = True
    term[me, one] = term[one, me] = 6
    closed = match.world.closed.copy()
    closed[me, other] = True
    match.world = match.world.but(secret=secret, secret_term=term, closed=closed)
    screen.turned()
    assert {("secret", one), ("closed", other)} <= {(tie.kind, tie.other) for tie in screen.reading.ties_of(me)} | {
        (tie.kind, tie.one) for tie in screen.reading.ties_of(me)
    }
    for state, told in ((one, "Secret pact with us"), (other, "Shut out by us")):
        screen.select(state)
        app.step()
        assert told in words(screen.tree())
    stranger = seat_at(app, match, index(screen, "DO"))
    assert not [tie for tie in stranger.reading.ties if tie.kind == "secret"]


def test_a_game_at_level_full_is_played_by_presses_from_its_first_turn_to_its_last(app: App) -> None:
    match, me = match_of("five-crowns", "CO", level="full")
    screen = seat_at(app, match, me, card=True)
    kinds: set[str] = set()
    turns = 0
    while not match.over and not match.epilogue:
        match.world = match.world.but(influence=np.full(match.world.n, 6.0))
        screen.turned()
        _answered(app, screen)
        for state, verb in _wanted(screen, turns):
            _tried(app, screen, state, verb)
        kinds |= {f"{order.kind} {order.choice}" for order in screen.desk.plan()}
        click(app, "end")
        if isinstance(app.top, Dialog):
            click(app, "guard.end")
        turns += 1
        assert app.top is screen
    assert turns >= 10
    assert {"access close", "ally secret"} <= kinds
    assert any(kind.startswith("congress") for kind in kinds)


def _answered(app: App, screen: PlayScreen) -> None:
    """Answer all that is due: yes, no and other terms in turn."""
    for place, question in enumerate(screen.reading.questions):
        if screen.find(f"q.{question.id}.yes") is None:
            screen.open_card()
            app.step()
        key = ("yes", "no", "other")[(place + screen.reading.turn) % 3]
        if key == "other" and question.counter is not None:
            answer(screen, question, "other")
            app.step()
            click(app, "terms.ask.money")
            tap(app, pygame.K_RETURN)
            if app.top is not screen:
                tap(app, pygame.K_ESCAPE)
        elif question.answer_in(screen.desk.plan()) is None:
            answer(screen, question, "yes" if key == "yes" else "no")
    if screen.opened_card:
        click(app, "opening.close")


def _wanted(screen: PlayScreen, turn: int) -> list[tuple[int, str]]:
    """The state and verb of each try: all verbs come up in the course of a game."""
    others = screen.reading.others
    verbs = ("ally", "congress", "sanction", "trade", "nonaggression", "guarantee", "support", "demand", "withdraw",
             "declare", "attack")  # fmt: skip
    return [(others[(turn + k) % len(others)].index, f"verb.{verbs[(turn + k) % len(verbs)]}") for k in range(4)]


def _tried(app: App, screen: PlayScreen, state: int, verb: str) -> None:
    """Select a state, press a verb, and its last way that can be given."""
    screen.select(state)
    app.step()
    if verb not in ids(app):
        return
    click(app, verb)
    current = screen.dealing.current
    if app.top is screen and current is not None:
        legal = [place for place, option in enumerate(current.options) if option.why_not is None]
        if legal:
            screen.dealing.give(current, current.options[legal[-1]])
            app.step()
    if isinstance(app.top, Dialog):
        click(app, "hostile.yes")
    assert app.top is screen
