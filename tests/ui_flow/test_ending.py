"""The end: annals that are prose about what happened, epitaphs that are measured."""

import re

import pytest

from game.storage.scenarios import read_with_map
from game.ui.flow.annals import annals_of
from game.ui.flow.epitaphs import epitaphs
from game.ui.flow.openings import seated
from game.ui.flow.summing import ending_of
from game.ui.flow.table import Table


@pytest.fixture(scope="module", params=[("europe-1900", 7), ("europe-1900", 1914), ("five-crowns", 3)])
def table(request: pytest.FixtureRequest) -> Table:
    name, seed = request.param
    scenario, land = read_with_map(name)
    laid = Table.lay(scenario, land, seated(scenario, None), seed=seed)
    while not laid.over:
        laid.end_turn()
    return laid


def test_the_annals_are_six_paragraphs_that_cover_every_year_once(table: Table) -> None:
    told = list(annals_of(table))
    assert len(told) == 6
    years = [int(year) for when, _text in told for year in re.findall(r"\d+", when)]
    assert years == sorted(years)
    assert (str(years[0]), str(years[-1])) == (table.date_of(0), table.date_of(table.turn - 1))


def test_a_paragraph_is_sentences_and_no_two_are_the_same(table: Table) -> None:
    told = [text for _when, text in annals_of(table)]
    assert len(set(told)) == len(told)
    for text in told:
        assert text[0].isupper() and text.endswith(".")
        assert "{" not in text and ".." not in text and "  " not in text


def test_every_war_and_every_state_lost_is_in_the_annals(table: Table) -> None:
    whole = " ".join(text for _when, text in annals_of(table))
    for affair in table.match.names.affairs:
        if affair.kind == "war":
            assert affair.name in whole
    for turn in table.history:
        for event in turn.events:
            if event.kind == "died":
                assert f"{table.match.world.setting.called(event.actors[0])} was no more".lower() in whole.lower()


def test_an_epitaph_counts_the_turns_that_showed_the_conduct(table: Table) -> None:
    told = epitaphs(table.history, table.match.world.n)
    assert len(set(told)) > 2
    for state, words in enumerate(told):
        if not words.startswith("Soft balancer"):
            continue
        shown = sum(
            (state, "soft_balancing") in {(c.actor, c.concept) for c in turn.concepts} for turn in table.history
        )
        lived = sum(bool(turn.before.alive[state]) for turn in table.history)
        assert words == f"Soft balancer, {round(100 * shown / lived)} %"


def test_who_attacked_and_demanded_more_than_others_is_called_an_aggressor(table: Table) -> None:
    kinds = ("attack", "surprise", "demand")
    counts = [0] * table.match.world.n
    for turn in table.history:
        for state in {event.actors[0] for event in turn.events if event.kind in kinds}:
            counts[state] += 1
    told = epitaphs(table.history, table.match.world.n)
    marked = [count for count, words in zip(counts, told, strict=True) if words.startswith("Aggressor")]
    if table.match.world.n > 5:
        assert marked and max(counts) == max(marked)
    else:
        assert max(counts) < 3 and not marked, "a quiet game has no aggressor"


def test_every_state_has_its_epitaph_on_the_end_screen(table: Table) -> None:
    ending = ending_of(table, [])
    assert {result.epitaph for result in ending.results} == set(epitaphs(table.history, table.match.world.n))
    assert all("secure in" in result.note or "is no more" in result.note for result in ending.results)


def test_aims_are_revealed_where_they_were_dealt(table: Table) -> None:
    scenario, land = read_with_map("five-crowns")
    full = Table.lay(scenario, land, seated(scenario, None), seed=7, level="full")
    while not full.over:
        full.end_turn()
    ending = ending_of(full, [])
    assert all(result.aim for result in ending.results)
    place = [name for name, _most in ending.parts].index("Aim")
    assert all((result.parts[place] > 0) == result.met for result in ending.results)
    assert not any(result.aim for result in ending_of(table, []).results)
