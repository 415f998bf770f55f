"""Sensitivity: each coefficient up and down by a fifth, one at a time, and what becomes of some facts."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from game.arena.executor import finished
from game.lab.facts import FACTS
from game.lab.run import MAIN, run, sized
from game.language import _, plural
from game.storage.files import FileError, did_you_mean
from game.storage.rules import load_rules

SHIPPED = "lab/sensitivity.csv"
"""The table that comes with the game, below the folder of assets: what a page shows if no other is named."""
WATCHED = ("F1", "F2", "F3", "F6", "F7")
FACTORS = (0.8, 1.2)
HEADS = ("coefficient", "factor", "number", "games", "fact", "measure", "value", "low", "high", "passed")
AS_IT_IS = "as it is"
"""The name under which the rules without any change stand in the table."""


@dataclass(frozen=True)
class Change:
    """One coefficient at a factor of its value; games a condition; the facts to look at."""

    coefficient: str
    factor: float
    games: int
    facts: tuple[str, ...] = WATCHED


Row = dict[str, str]


def changes(games: int, facts: Sequence[str] = WATCHED) -> list[Change]:
    """All changes: the rules as they are, then every coefficient that is not 0 down and up by a fifth."""
    names = [f"{s}.{n}" for s, each in load_rules().values().items() for n, value in each.items() if value]
    first = [Change(AS_IT_IS, 1.0, games, tuple(facts))]
    return first + [Change(name, factor, games, tuple(facts)) for name in names for factor in FACTORS]


def within(wanted: Sequence[Change], names: Sequence[str]) -> list[Change]:
    """Keep changes of some sections or coefficients, and the rules as they are; all without names.

    Raises FileError for a name that the rules do not have.
    """
    known = {each.coefficient for each in wanted} | {each.coefficient.split(".")[0] for each in wanted}
    for name in names:
        if name not in known:
            text = _("coefficients: there is no section or coefficient “{word}” to change").format(word=name)
            raise FileError(text + did_you_mean(name, known))
    kept = {*names, AS_IT_IS}
    return [c for c in wanted if not names or {c.coefficient, c.coefficient.split(".")[0]} & kept]


def measure(change: Change) -> list[Row]:
    """Play the facts under one change: a row for all that is measured of a fact, with its verdict."""
    number = _number(change.coefficient, change.factor)
    rules = {} if number is None else {change.coefficient: number}
    chosen = [fact.verdict_only() for fact in FACTS if fact.id in change.facts]
    rows = []
    for outcome in run(chosen, sized(MAIN, change.games), rules=rules):
        for what, value in outcome.finding.measured.items():
            numbers = {"value": value.value, "low": value.low, "high": value.high}
            row = {"coefficient": change.coefficient, "factor": f"{change.factor:g}", "number": _written(number)}
            row |= {"games": str(change.games), "fact": outcome.fact.id, "measure": what}
            row |= {k: f"{x:.6g}" for k, x in numbers.items()}
            rows.append(row | {"passed": str(int(outcome.finding.passed))})
    return rows


def _number(coefficient: str, factor: float) -> float | None:
    """What a coefficient is under a change, None for the rules as they are and for one that they no longer have."""
    section, _dot, name = coefficient.partition(".")
    value = load_rules().values().get(section, {}).get(name)
    return None if value is None else value * factor


def _written(number: float | None) -> str:
    return "" if number is None else f"{number:.6g}"


def fill(
    path: Path,
    wanted: Sequence[Change],
    *,
    most: int | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda done, all_: None,
) -> list[Row]:
    """Measure what the file does not hold yet (at most so many points), adding rows as they come; give all rows.

    It can be stopped at any time and goes on where it stood.
    """
    old = read(path)
    missing = _missing(wanted, old)[:most]
    progress(0, len(missing))
    for done, (_index, rows) in enumerate(finished(measure, missing, workers), 1):
        _append(path, rows)
        old += rows
        progress(done, len(missing))
    return old


def _missing(wanted: Sequence[Change], old: Sequence[Row]) -> list[Change]:
    """What is not measured yet: the changes, each with the facts that still lack."""
    have = {(row["coefficient"], row["factor"], row["games"], row["fact"]) for row in old}
    found = []
    for each in wanted:
        point = (each.coefficient, f"{each.factor:g}", str(each.games))
        found.append(replace(each, facts=tuple(fact for fact in each.facts if (*point, fact) not in have)))
    return [each for each in found if each.facts]


def read(path: Path) -> list[Row]:
    """Read the rows that a file holds, none if there is no file; a torn last line is left out."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row.get("passed") in ("0", "1")]


def _append(path: Path, rows: Sequence[Row]) -> None:
    fresh = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, HEADS)
        if fresh:
            writer.writeheader()
        writer.writerows(rows)


def turned(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows by coefficient whose verdict is another than that of the rules as they are."""
    usual = {(row["fact"], row["games"]): row["passed"] for row in rows if row["coefficient"] == AS_IT_IS}
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row["passed"] != usual.get((row["fact"], row["games"]), row["passed"]):
            found.setdefault(row["coefficient"], []).append(row)
    return found


def as_html(rows: Sequence[Row]) -> str:
    """A table for the page: every coefficient that turns a verdict, with the first measure of each fact; before it how
    often each fact keeps its verdict, and whether the rules are still those that were measured.
    """
    rows = _first_measures(rows)
    changed = turned(rows)
    names = {row["coefficient"] for row in rows} - {AS_IT_IS}
    facts = sorted({row["fact"] for row in rows}, key=lambda fact: int(fact[1:]))
    head = "".join(f"<th>{escape(word)}</th>" for word in (_("coefficient"), _("change"), *facts))
    body = "".join(_lines(rows, facts, changed))
    text = _("{turned} of {all} coefficients turn a verdict when they are a fifth smaller or larger:")
    words = text.format(turned=len(changed), all=len(names))
    said = " ".join([*(_kept(rows, fact) for fact in facts), *_outdated(rows)])
    return (
        f'<article id="sensitivity"><h2>{escape(_("How much hangs on each number"))}</h2>'
        f"<p>{escape(said)}</p><p>{escape(words)}</p>"
        f'<div class="wide"><table><tr>{head}</tr>{body}</table></div></article>'
    )


def _kept(rows: Sequence[Row], fact: str) -> str:
    """In how many of the changes a fact keeps its verdict."""
    usual = {row["games"]: row["passed"] for row in rows if row["coefficient"] == AS_IT_IS and row["fact"] == fact}
    moved = [row for row in rows if row["coefficient"] != AS_IT_IS and row["fact"] == fact]
    kept = sum(row["passed"] == usual.get(row["games"], row["passed"]) for row in moved)
    text = _("{fact} keeps its verdict in {kept} of {all} changes ({part:.1%}; {games} games a condition).")
    games = ", ".join(sorted({row["games"] for row in moved}, key=int))
    return text.format(fact=fact, kept=kept, all=len(moved), part=kept / max(1, len(moved)), games=games or 0)


def _outdated(rows: Sequence[Row]) -> Iterator[str]:
    """Say how many coefficients are no longer what they were when the table was made."""
    moved = {(row["coefficient"], row["factor"]): row["number"] for row in rows if row["coefficient"] != AS_IT_IS}
    other = {name for (name, factor), number in moved.items() if number != _written(_number(name, float(factor)))}
    if other:
        yield plural("{n} coefficient has changed since.", "{n} coefficients have changed since.", len(other))


def _first_measures(rows: Sequence[Row]) -> list[Row]:
    """Keep what stands first of each fact under each change."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        found.setdefault((row["coefficient"], row["factor"], row["fact"]), row)
    return list(found.values())


def _lines(rows: Sequence[Row], facts: Sequence[str], changed: dict[str, list[Row]]) -> Iterator[str]:
    at = {(row["coefficient"], row["factor"], row["fact"]): row for row in rows}
    for name, factor in dict.fromkeys((row["coefficient"], row["factor"]) for row in rows):
        if name != AS_IT_IS and not any(row["factor"] == factor for row in changed.get(name, ())):
            continue
        cells = "".join(_cell(at.get((name, factor, fact))) for fact in facts)
        yield f"<tr><td>{escape(name)}</td><td>× {escape(factor)}</td>{cells}</tr>"


def _cell(row: Row | None) -> str:
    if row is None:
        return "<td></td>"
    kind, sign = ("good", "✓") if row["passed"] == "1" else ("bad", "✗")
    return f'<td><span class="{kind}">{sign}</span> {float(row["value"]):.3g}</td>'
