"""What the screen reads from a view is what the rules measure, and nothing is measured twice."""

from collections.abc import Callable

import numpy as np
import pygame
import pytest

from game.measures.power import power
from game.measures.threat import threat
from game.orders.kind import ANSWER, Order
from game.orders.options import axis, options, refusals
from game.ui.app import App
from game.ui.map.relations import KINDS
from game.ui.play.desk import MatchDesk
from game.ui.play.forecast import Forecast
from game.ui.play.lenses import LENSES
from game.ui.play.reading import read
from game.ui.play.verbs import verbs
from game.ui.screens.play import PlayScreen
from game.world.setting import LEVELS

from .conftest import match_of, seat_at


def desk_of(scenario: str, person: str, turns: int = 3, level: str | None = None) -> MatchDesk:
    match, me = match_of(scenario, person, turns, level)
    return MatchDesk(match, me, lambda: None, lambda: None)


def test_numbers_are_those_of_the_measures() -> None:
    desk = desk_of("europe-1900", "FR")
    reading, view = read(desk), desk.view()
    assert [nation.power for nation in reading.nations] == power(view).tolist()
    assert np.array_equal(np.array(reading.threat), threat(view))
    assert reading.influence == view.influence[desk.state]


def test_the_past_is_as_long_as_the_game_and_ends_today() -> None:
    desk = desk_of("five-crowns", "CO", turns=3)
    reading = read(desk)
    assert len(reading.trend.power) == 4
    assert reading.trend.power[-1] == reading.mine.power
    assert (reading.turn, reading.ends) == (4, (11, 13))


def test_every_question_has_two_lawful_answers() -> None:
    desks = [desk_of("europe-1900", code, turns) for code in ("DE", "IT") for turns in (2, 4, 7)]
    desk = max(desks, key=lambda each: len(read(each).questions))
    questions = read(desk).questions
    assert questions
    for question in questions:
        assert desk.why_not(question.yes) == []
        assert desk.why_not(question.no) == []
        assert question.text.strip()


def test_every_offer_to_me_is_a_question() -> None:
    desk = desk_of("europe-1900", "DE", turns=4)
    view = desk.view()
    lay, mine = axis(view.setting), options(view)[desk.state]
    due = {(s.choice.slot, int(k)) for s in lay.strips if s.kind.group == ANSWER and s.choice.name.endswith("_no")
           for k in np.flatnonzero(mine[s.place])}  # fmt: skip
    assert {(question.topic, question.other) for question in read(desk).questions} == due


def test_a_war_is_told_once_and_by_who_began_it() -> None:
    match, me = match_of("europe-1900", "FR", turns=12)
    view = match.view(me)
    told = [tie for tie in read(MatchDesk(match, me, lambda: None, lambda: None)).ties if tie.kind == "war"]
    assert len(told) == int(np.triu(view.war).sum())
    assert all(view.began[tie.one, tie.other] or not view.began[tie.other, tie.one] for tie in told)


@pytest.mark.parametrize("level", LEVELS)
def test_the_ring_offers_exactly_what_the_rules_allow(level: str) -> None:
    desk = desk_of("europe-1900", "FR", level=level)
    view, reading = desk.view(), read(desk)
    lay = axis(view.setting)
    for target in (nation.index for nation in reading.others):
        shown = {option.order for verb in verbs(reading, view.setting, target, desk.why_not) for option in verb.legal}
        allowed = set()
        for place in np.flatnonzero(options(view)[desk.state]).tolist():
            order, strip = lay.order(place), lay.strip(place)
            at = order.target
            if strip.choice.to == "region" and at is not None:
                at = reading.owner[at]
            if at == target and (strip.kind.group != ANSWER or strip.choice.name == "join") and not desk.why_not(order):
                allowed.add(order)
        assert shown == allowed


def test_no_ring_has_more_verbs_than_its_plate_holds() -> None:
    for turns in (0, 5, 11):
        desk = desk_of("europe-1900", "DE", turns=turns, level="full")
        reading, setting = read(desk), desk.view().setting
        for nation in reading.others:
            assert len(verbs(reading, setting, nation.index, desk.why_not)) <= 11


def test_a_moving_map_measures_and_composes_nothing(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    match, me = match_of("europe-1900", "FR", turns=2)
    screen = seat_at(app, match, me)
    screen.select(screen.reading.with_code("DE") or 0)
    screen.forecast.finish()
    screen.refresh()
    app.step()
    tree = screen.tree()
    seen: list[int] = []
    monkeypatch.setattr(match, "view", lambda state: seen.append(state))
    for _frame in range(5):
        screen.chart.view.camera.pan(4, 3)
        screen.follow()
        app.step()
    assert screen.tree() is tree
    assert seen == []


def test_a_panel_kept_as_a_picture_looks_like_one_drawn_anew(app: App) -> None:
    match, me = match_of("europe-1900", "FR", turns=2)
    screen = seat_at(app, match, me)
    for _rest in range(40):
        app.step(0.01)
    first = pygame.image.tobytes(app.frame(), "RGB")
    second = pygame.image.tobytes(app.frame(), "RGB")
    screen.refresh()
    third = pygame.image.tobytes(app.frame(), "RGB")
    assert first == second == third


def test_a_forecast_counts_every_run_and_knows_only_lawful_orders() -> None:
    desk = desk_of("europe-1900", "FR", turns=4)
    view, reading = desk.view(), read(desk)
    forecast = Forecast(view, desk.state)
    assert forecast.accepts(Order("ally", "pact", 0)) is None, "nothing is said before all was weighed"
    forecast.finish()
    for nation in reading.others:
        moves = forecast.moves(nation.index, most=99, least=0.0)
        assert all(0 < odds <= 1 for _order, odds in moves)
        assert all(refusals(view, nation.index, order) == [] for order, _odds in moves)
        odds = forecast.accepts(Order("ally", "pact", nation.index))
        assert odds is not None
        assert 0 <= odds <= 1
    assert forecast.accepts(Order("attack", "war", 0)) is None


def test_a_forecast_tells_friends_from_foes() -> None:
    desk = desk_of("europe-1900", "FR", turns=0)
    reading = read(desk)
    forecast = Forecast(desk.view(), desk.state)
    forecast.finish()
    odds = {n.code: forecast.accepts(Order("treaty", "trade", n.index)) for n in reading.others}
    assert len({value for value in odds.values() if value is not None}) > 1


def test_two_forecasts_of_one_view_are_the_same() -> None:
    desk = desk_of("five-crowns", "CO", turns=2)
    one, two = Forecast(desk.view(), desk.state), Forecast(desk.view(), desk.state)
    one.finish()
    two.finish()
    assert [one.moves(k) for k in range(5)] == [two.moves(k) for k in range(5)]


def test_a_lens_draws_its_ties_and_the_rest_only_of_me_and_the_selected(sit: Callable[..., PlayScreen]) -> None:
    screen = sit("europe-1900", "GB", turns=4)
    me, chosen = screen.reading.me, screen.reading.with_code("DE")
    assert chosen is not None

    def drawn(lens: str, state: int | None = None) -> set[tuple[str, int, int]]:
        screen.chart.show(screen.reading, next(each for each in LENSES if each.id == lens), [], state, set())
        return {(each.kind, each.one, each.other) for each in screen.chart.ties.shown}

    held = {(tie.kind, tie.one, tie.other) for tie in screen.reading.ties if tie.kind in KINDS}
    assert drawn("owner") == {tie for tie in held if tie[0] in ("war", "demand", "pact") or me in tie[1:]}
    assert drawn("owner", chosen) - drawn("owner") == {
        tie for tie in held if tie[0] in ("trade", "sanction", "guarantee", "nonaggression")
        and chosen in tie[1:] and me not in tie[1:]
    }  # fmt: skip
    assert drawn("commerce") == {tie for tie in held if tie[0] in ("trade", "sanction")}
    assert drawn("alliances") == {tie for tie in held if tie[0] in ("war", "pact", "guarantee", "nonaggression")}
