"""A turn by mouse and by keyboard, through real events: verbs, budget, undo, refusals, questions, the end."""

import pygame
import pytest

from game.measures.blocs import sides
from game.orders.aim import AIMS
from game.orders.kind import Order
from game.orders.options import axis, options
from game.ui.app import App
from game.ui.dialogs import Dialog
from game.ui.play.guards import asks
from game.ui.play.stands import stand
from game.ui.screens.play import PlayScreen
from tests.ui.hands import click, key_down, move, tap, write

from .conftest import Sit, match_of, seat_at


def index(screen: PlayScreen, code: str) -> int:
    found = screen.reading.with_code(code)
    assert found is not None
    return found


def click_on_map(app: App, screen: PlayScreen, code: str) -> None:
    """Click the emblem of a state."""
    spot = screen.chart.middle_of(index(screen, code))
    assert spot is not None
    at = round(spot[0]), round(spot[1])
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1))
    app.step()


def test_two_clicks_offer_a_pact(app: App, sit: Sit) -> None:
    screen = sit()
    click_on_map(app, screen, "BR")
    click(app, "verb.ally")
    assert screen.desk.plan() == [Order("ally", "pact", index(screen, "BR"))]


def test_a_planned_pact_is_drawn_as_planned(app: App, sit: Sit) -> None:
    screen = sit()
    click_on_map(app, screen, "BR")
    click(app, "verb.ally")
    screen.tree()
    assert "planned pact" in screen.chart.shown


def test_a_click_on_land_selects_its_owner(app: App, sit: Sit) -> None:
    screen = sit()
    region = max(screen.reading.regions_of(index(screen, "AV")), key=lambda r: float(screen.chart.atlas.radii[r]))
    x, y = screen.chart.atlas.labels[region]
    at = tuple(round(part) for part in screen.chart.view.camera.to_window(float(x), float(y)))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1))
    app.step()
    assert screen.dealing.state == index(screen, "AV")


def test_a_click_on_one_s_own_emblem_opens_no_ring(app: App, sit: Sit) -> None:
    screen = sit()
    click_on_map(app, screen, "CO")
    assert screen.dealing.state is None
    assert screen.find("radial") is None


def test_a_drag_moves_the_map_and_selects_nothing(app: App, sit: Sit) -> None:
    screen = sit()
    before = screen.chart.view.camera.origin
    middle = screen.frame.middle.center
    for kind, pos in ((pygame.MOUSEBUTTONDOWN, middle), (pygame.MOUSEMOTION, (middle[0] - 60, middle[1] - 30)),
                      (pygame.MOUSEBUTTONUP, (middle[0] - 60, middle[1] - 30))):  # fmt: skip
        pygame.event.post(pygame.event.Event(kind, pos=pos, button=1, rel=(0, 0), buttons=(1, 0, 0)))
    app.step()
    assert screen.chart.view.camera.origin != before
    assert screen.dealing.state is None


def test_the_ring_goes_with_its_state_when_the_map_moves(app: App, sit: Sit) -> None:
    screen = sit()
    app.resize((1920, 1080))
    app.step()
    screen.select(index(screen, "AV"))
    app.step()
    ring = screen.find("radial")
    assert ring is not None
    before = ring.rect.center
    tap(app, pygame.K_LEFT)
    assert ring.rect.center != before


def test_the_budget_is_changed_by_one_click_and_back_by_another(app: App, sit: Sit) -> None:
    screen = sit()
    click(app, "budget.guns")
    assert screen.desk.plan() == [Order("budget", "guns")]
    click(app, "budget.butter")
    assert screen.desk.plan() == [Order("budget", "butter")]
    click(app, "budget.balanced")
    assert screen.desk.plan() == []


def test_shares_of_one_s_own_are_set_with_the_sliders(app: App, sit: Sit) -> None:
    screen = sit()
    click(app, "budget.own")
    tap(app, pygame.K_TAB, pygame.K_RIGHT, pygame.K_RIGHT)
    click(app, "shares.give")
    (order,) = screen.desk.plan()
    assert order.choice == "sliders"
    assert order.shares == pytest.approx((0.4, 0.4, 0.2))


def test_the_shares_never_add_up_to_more_than_all(app: App, sit: Sit) -> None:
    screen = sit()
    click(app, "budget.own")
    tap(app, pygame.K_TAB, *[pygame.K_RIGHT] * 25)
    click(app, "shares.give")
    (order,) = screen.desk.plan()
    assert order.shares is not None
    assert sum(order.shares) == pytest.approx(1.0)


def test_posture_appears_only_at_the_level_that_has_it(app: App, sit: Sit) -> None:
    assert sit(level="foundations").find("posture.sword") is None
    screen = sit(level="standard")
    click(app, "posture.sword")
    assert screen.desk.plan() == [Order("posture", "sword")]


def test_an_aim_is_kept_and_a_reform_ordered_on_the_right_at_level_full(app: App, sit: Sit) -> None:
    assert sit(level="standard").find("own.emulate") is None
    screen = sit(level="full")
    allowed = options(screen.desk.view())[screen.desk.state]
    lay = axis(screen.desk.view().setting)
    card = next(name for name in AIMS if allowed[lay.where["aim", name].start])
    other = next(name for name in AIMS if not allowed[lay.where["aim", name].start])
    assert screen.find(f"own.{other}") is None
    screen.side._own_order(Order("aim", card))
    assert screen.desk.plan() == [Order("aim", card)]
    screen.side._own_order(Order("aim", card))
    screen.side._own_order(Order("reform", "emulate"))
    assert screen.desk.plan() == [Order("reform", "emulate")]
    assert screen.find("own.emulate") is not None


def test_the_ring_of_the_first_level_shows_its_orders_alone(app: App, sit: Sit) -> None:
    screen = sit(level="foundations")
    click_on_map(app, screen, "BR")
    found = {each.id for each in screen.tree().walk() if each.id.startswith("verb.")}
    assert found == {"verb.ally", "verb.declare", "verb.sanction", "verb.withdraw", "verb.attack"}


def test_z_takes_back_the_last_order(app: App, sit: Sit) -> None:
    screen = sit()
    click(app, "budget.guns")
    click_on_map(app, screen, "BR")
    click(app, "verb.ally")
    write(app, "z")
    assert [order.kind for order in screen.desk.plan()] == ["budget"]


def test_one_order_is_removed_by_its_cross_and_all_by_the_bin(app: App, sit: Sit) -> None:
    screen = sit()
    app.resize((1920, 1080))
    app.step()
    for code in ("BR", "DO"):
        click_on_map(app, screen, code)
        click(app, "verb.ally")
    click(app, "order.0.drop")
    assert screen.desk.plan() == [Order("ally", "pact", index(screen, "DO"))]
    click(app, "clear")
    assert screen.desk.plan() == []


def test_what_cannot_be_ordered_says_why_and_does_nothing(app: App, sit: Sit) -> None:
    screen = sit()
    click_on_map(app, screen, "BR")
    click(app, "verb.withdraw")
    assert screen.desk.plan() == []
    assert app.tip == "verb.withdraw"
    refusal = screen.desk.why_not(Order("withdraw", "pact_notice", index(screen, "BR")))
    control = screen.find("verb.withdraw")
    assert getattr(control, "why_not", None) == refusal[0].sentence


def test_what_cannot_be_paid_any_more_is_grey_in_the_next_ring(app: App, sit: Sit) -> None:
    screen = sit(turns=0)
    for code in ("BR", "DO"):
        click_on_map(app, screen, code)
        click(app, "verb.ally")
    click_on_map(app, screen, "ES")
    ally = screen.find("verb.ally")
    assert "influence" in (getattr(ally, "why_not", "") or "")


def test_an_attack_asks_once(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=1)
    screen.select(index(screen, "DE"))
    app.step()
    click(app, "verb.attack")
    assert isinstance(app.top, Dialog)
    click(app, "hostile.no")
    assert screen.desk.plan() == []
    click(app, "verb.attack")
    click(app, "hostile.yes")
    assert screen.desk.plan() == [Order("attack", "war", index(screen, "DE"))]
    write(app, "za")
    click(app, "verb.attack")
    assert app.top is screen
    assert len(screen.desk.plan()) == 1


def test_an_embargo_is_planned_without_a_question_where_nothing_stands_between(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard")
    target = index(screen, "DE")
    screen.select(target)
    app.step()
    click(app, "verb.sanction")
    move(app, "way.1")
    for _rest in range(10):
        app.step(0.05)
    card = screen.hovering.card()
    assert card is not None
    told = "\n".join(getattr(each, "text", "") for each in card.walk())
    assert "All states will know of it; it costs 1 influence." in told
    click(app, "way.1")
    assert app.top is screen
    assert screen.desk.plan() == [Order("sanction", "economic", target)]


def test_whatever_is_hostile_to_a_partner_asks_and_leaving_with_notice_does_not(sit: Sit) -> None:
    screen = sit("europe-1900", "DE", level="standard")
    reading = screen.reading
    partner = next(tie.other for tie in reading.ties_of(reading.me) if tie.kind == "pact")
    assert asks(reading, partner, Order("sanction", "economic", partner))
    assert asks(reading, partner, Order("withdraw", "pact_now", partner))
    assert not asks(reading, partner, Order("withdraw", "pact_notice", partner))
    stranger = next(n.index for n in reading.others if not reading.ties_between(reading.me, n.index))
    assert not asks(reading, stranger, Order("demand", "disarm", stranger))
    assert asks(reading, stranger, Order("attack", "war", stranger))
    assert asks(reading, stranger, Order("answer", "join", stranger))


def test_the_question_before_a_hostile_order_names_treaty_and_price(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "DE", level="standard")
    partner = next(tie.other for tie in screen.reading.ties_of(screen.reading.me) if tie.kind == "pact")
    screen.select(partner)
    app.step()
    click(app, "verb.withdraw")
    now = screen.desk.why_not(Order("withdraw", "pact_now", partner))
    assert not now
    click(app, "way.1")
    assert isinstance(app.top, Dialog)
    assert "Pact with" in app.top.text
    assert "influence" in app.top.text


def test_a_region_is_demanded_by_a_click_on_the_map(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "DE", level="standard")
    app.resize((1920, 1080))
    app.step()
    screen.select(index(screen, "RU"))
    app.step()
    click(app, "verb.demand")
    region = min(screen.dealing.asked)
    panel = screen.find("ways.panel")
    assert panel is not None
    x, y = screen.chart.atlas.labels[region]
    at = tuple(round(part) for part in screen.chart.view.camera.to_window(float(x), float(y)))
    assert not panel.rect.collidepoint(at), "the list hides the region"
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1))
    app.step()
    click(app, "hostile.yes")
    assert screen.desk.plan() == [Order("demand", "region", region)]


def test_number_keys_change_the_lens(app: App, sit: Sit) -> None:
    screen = sit()
    for key, name in (("3", "fear"), ("5", "alliances"), ("1", "owner")):
        write(app, key)
        assert screen.lens.id == name


def test_an_answer_is_given_on_the_card_and_taken_back_by_the_same_click(app: App) -> None:
    games = (
        match_of("europe-1900", code, turns=turns) for turns in (3, 4, 5) for code in ("FR", "GB", "OT", "AH", "IT")
    )
    match, me = next((match, me) for match, me in games if match.view(me).offer_trade[:, me].any())
    screen = seat_at(app, match, me, card=True)
    question = screen.reading.questions[0]
    click(app, f"q.{question.id}.yes")
    assert screen.desk.plan() == [question.yes]
    click(app, f"q.{question.id}.no")
    assert screen.desk.plan() == [question.no]
    click(app, f"q.{question.id}.no")
    assert screen.desk.plan() == []


def test_the_turn_ends_only_after_what_is_left_was_named_once(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=2)
    screen.forecast.finish()
    assert any((screen.forecast.accepts(Order("treaty", "trade", n.index)) or 0) >= 0.6 for n in screen.reading.others)
    key_down(app, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert isinstance(app.top, Dialog)
    assert "3 initiatives unused: " in app.top.text
    click(app, "guard.stay")
    assert screen.reading.turn == 3
    due = bool(screen.plans.unanswered(screen.reading))
    key_down(app, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert isinstance(app.top, Dialog) == due
    assert screen.reading.turn == (3 if due else 4)


def test_initiatives_that_nobody_would_welcome_are_not_missed(app: App, sit: Sit) -> None:
    screen = sit()
    screen.forecast.finish()
    odds = [screen.forecast.accepts(Order("ally", "pact", n.index)) for n in screen.reading.others]
    left = screen.plans.left_to_do(screen.reading, screen.forecast)
    assert bool(left) == (max(each or 0 for each in odds) >= 0.6 or bool(screen.reading.questions))


def test_the_card_of_a_weight_tells_why_it_lies_there_and_what_would_move_it(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=4)
    click(app, "weight-AH")
    found = screen.find("weighed")
    assert found is not None
    told = "\n".join(getattr(each, "text", "") for each in found.walk())
    term = int(screen.forecast.view.pact_term[index(screen, "AH"), index(screen, "DE")])
    assert f"A pact binds it to Germany, for {term} more turns" in told
    assert "notice" in told
    tap(app, pygame.K_ESCAPE)
    assert screen.find("weighed") is None
    click(app, "weight-FR")
    assert screen.find("weighed") is not None
    assert screen.dealing.state is None, "one's own weight has reasons, too, but no ring"


def test_every_weight_has_reasons_that_fit_its_side(sit: Sit) -> None:
    for scenario, person in (("five-crowns", "CO"), ("europe-1900", "FR")):
        view = sit(scenario, person, turns=4).forecast.view
        side = sides(view).astype(int).tolist()
        words = {0: ("Leader", "With"), 1: ("Bound against", "Against"), 2: ("Only afraid",), 3: ("Neither",)}
        for state in range(view.n):
            found = stand(view, state)
            assert found.why
            assert found.moves
            assert any(word.casefold() in found.place.casefold() for word in words[side[state]])


def test_the_guard_is_silent_when_nothing_is_left(app: App, sit: Sit) -> None:
    screen = sit()
    screen.unused_told = True
    for question in screen.reading.questions:
        screen.plans.answer(question, False)
    click(app, "end")
    assert screen.reading.turn == 2
    assert screen.opened_card == bool(screen.reading.questions)


def test_a_whole_turn_needs_no_mouse(app: App, sit: Sit) -> None:
    screen = sit(card=True)
    tap(app, pygame.K_RETURN)
    assert not screen.opened_card
    write(app, "s")
    first = screen.dealing.state
    write(app, "s")
    assert screen.dealing.state not in (None, first)
    assert screen.hot.focus.startswith("verb.")
    while screen.hot.focus != "verb.ally":
        tap(app, pygame.K_RIGHT)
    tap(app, pygame.K_RETURN)
    assert [order.kind for order in screen.desk.plan()] == ["ally"]
    write(app, "s")
    while screen.hot.focus != "verb.declare":
        tap(app, pygame.K_LEFT)
    tap(app, pygame.K_RETURN)
    assert screen.hot.focus == "way.0"
    tap(app, pygame.K_DOWN, pygame.K_RETURN)
    assert [order.kind for order in screen.desk.plan()] == ["ally", "declare"]
    for _step in range(60):
        if screen.hot.focus == "tab.state":
            break
        tap(app, pygame.K_TAB)
    tap(app, pygame.K_RETURN)
    for _step in range(60):
        if screen.hot.focus == "budget.guns":
            break
        tap(app, pygame.K_TAB)
    tap(app, pygame.K_RETURN)
    assert [order.kind for order in screen.desk.plan()] == ["ally", "declare", "budget"]
    key_down(app, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    if isinstance(app.top, Dialog):
        tap(app, pygame.K_RETURN)
    assert screen.reading.turn == 2


def test_escape_goes_back_step_by_step_and_ends_in_the_menu(app: App) -> None:
    match, me = match_of("five-crowns", "CO")
    opened: list[bool] = []
    screen = seat_at(app, match, me)
    screen.desk.menu = lambda: opened.append(True)  # type: ignore[attr-defined]
    click_on_map(app, screen, "BR")
    click(app, "verb.sanction")
    steps = [(screen.dealing.verb, screen.dealing.ring, screen.dealing.state)]
    for _step in range(3):
        tap(app, pygame.K_ESCAPE)
        steps.append((screen.dealing.verb, screen.dealing.ring, screen.dealing.state))
    there = index(screen, "BR")
    assert steps == [("verb.sanction", True, there), ("", True, there), ("", False, there), ("", False, None)]
    tap(app, pygame.K_ESCAPE)
    assert opened == [True]


def test_a_weight_on_the_scale_selects_its_state(app: App, sit: Sit) -> None:
    screen = sit()
    click(app, "weight-AV")
    assert screen.dealing.state == index(screen, "AV")


def test_a_card_tells_what_a_verb_does_and_a_tooltip_what_one_with_several_ways_does(app: App, sit: Sit) -> None:
    screen = sit()
    click_on_map(app, screen, "BR")
    move(app, "verb.ally")
    for _rest in range(20):
        app.step(0.05)
    card = screen.hovering.card()
    assert card is not None
    assert any("defends" in getattr(each, "text", "") for each in card.walk())
    move(app, "verb.sanction")
    app.step(0.6)
    assert app.tip == "verb.sanction"
    assert getattr(screen.find("verb.sanction"), "tip", "")


def test_a_game_is_played_to_its_epilogue_and_no_orders_are_taken_then(app: App) -> None:
    match, me = match_of("five-crowns", "CO")
    screen = seat_at(app, match, me)
    while not match.epilogue and not match.over:
        screen.desk.end_turn()
        app.step()
    screen.select(index(screen, "BR"))
    app.step()
    assert screen.find("radial") is None


def test_the_right_button_goes_one_step_back(app: App, sit: Sit) -> None:
    screen = sit()
    click_on_map(app, screen, "BR")
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=(640, 400), button=3))
    app.step()
    assert not screen.dealing.ring
    assert screen.dealing.state == index(screen, "BR")


def test_the_map_names_what_the_pointer_rests_on(app: App, sit: Sit) -> None:
    screen = sit()
    spots = [screen.chart.region_spot(r) for r in screen.reading.regions_of(index(screen, "AV"))]
    x, y = next(at for at in spots if screen.frame.clear.inflate(0, -120).collidepoint(at))
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(round(x), round(y)), rel=(0, 0), buttons=(0, 0, 0)))
    app.step()
    app.step(0.3)
    app.step(0.3)
    assert app.tip == "map"
    assert "Avar" in getattr(screen.find("map"), "tip", "")
    elsewhere = screen.chart.region_spot(screen.reading.regions_of(index(screen, "BR"))[0])
    at = tuple(round(part) for part in elsewhere)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    app.step(0.1)
    assert app.tip == "", "the words wait again over another region"


def test_the_question_before_an_attack_tells_the_odds_and_who_is_bound(app: App, sit: Sit) -> None:
    screen = sit("five-crowns", "CO")
    avar = screen.reading.with_code("AV")
    assert avar is not None
    screen.select(avar)
    screen.dealing.choose(next(verb for verb in screen.dealing.found() if verb.id == "verb.attack"))
    assert isinstance(app.top, Dialog)
    assert f"{screen.reading.strike[screen.reading.me][avar]:.1f}" in app.top.text
    assert f"{screen.reading.nations[avar].defence:.1f}" in app.top.text
    assert "Bound to defend it: Estmere." in app.top.text
