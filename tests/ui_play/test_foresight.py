"""Planning without fear: what an order would change before it is given, who would come, what they would need."""

from time import process_time

import pygame
import pytest

from game.foresight import Foresight
from game.orders.kind import Order, Terms
from game.ui.app import App
from game.ui.buttons import Control
from game.ui.labels import Label
from game.ui.layout import Element
from game.ui.panels.radial import DISC
from game.ui.play.asking import AskingDialog
from game.ui.play.coming import ComingDialog
from game.ui.play.words import order_sentence
from game.ui.preferences import Preferences
from game.ui.screens.play import PlayScreen
from tests.ui.hands import click, collisions, ids, move, tap, write

from .conftest import Sit, match_of, seat_at

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]


def index(screen: PlayScreen, code: str) -> int:
    found = screen.reading.with_code(code)
    assert found is not None
    return found


def rest(app: App, screen: PlayScreen) -> None:
    """Let time pass until all that was asked is known."""
    for _frame in range(20):
        app.step(0.05)
        screen.forecast.finish()
        screen.refresh()
    app.step(0.05)


def words(element: Element | None) -> str:
    assert element is not None
    return "\n".join(getattr(each, "text", "") for each in element.walk())


def settle(app: App, screen: PlayScreen) -> None:
    """Let a dialog know all that it asked."""
    app.step()
    screen.forecast.finish()
    assert app.top is not None
    app.top.refresh()
    app.step()


def test_the_card_of_an_offer_tells_price_odds_reasons_and_share(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=4)
    target = index(screen, "GB")
    screen.select(target)
    app.step()
    move(app, "verb.ally")
    rest(app, screen)
    told = words(screen.hovering.card())
    reply = screen.forecast.reply(Order("ally", "pact", target))
    assert reply is not None
    assert f"{round(100 * reply.odds)} %" in told or "<1 %" in told
    assert reply.terms[0][0] in told
    assert "Our share of power" in told


def test_the_card_of_a_hostile_order_tells_attitudes_before_and_after(app: App, sit: Sit) -> None:
    screen = sit("five-crowns", "CO", turns=2)
    target = index(screen, "AV")
    screen.select(target)
    app.step()
    move(app, "verb.attack")
    rest(app, screen)
    known = screen.hovering.known
    assert known is not None
    assert known.preview is not None
    change = next(each for each in known.preview.changes if each.state == target)
    assert change.attitude[1] < change.attitude[0]
    assert "attitude" in words(screen.hovering.card())
    assert screen.desk.plan() == []


def test_the_keyboard_s_focus_shows_the_card_at_once(app: App, sit: Sit) -> None:
    screen = sit()
    write(app, "s")
    while screen.hot.focus != "verb.ally":
        tap(app, pygame.K_RIGHT)
    app.step()
    assert screen.hovering.card() is not None


def test_the_pointer_alone_passing_by_shows_none(app: App, sit: Sit) -> None:
    screen = sit()
    screen.select(index(screen, "BR"))
    app.step()
    move(app, "verb.ally")
    app.step(0.01)
    assert screen.hovering.card() is None


@pytest.mark.parametrize("size", SIZES)
def test_the_card_lies_in_the_window_and_never_over_its_control(app: App, size: tuple[int, int]) -> None:
    app.resize(size)
    match, me = match_of("europe-1900", "FR", turns=4, level="standard")
    screen = seat_at(app, match, me)
    screen.select(index(screen, "DE"))
    app.step()
    seen = 0
    for verb in screen.dealing.found():
        if verb.legal and len(verb.options) == 1:
            move(app, verb.id)
            rest(app, screen)
            card, control = screen.hovering.card(), screen.find(verb.id)
            assert card is not None
            assert control is not None
            assert pygame.Rect((0, 0), app.logical_size).contains(card.rect), verb.id
            assert not card.rect.colliderect(control.rect), verb.id
            assert card.size(app.theme, card.rect.width)[1] <= card.rect.height, verb.id
            seen += 1
    assert seen >= 3


def test_a_planned_order_and_the_budget_have_cards_too(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard")
    app.resize((1920, 1080))
    app.step()
    move(app, "budget.guns")
    rest(app, screen)
    assert "Our share of power" in words(screen.hovering.card())
    screen.plans.give(Order("sanction", "economic", index(screen, "DE")))
    app.step()
    move(app, "order.0")
    rest(app, screen)
    assert "Embargo on Germany" in words(screen.hovering.card())


def test_no_frame_weighs_longer_than_sixty_milliseconds(app: App) -> None:
    match, me = match_of("europe-1900", "FR", turns=4, level="standard")
    screen = seat_at(app, match, me)
    screen.forecast.finish()
    foresight = screen.forecast.foresight = Foresight(match.view(me), me)
    order = Order("attack", "war", index(screen, "DE"))
    longest, frames = 0.0, 0
    while screen.forecast.preview(order) is None or foresight.coalition([], me, 0) is None:
        start = process_time()
        screen.forecast.work(process_time)
        longest, frames = max(longest, process_time() - start), frames + 1
    assert frames >= 3, "it is done in slices"
    assert longest < 0.06


# --- undo, redo, clear


def test_undo_and_redo_go_through_every_change(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=0)
    for order in (Order("budget", "guns"), Order("sanction", "diplomatic", 0), Order("posture", "sword")):
        screen.plans.settle(order, order.kind) if order.target is None else screen.plans.give(order)
    whole = screen.desk.plan()
    screen.plans.clear()
    assert screen.desk.plan() == []
    write(app, "z")
    assert screen.desk.plan() == whole, "clearing is undone as a whole"
    write(app, "zz")
    assert screen.desk.plan() == whole[:1]
    write(app, "yy")
    assert screen.desk.plan() == whole
    write(app, "y")
    assert screen.desk.plan() == []


def test_a_new_order_forgets_what_was_undone(app: App, sit: Sit) -> None:
    screen = sit()
    click(app, "budget.guns")
    write(app, "z")
    assert screen.plans.can_redo
    click(app, "budget.butter")
    assert not screen.plans.can_redo
    write(app, "y")
    assert screen.desk.plan() == [Order("budget", "butter")]


# --- who would come


def test_who_would_come_is_asked_from_the_ring_and_shows_the_odds(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=4)
    screen.select(index(screen, "DE"))
    app.step()
    click(app, "ask.coming")
    assert isinstance(app.top, ComingDialog)
    settle(app, screen)
    found = screen.forecast.coalition(screen.reading.me, index(screen, "DE"))
    assert found is not None
    told = words(app.top.tree())
    likely = found.joiners[0]
    assert screen.reading.nations[likely.state].name in told
    assert f"{round(100 * likely.beside_victim)} %" in told
    assert collisions(app) == []


def test_every_war_can_be_supposed(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=4)
    screen.select(index(screen, "DE"))
    app.step()
    write(app, "w")
    dialog = app.top
    assert isinstance(dialog, ComingDialog)
    click(app, "coming.theirs")
    assert (dialog.attacker, dialog.victim) == (index(screen, "DE"), screen.reading.me)
    click(app, "coming.other")
    settle(app, screen)
    click(app, "coming.victim")
    click(app, f"option.{index(screen, 'RU')}")
    settle(app, screen)
    assert (dialog.attacker, dialog.victim) == (index(screen, "DE"), index(screen, "RU"))
    assert "We have promised to come to its aid." in words(dialog.tree())
    dialog._set("attacker", str(index(screen, "RU")))
    assert (dialog.attacker, dialog.victim) == (index(screen, "RU"), index(screen, "DE"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("larger", [1.0, 1.3])
def test_the_questions_fit_every_window(app: App, size: tuple[int, int], larger: float) -> None:
    app.resize(size)
    app.prefer(Preferences(larger=larger))
    match, me = match_of("europe-1900", "FR", turns=4, level="standard")
    screen = seat_at(app, match, me)
    screen.select(index(screen, "DE"))
    app.step()
    for key in "wn":
        write(app, key)
        settle(app, screen)
        assert collisions(app) == []
        tap(app, pygame.K_ESCAPE)


# --- what would you need


def test_what_they_would_need_is_planned_with_one_press(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=3)
    target = index(screen, "AH")
    screen.select(target)
    app.step()
    write(app, "n")
    dialog = app.top
    assert isinstance(dialog, AskingDialog)
    offer = next(order for order in dialog.offers if order.kind != "demand")
    click(app, f"asking.{dialog.offers.index(offer)}")
    settle(app, screen)
    need = screen.forecast.need(offer)
    assert need is not None
    tap(app, pygame.K_RETURN)
    assert app.top is screen
    assert screen.desk.plan() == [*need.changes, need.order]
    write(app, "z")
    assert screen.desk.plan() == [], "it is one change"


def test_a_planned_offer_can_still_be_asked_about(app: App, sit: Sit) -> None:
    screen = sit(level="foundations")
    screen.select(index(screen, "BR"))
    app.step()
    assert {"ask.coming", "ask.need"} <= set(ids(app))
    click(app, "verb.ally")
    screen.select(index(screen, "BR"))
    app.step()
    write(app, "n")
    assert isinstance(app.top, AskingDialog)
    assert app.top.offers[0] == screen.desk.plan()[0]


# --- terms


def test_terms_are_named_with_a_press_each_and_change_the_odds(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=3)
    target = index(screen, "BE")
    screen.select(target)
    app.step()
    write(app, "n")
    dialog = app.top
    assert isinstance(dialog, AskingDialog)
    assert dialog.order == Order("ally", "pact", target)
    settle(app, screen)
    before = screen.forecast.reply(dialog.order)
    click(app, "terms.turns.2")
    click(app, "terms.give.arms")
    assert dialog.order.terms == Terms(turns=2, give="arms")
    settle(app, screen)
    after = screen.forecast.reply(dialog.order)
    assert before is not None
    assert after is not None
    assert after.score > before.score
    assert "what they give with it" in dict(after.terms)
    click(app, "terms.give.nothing")
    click(app, "terms.turns.6")
    assert dialog.order == Order("ally", "pact", target)
    click(app, "terms.ask.money")
    settle(app, screen)
    worse = screen.forecast.reply(dialog.order)
    assert worse is not None
    assert worse.score < before.score


def test_what_cannot_be_given_says_why(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=3)
    screen.select(index(screen, "BE"))
    app.step()
    write(app, "n")
    reason = getattr(screen.app.top.find("terms.give.lift"), "why_not", None)  # type: ignore[union-attr]
    assert reason is not None
    assert "no sanctions" in reason


def test_a_guarantee_can_be_against_one_state(app: App, sit: Sit) -> None:
    screen = sit("europe-1900", "FR", level="standard", turns=3)
    free = [n.index for n in screen.reading.others if not screen.desk.why_not(Order("guarantee", "all", n.index))]
    foe = index(screen, "DE")
    target = next(state for state in free if state != foe)
    screen.select(target)
    app.step()
    write(app, "n")
    dialog = app.top
    assert isinstance(dialog, AskingDialog)
    place = next(k for k, order in enumerate(dialog.offers) if order.kind == "guarantee")
    click(app, f"asking.{place}")
    click(app, "terms.against")
    click(app, f"option.{foe}")
    click(app, "asking.give")
    assert screen.desk.plan() == [Order("guarantee", "one", target, terms=Terms(against=foe))]
    assert "against Germany" in order_sentence(screen.reading, screen.desk.plan()[0])


@pytest.mark.parametrize("id", ["budget.guns", "budget.butter", "posture.sword"])
def test_the_card_of_a_plan_says_what_its_tooltip_would_and_none_covers_it(app: App, sit: Sit, id: str) -> None:
    app.resize((1600, 900))
    screen = sit("europe-1900", "FR", level="standard")
    screen.forecast.finish()
    move(app, id)
    for _frame in range(20):
        app.step(0.01)
        screen.forecast.finish()
    control, card, before = screen.find(id), screen.hovering.card(), app.frame()
    assert isinstance(control, Control)
    assert card is not None
    assert control.tip in words(card)
    for _frame in range(20):
        app.step(0.05)
    assert app.tip == id, "the pointer has rested long enough for a tooltip"
    assert app.frame().get_buffer().raw == before.get_buffer().raw


@pytest.mark.parametrize("larger", [1.0, 1.3])
def test_the_questions_in_the_ring_are_written_out_and_cover_no_verb(app: App, sit: Sit, larger: float) -> None:
    app.prefer(Preferences(larger=larger))
    screen = sit("europe-1900", "FR", level="full", turns=3)
    screen.select(index(screen, "DE"))
    app.step()
    discs = [pygame.Rect(0, 0, DISC, DISC) for _spoke in range(12)]
    spokes = [each for each in screen.tree().walk() if each.id.startswith("verb.")]
    for disc, spoke in zip(discs, spokes, strict=False):
        disc.midtop = spoke.rect.centerx, spoke.rect.y + 6
    for id in ("ask.coming", "ask.need"):
        question = screen.find(id)
        assert question is not None
        shown = [each for each in question.walk() if isinstance(each, Label)]
        assert [" ".join(label._lines) for label in shown] == [label.text for label in shown]
        assert question.rect.inflate(-8, -8).collidelist(discs[: len(spokes)]) < 0
