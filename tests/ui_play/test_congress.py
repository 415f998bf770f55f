"""The congress in the dossier: what is open, what is in force, and how a state voted."""

import numpy as np

from game.orders.congress import CENSURE, MANDATE, RESTRAIN
from game.orders.kind import Order
from game.ui.app import App
from game.ui.labels import Label
from game.ui.screens.play import PlayScreen

from .conftest import match_of, seat_at


def lines(screen: PlayScreen, code: str) -> list[str]:
    """The words of a state's dossier."""
    state = screen.reading.with_code(code)
    assert state is not None
    screen.select(state)
    dossier = screen.find("dossier")
    assert dossier is not None
    return [each.text for each in dossier.walk() if isinstance(each, Label)]


def test_a_dossier_says_nothing_of_a_congress_that_did_nothing(app: App) -> None:
    screen = seat_at(app, *match_of("five-crowns", "CO", level="full"))
    assert "In the congress" not in lines(screen, "AV")


def test_a_motion_and_its_movers_stand_in_both_dossiers(app: App) -> None:
    match, me = match_of("five-crowns", "CO", level="full")
    avar, brenmark, doria = (match.world.setting.codes.index(code) for code in ("AV", "BR", "DO"))
    motion = np.zeros((match.world.n, match.world.n), int)
    motion[[brenmark, doria], avar] = CENSURE
    match.world = match.world.but(motion=motion)
    screen = seat_at(app, match, me)
    told = lines(screen, "AV")
    assert "Its censure is put to the vote" in told
    assert "moved by Brenmark, Doria" in told
    assert "It moved to censure Avar" in lines(screen, "DO")
    assert "In the congress" not in lines(screen, "ES")


def test_a_resolution_in_force_says_who_voted_for_it_and_how_long_it_runs(app: App) -> None:
    match, me = match_of("five-crowns", "CO", level="full")
    avar, brenmark, estmere = (match.world.setting.codes.index(code) for code in ("AV", "BR", "ES"))
    backing = np.zeros((match.world.n, match.world.n), int)
    backing[[brenmark, me], avar] = RESTRAIN
    backing[avar, estmere] = MANDATE
    match.world = match.world.but(backing=backing, backing_term=np.where(backing > 0, 3, 0))
    screen = seat_at(app, match, me)
    told = lines(screen, "AV")
    assert "Restrained by the congress" in told
    assert "voted by Brenmark, us" in told
    assert "Voted for the mandate against Estmere" in told
    assert told.count("3 turns") == 2
    assert "Under a mandate of the congress" in lines(screen, "ES")


def test_votes_that_were_cast_stay_in_the_record(app: App) -> None:
    match, me = match_of("five-crowns", "CO", level="full")
    avar, brenmark = (match.world.setting.codes.index(code) for code in ("AV", "BR"))
    match.world = match.world.but(influence=np.full(match.world.n, 6.0))
    assert match.give(me, Order("congress", "censure", avar)) == []
    match.end_turn()
    assert match.world.motion[me, avar] == CENSURE
    match.end_turn()
    votes = [event for event in match.history[-1].events if event.kind in ("vote", "resolution")]
    assert votes, "the motion was voted on"
    screen = seat_at(app, match, me)
    for event in votes:
        if event.actors[0] not in (me,):
            code = match.world.setting.codes[event.actors[0]]
            assert any(word in event.sentence for word in ("votes", "congress"))
            assert event.sentence in lines(screen, code)
    assert {event.actors[0] for event in votes} - {me}, f"somebody else than {brenmark} may have abstained, not all"
