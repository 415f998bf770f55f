"""Answers: yes, no, and other terms, on the card that opens a turn and in the dossier; land in the terms."""

from dataclasses import replace

import pygame
import pytest

from game.match import Match
from game.orders.kind import Order, Terms
from game.orders.terms import cedable
from game.ui.app import App
from game.ui.play.asking import AskingDialog
from game.ui.play.countering import CounterDialog
from game.ui.play.questions import Question
from game.ui.screens.play import PlayScreen
from tests.ui.hands import click, collisions, ids, tap, write
from tests.ui.tips import untold

from .conftest import ask, match_of, seat_at
from .test_foresight import SIZES, index, settle, words


def asked(app: App, person: str, turns: int, topic: str, level: str = "standard") -> tuple[Match, PlayScreen, Question]:
    """Sit down where a matter waits for an answer."""
    match, me = match_of("europe-1900", person, turns=turns, level=level)
    ask(match, me, topic, "AH" if topic == "pact" else "RU")
    screen = seat_at(app, match, me, card=True)
    return match, screen, next(each for each in screen.reading.questions if each.topic == topic)


def countering(app: App, question: Question) -> CounterDialog:
    click(app, f"q.{question.id}.other")
    assert isinstance(app.top, CounterDialog)
    return app.top


def test_the_card_says_what_an_offer_names(app: App) -> None:
    _match, screen, question = asked(app, "GB", 4, "pact")
    assert question.theirs == Terms(give="lift")
    assert "they lift their sanctions" in words(screen.tree())


def test_other_terms_begin_with_theirs_turned_round_which_are_no_answer(app: App) -> None:
    _match, _screen, question = asked(app, "GB", 4, "pact")
    dialog = countering(app, question)
    assert dialog.order == Order("answer", "pact_counter", question.other, terms=Terms(ask="lift"))
    assert dialog.fault is not None
    assert "their own terms" in dialog.fault
    tap(app, pygame.K_RETURN)
    assert app.top is dialog, "their own terms cannot be sent back"


def test_one_press_plans_an_answer_on_other_terms_and_the_card_shows_it(app: App) -> None:
    _match, screen, question = asked(app, "GB", 4, "pact")
    dialog = countering(app, question)
    click(app, "terms.ask.money")
    settle(app, screen)
    reply = screen.forecast.reply(dialog.order)
    assert reply is not None
    assert f"{round(100 * reply.odds)} %" in words(dialog.tree()) or "<1 %" in words(dialog.tree())
    click(app, "asking.give")
    assert app.top is screen
    assert screen.desk.plan() == [Order("answer", "pact_counter", question.other, terms=Terms(ask="money"))]
    assert "they send money" in words(screen.tree())
    assert not [each for each in screen.plans.unanswered(screen.reading) if each.id == question.id]


def test_yes_no_and_other_terms_stand_in_each_other_s_place(app: App) -> None:
    _match, screen, question = asked(app, "GB", 4, "pact")
    click(app, f"q.{question.id}.yes")
    countering(app, question)
    click(app, "terms.turns.9")
    click(app, "asking.give")
    other = Order("answer", "pact_counter", question.other, terms=Terms(turns=9, ask="lift"))
    assert screen.desk.plan() == [other]
    dialog = countering(app, question)
    assert dialog.order == other, "it goes on from what is planned"
    click(app, "terms.turns.12")
    click(app, "asking.give")
    assert screen.desk.plan() == [replace(other, terms=Terms(turns=12, ask="lift"))]
    click(app, f"q.{question.id}.no")
    assert screen.desk.plan() == [question.no]
    screen.plans.undo()
    assert screen.desk.plan() == [replace(other, terms=Terms(turns=12, ask="lift"))]


def test_something_else_is_offered_in_place_of_a_demand_and_the_odds_come_true(app: App) -> None:
    match, screen, question = asked(app, "OT", 3, "demand")
    dialog = countering(app, question)
    assert dialog.fault is None
    assert dialog.order.terms is not None
    assert dialog.order.terms.give
    settle(app, screen)
    reply = screen.forecast.reply(dialog.order)
    assert reply is not None
    assert reply.odds >= 0.6
    tap(app, pygame.K_RETURN)
    planned = screen.desk.plan()
    assert [order.choice for order in planned] == ["demand_counter"]
    match.end_turn()
    match.end_turn()
    assert match.world.demand[question.other, screen.reading.me] == 0, "they took it and let the demand go"
    assert match.world.conceded_age[screen.reading.me, question.other] <= 1


def test_an_answer_sent_on_other_terms_is_open_to_the_other(app: App) -> None:
    match, screen, question = asked(app, "GB", 4, "pact")
    countering(app, question)
    click(app, "terms.ask.money")
    click(app, "asking.give")
    match.end_turn()
    me = screen.reading.me
    assert match.world.offer_pact[me, question.other]
    assert not match.world.pact[me, question.other]


@pytest.mark.parametrize("size", SIZES)
def test_the_dialog_of_other_terms_fits_and_explains_itself(app: App, size: tuple[int, int]) -> None:
    app.resize(size)
    _match, screen, question = asked(app, "OT", 3, "demand")
    assert collisions(app) == []
    dialog = countering(app, question)
    settle(app, screen)
    assert collisions(app) == []
    assert untold(dialog.tree()) == []


# --- land


def test_land_is_asked_from_a_list_by_name_and_shown_on_a_map(app: App) -> None:
    match, me = match_of("europe-1900", "FR", turns=3, level="standard")
    screen = seat_at(app, match, me)
    target = index(screen, "BE")
    screen.select(target)
    app.step()
    write(app, "n")
    dialog = app.top
    assert isinstance(dialog, AskingDialog)
    click(app, "terms.give.region")
    view = screen.forecast.view
    mine = [r for r in screen.reading.regions_of(me) if cedable(view, me, target, r)]
    assert dialog.order.terms is not None
    assert dialog.order.terms.region in mine
    assert screen.reading.regions[dialog.order.terms.region] in words(dialog.tree())
    click(app, "terms.region")
    assert {each for each in ids(app) if each.startswith("option.")} == {f"option.{r}" for r in mine}
    last = mine[-1]
    click(app, f"option.{last}")
    assert dialog.order == Order("ally", "pact", target, terms=Terms(give="region", region=last))
    settle(app, screen)
    app.frame()
    assert any(region == last for region, _size in dialog.picture._kept), "it is drawn"  # type: ignore[attr-defined]
    click(app, "terms.give.nothing")
    assert dialog.order == Order("ally", "pact", target), "no land, no region"


def test_land_goes_from_one_side_of_the_deal_to_the_other(app: App) -> None:
    _match, screen, question = asked(app, "OT", 3, "demand")
    question = next(each for each in screen.reading.questions if each.other == index(screen, "RU"))
    dialog = countering(app, question)
    click(app, "terms.give.region")
    assert dialog.order.terms is not None
    assert dialog.order.terms.give == "region"
    click(app, "terms.ask.region")
    assert (dialog.order.terms.give, dialog.order.terms.ask) == ("", "region")
    assert dialog.order.terms.region in screen.reading.regions_of(question.other)
    assert dialog.fault is not None, "in place of a demand something must be given"


def test_where_no_land_touches_the_row_says_so(app: App) -> None:
    _match, _screen, question = asked(app, "GB", 4, "pact")
    countering(app, question)
    reason = getattr(app.top.find("terms.give.region"), "why_not", None)  # type: ignore[union-attr]
    assert reason is not None
    assert "region" in reason


def test_land_that_is_given_changes_hands_with_the_treaty(app: App) -> None:
    match, me = match_of("europe-1900", "FR", turns=3, level="standard")
    screen = seat_at(app, match, me)
    target = index(screen, "BE")
    region = next(r for r in screen.reading.regions_of(me) if cedable(match.view(me), me, target, r))
    order = Order("ally", "pact", target, terms=Terms(give="region", region=region))
    assert screen.plans.give_all([order]) == []
    reply = screen.forecast.reply(order)
    assert reply is None, "it is still weighed"
    screen.forecast.finish()
    reply = screen.forecast.reply(order)
    assert reply is not None
    match.end_turn()
    match.end_turn()
    assert (int(match.world.owner[region]) == target) == bool(match.world.pact[me, target])
    assert not screen.forecast.foresight.busy or reply.odds >= 0
