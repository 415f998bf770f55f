"""Dates in words: years, seasons, months, parts; and how long some turns take."""

import dataclasses

import pytest

from game.world import Setting
from game.world.dates import date_words, span_words, tick_words
from tests.worlds import start


def dated(start_year: int = 1914, years: int = 1, parts: int = 1) -> Setting:
    return dataclasses.replace(start("five-crowns").setting, start=start_year, years=years, parts=parts)


@pytest.mark.parametrize(
    ("setting", "turn", "date", "tick", "span"),
    [
        (dated(), 3, "1917", "1917", "3 years"),
        (dated(years=5), 2, "1924", "1924", "10 years"),
        (dated(-43), 0, "44 BC", "44 BC", "0 years"),
        (dated(0), 1, "1", "1", "1 year"),
        (dated(parts=4), 0, "winter 1914", "1914", "0 years"),
        (dated(parts=4), 6, "summer 1915", "summer", "18 months"),
        (dated(parts=12), 4, "May 1914", "May", "4 months"),
        (dated(parts=12), 24, "January 1916", "1916", "2 years"),
        (dated(parts=2), 1, "July 1914", "July", "6 months"),
        (dated(parts=3), 5, "September 1915", "September", "20 months"),
        (dated(parts=6), 1, "March 1914", "March", "2 months"),
        (dated(parts=5), 7, "1915 (3 of 5)", "3 of 5", "7 turns"),
        (dated(-1, parts=4), 5, "spring 1 BC", "spring", "15 months"),
    ],
)
def test_a_date_names_the_part_of_the_year_that_a_turn_begins_with(
    setting: Setting, turn: int, date: str, tick: str, span: str
) -> None:
    assert (date_words(setting, turn), tick_words(setting, turn), span_words(setting, turn)) == (date, tick, span)


@pytest.mark.parametrize("parts", range(1, 13))
def test_no_two_turns_of_a_game_have_the_same_date(parts: int) -> None:
    setting = dated(parts=parts)
    assert len({date_words(setting, turn) for turn in range(60)}) == 60
