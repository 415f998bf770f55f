"""The page: whole in itself, readable, and true to the findings."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from game.lab.describe import describe
from game.lab.facts import FACTS
from game.lab.page import page
from game.lab.run import Bench, run
from game.lab.setups import NEVER_ENDS, Setup

pytest.importorskip("matplotlib")
TINY = Bench("tiny", (0,), 2, 1)


class Balance(HTMLParser):
    """Check that tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def written() -> str:
    def short(fact):
        return lambda shift: {k: replace(v, turns=min(v.turns, 8)) for k, v in fact.conditions(shift).items()}

    chosen = [replace(fact, conditions=short(fact)) for fact in FACTS if fact.id in ("F1", "F6", "F14")]
    return page(run(chosen, TINY), TINY)


def test_the_page_needs_no_other_file(written: str) -> None:
    assert not re.findall(r"<(?:script|link|img|iframe)\b", written)
    assert not re.findall(r"""(?:src|href)=["'](?!#)""", written)
    assert "url(http" not in written


def test_the_page_is_well_formed_with_a_picture_and_a_verdict_a_fact(written: str) -> None:
    parser = Balance()
    parser.feed(written)
    assert parser.open == []
    assert parser.seen.count("article") == 3
    assert parser.seen.count("svg") == 3
    assert len(re.findall("✓ holds|✗ does not hold", written)) == 6


def test_the_page_says_what_was_played(written: str) -> None:
    assert "the first with 29% of everything" in written
    assert "played on past hegemony" in written


def test_a_condition_is_told_in_words() -> None:
    setup = Setup(states=5, cast=("hold",), turns=1, rules=(NEVER_ENDS,), sea=(1.0, 0.0), island=True)
    told = describe(setup)
    assert told.startswith("5 states of equal size, all hold, 1 turn")
    assert "on an island" in told
