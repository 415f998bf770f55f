"""The report: ranked by its effect on the reader, honest about what is claimed and what is true."""

import pygame
import pytest

from game.match import PERSON, Seat
from game.measures.blocs import sides
from game.measures.power import leader, power
from game.measures.threat import threat
from game.storage.laboratory import lab
from game.storage.scenarios import read_with_map
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.openings import seated
from game.ui.flow.showing import stage_of
from game.ui.flow.table import Table
from game.ui.flow.telling import report_of
from game.ui.screens.report import Report, ReportScreen
from game.ui.scroll import Scroll
from game.ui.theme import number, signed
from tests.ui.hands import click, key_down

READER = 1


@pytest.fixture(scope="module")
def played() -> Table:
    """A game for one person who gives no orders, eight turns old."""
    scenario, land = read_with_map("europe-1900")
    table = Table.lay(scenario, land, seated(scenario, READER), seed=7)
    for _turn in range(8):
        table.end_turn()
    return table


@pytest.fixture(scope="module")
def ended() -> Table:
    scenario, land = read_with_map("europe-1900")
    table = Table.lay(scenario, land, seated(scenario, READER), seed=7)
    while not table.over:
        table.end_turn()
    return table


def reports(table: Table, reader: int | None = READER) -> list[Report]:
    return [report_of(table, index, reader) for index in range(len(table.history))]


def test_while_playing_a_card_claims_and_shows_no_weights(played: Table) -> None:
    cards = [story.why for report in reports(played) for story in report.headlines if story.why.answered]
    assert len(cards) > 10
    for why in cards:
        assert not why.true
        assert why.total == 0.0 and not why.left and not why.unmet
        assert not any(reason.chance for reason in why.reasons)


def test_when_the_game_is_over_every_card_is_true(ended: Table) -> None:
    cards = [story.why for report in reports(ended) for story in report.headlines if story.why.answered]
    assert len(cards) > 20
    assert all(why.true and why.reasons for why in cards)
    assert any(why.left for why in cards)
    minds = [why.mind() for why in cards if why.mind is not None]
    assert any(mind.face is None for mind in minds) and any(mind.face is not None for mind in minds)


def test_chance_is_told_in_words_and_never_as_a_number(app: GameWindow, director: Director, ended: Table) -> None:
    director.table = ended
    for index, report in enumerate(reports(ended)):
        for place, story in enumerate(report.headlines):
            if any(reason.chance for reason in story.why.reasons):
                director._report(index, READER, lambda: None, "on", app.pop)
                screen = app.top
                assert isinstance(screen, ReportScreen)
                screen._choose(str(place))
                app.frame()
                words = [getattr(each, "text", "") for each in screen.tree().walk()]
                assert "The luck of the draw" in words
                assert {"for it", "against it"} & set(words)
                return
    raise AssertionError("no card of this game names chance")


def test_what_touches_the_reader_comes_before_what_does_not(played: Table) -> None:
    own, others = 0, 0
    for reader in (1, 3, 6):
        for report in reports(played, reader):
            for place, story in enumerate(report.headlines[:2]):
                del place
                own += reader in story.actors or story.tone == "bad"
                others += not (reader in story.actors or story.tone == "bad")
    assert own > others


def test_every_event_that_a_reader_may_know_is_revealed(ended: Table) -> None:
    for index, turn in enumerate(ended.history):
        stage = stage_of(ended, index, READER)
        told = [sentence for beat in (*stage.beats, stage.after) for _faces, sentence in beat.lines]
        assert all(event.sentence in told for event in turn.events if event.known_to(READER))


def test_wars_come_last_and_words_before_treaties() -> None:
    scenario, land = read_with_map("europe-1900")
    warlike = Table.lay(scenario, land, seated(scenario, None), seed=7)
    while not warlike.over:
        warlike.end_turn()
    order = ["Tidings", "Words", "Treaties", "Soft acts and arms", "Demands", "Peace", "War"]
    seen = set()
    for index in range(len(warlike.history)):
        titles = [beat.title for beat in stage_of(warlike, index, READER).beats]
        assert titles == sorted(titles, key=order.index)
        seen |= set(titles)
    assert {"War", "Treaties", "Words"} <= seen


def test_t_opens_the_timeline_and_escape_leads_back(app: GameWindow, director: Director, played: Table) -> None:
    director.table = played
    director.report_last(READER)
    report = app.top
    key_down(app, pygame.K_t, "t")
    assert app.top is not report
    key_down(app, pygame.K_ESCAPE)
    assert app.top is report
    click(app, "page.timeline")
    assert app.top is not report


def test_a_states_threat_is_told_with_one_story_alone(played: Table) -> None:
    told = 0
    for report in reports(played):
        effects = [story.effect for story in report.headlines if "threat of" in story.effect]
        assert len(effects) == len(set(effects)), "the same move is not the doing of every story"
        told += len(effects)
    assert told > 4


def test_headlines_without_an_effect_stand_behind_those_with_one(played: Table) -> None:
    seen = 0
    for report in (report for reader in (1, 3, 6, 11) for report in reports(played, reader)):
        bare = [story.effect in ("Even: no effect on us yet", "Even: our own doing") for story in report.headlines]
        assert bare == sorted(bare), [story.title for story in report.headlines]
        seen += any(bare) and not all(bare)
    assert seen > 2


def test_what_is_told_of_a_threat_is_what_the_two_views_measure(played: Table) -> None:
    told = 0
    for index, report in enumerate(reports(played)):
        before, after = played.views(index, READER)
        for story in report.headlines:
            for actor in story.actors:
                if f"threat of {played.faces[actor].called} to us" in story.effect:
                    moved = float(threat(after)[READER, actor] - threat(before)[READER, actor])
                    assert story.effect.endswith(signed(moved))
                    assert story.tone == ("bad" if moved > 0 else "good")
                    told += 1
    assert told > 4


def test_a_demand_on_the_reader_leads_its_page(played: Table) -> None:
    led = 0
    for reader in range(len(played.faces)):
        for index, turn in enumerate(played.history):
            if any(event.kind == "demand" and event.actors[1] == reader for event in turn.events):
                story = report_of(played, index, reader).headlines[0]
                assert story.felt >= 2.0
                led += "our answer is due" in story.effect
    assert led > 2


def test_beside_a_headline_stands_what_moved_the_balance_and_the_reader(played: Table) -> None:
    for index, report in enumerate(reports(played)):
        before, after = played.views(index, READER)
        balance, own = report.standing
        weights = [float(change.after) for change in balance.changes]
        assert sum(weights) == pytest.approx(100.0, abs=0.3)
        share = next(change for change in own.changes if "power share" in change.what)
        assert (share.before, share.after) == tuple(
            f"{100 * float(power(view)[READER]):.1f}" for view in (before, after)
        )
        moved = {k for k in range(after.n) if after.alive[k] and sides(before)[k] != sides(after)[k]}
        assert len(balance.notes) == min(5, len(moved)) or leader(before) != leader(after)
        assert own.notes


def test_the_public_is_told_of_the_balance_and_of_nobody_s_own_place(played: Table) -> None:
    for report in reports(played, None):
        assert len(report.standing) == 1


def test_the_evidence_of_a_claim_is_what_the_reader_knows(played: Table) -> None:
    found = 0
    for index, report in enumerate(reports(played)):
        view = played.views(index, READER)[0]
        for why in (story.why for story in report.headlines if story.why.answered):
            state = played.faces.index(why.face)
            worst = threat(view)[state].argmax()
            assert view.setting.called(int(worst)).lower() in why.evidence[0].lower()
            assert number(float(threat(view)[state, worst]), 2) in why.evidence[0]
            found += 1
    assert found > 5


def test_the_shares_of_power_stay_in_sight_at_full_hd(app: GameWindow, director: Director, played: Table) -> None:
    director.table = played
    app.resize((1920, 1080))
    director.report_last(READER)
    app.step()
    assert app.top is not None
    texts = [each for each in app.top.tree().walk() if "others" in getattr(each, "text", "")]
    assert texts and texts[0].rect.bottom < 1080 - 28
    scrolled = [below for each in app.top.tree().walk() if isinstance(each, Scroll) for below in each.walk()]
    assert texts[0] not in scrolled


def test_among_many_states_the_page_comes_first_and_what_would_have_changed_a_mind_after_it(
    app: GameWindow, director: Director
) -> None:
    minds = ["balancer", "jackal", "offensive_realist", "threat_balancer"] * 6
    scenario, chart = lab(24, 2, doctrines=minds)
    seats = [Seat(PERSON) if k == 1 else Seat("doctrine", mind) for k, mind in enumerate(minds)]
    director.table = Table.lay(scenario, chart, seats, seed=3)
    for _turn in range(6):
        director.table.end_turn()
        director.report_last(1)
        screen = app.top
        if any(headline.why.mind is not None for headline in screen.report.headlines):
            break
    screen.chosen = next(k for k, headline in enumerate(screen.report.headlines) if headline.why.mind is not None)
    screen.refresh()
    app.step()
    waiting = "One moment: this is being weighed."
    assert any(getattr(each, "text", "") == waiting for each in screen.tree().walk())
    app.step()
    texts = [getattr(each, "text", "") for each in screen.tree().walk()]
    assert waiting not in texts
    assert screen.report.headlines[screen.chosen].why.mind().words in texts
