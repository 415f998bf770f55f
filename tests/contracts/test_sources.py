"""Contracts of the sources: nothing in the rules or doctrines that differs between machines, no code from data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.worlds import ROOT

EXACT = ("world", "measures", "orders", "phases", "opponents", "report/concepts")
"""Packages whose arithmetic must be the same on every machine."""

UNSTABLE = {"exp", "log", "log2", "log10", "pow", "power", "einsum", "dot", "matmul", "inner", "tensordot", "tanh"}
STREAMS = {"random", "default_rng", "RandomState"}
UNSAFE = {"eval", "exec", "compile", "__import__"}

ALLOWED = {
    ("world/chance.py", "exp"): "tables of quantiles are built once and snapped to the grid",
    ("world/pace.py", "**"): "roots of what is left after a year, once a game, on the grid",
    ("opponents/accounts.py", "sum"): "Scored.sum again, and its terms one by one: all on the grid",
    ("opponents/choose.py", "sum"): "Scored.sum adds elementwise and puts the sum on the grid",
    ("opponents/choose.py", "cumsum"): "numbers runs: whole numbers",
    ("opponents/bargains.py", "sum"): "Scored.sum again",
    ("opponents/courting.py", "sum"): "Scored.sum again",
    ("opponents/planning.py", "sum"): "Scored.sum again",
    ("opponents/quarrels.py", "sum"): "Scored.sum again",
    ("measures/concentration.py", "sum"): "counts poles: a sum of booleans",
    ("measures/pivotal.py", "sum"): "whole numbers",
    ("measures/scores.py", "sum"): "adds four arrays of snapped points, in the order of PARTS",
    ("orders/joint.py", "sum"): "counts, prices and shares of one person's draft, in the order given",
    ("world/grid.py", "@"): "total and combine: both sides on the grid, every sum exact; through: counts",
    ("orders/joint.py", "@"): "counts: zeros and ones",
    ("opponents/doctrines/__init__.py", "random"): "the doctrine's own name",
}
"""What a file may use in spite of the rule, with the reason."""

FILES = [path for package in EXACT for path in sorted((ROOT / "game" / package).rglob("*.py"))]
ALL = sorted((ROOT / "game").rglob("*.py"))


def used(path: Path) -> Iterator[str]:
    """What is called, read or imported, by name; `@` for products, `**` for powers that are no constant."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from (alias.name for alias in node.names)
            yield getattr(node, "module", None) or ""
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            yield "@"
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and not _is_constant(node):
            yield "**"


def _is_constant(node: ast.BinOp) -> bool:
    sides = (node.left, node.right.operand if isinstance(node.right, ast.UnaryOp) else node.right)
    return all(isinstance(side, ast.Constant) for side in sides)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "game")))
def test_rules_and_doctrines_use_no_arithmetic_that_differs_between_machines(path: Path) -> None:
    place = str(path.relative_to(ROOT / "game"))
    forbidden = UNSTABLE | STREAMS | {"sum", "mean", "prod", "cumsum", "std", "var", "@", "**"}
    found = {name for name in used(path) if name in forbidden}
    if "power" in found and "np.power" not in path.read_text(encoding="utf-8"):
        found.discard("power")  # the measure of that name
    assert {name for name in found if (place, name) not in ALLOWED} == set()


@pytest.mark.parametrize(("place", "name"), ALLOWED)
def test_what_is_allowed_by_way_of_exception_is_still_used(place: str, name: str) -> None:
    assert name in set(used(ROOT / "game" / place))


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(ROOT / "game")))
def test_no_code_is_ever_read_from_data(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [*(alias.name for alias in node.names), getattr(node, "module", None) or ""]
    }
    assert not called & UNSAFE
    assert not imported & {"pickle", "shelve", "marshal", "dill", "yaml", "cPickle"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "game")))
def test_rules_read_no_file_no_clock_and_no_chance_but_their_own(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not imported & {"time", "datetime", "random", "secrets", "uuid", "os", "pathlib", "pygame", "io"}
    assert not called & {"open", "print", "input", "hash", "id", "set"}


PLAIN = {0.0, 0.5, 1.0, 1e-3, 1e-6}
"""Numbers that weigh nothing: none, half and all, an even chance, and guards against division by zero."""

NUMERIC = {
    ("capture.py", "capture"): "a draw below the step of the grid, which only parts equals",
    ("concentration.py", "concentration"): "two states at least, that there be something to divide by",
    ("concentration.py", "effective_number"): "a guard against division by zero",
    ("estimates.py", "_LEAST"): "a guard under a root",
    ("power.py", "first_largest"): "a draw below the step of the grid, which only parts equals",
    ("reach.py", "edge"): "the formula itself: twice, once or half at no, even or full offence",
    ("scores.py", "parts"): "out of a hundred",
    ("scores.py", "scores"): "out of a hundred",
    ("accounts.py", "_SHUT"): "far below any score",
    ("planning.py", "_STEPS"): "the grid on which shares are planned",
    ("reading.py", "parity"): "a guard against division by zero",
    ("reasons.py", "_SHUT"): "far below any score",
    ("reasons.py", "mood"): "the inverse of the rational logistic",
    ("striving.py", "_TASTE"): "a table, one line to a card",
    ("striving.py", "_WAR"): "a table, one line to a card",
    ("swaying.py", "_LEAST_ODDS"): "what can be told of an act; nobody decides by it",
    ("swaying.py", "_SAME_SHARE"): "what can be told of an act; nobody decides by it",
}
"""Functions, tables and limits whose numbers are no coefficients, with the reason."""


def bare(path: Path) -> set[tuple[str, str]]:
    """The innermost functions and the names at the top of a file that hold a bare number, as (file, name)."""
    return {(path.name, name) for name in _holders(ast.parse(path.read_text(encoding="utf-8")), "")}


def _holders(node: ast.AST, name: str) -> Iterator[str]:
    match node:
        case ast.FunctionDef():
            name = node.name
        case ast.Assign(targets=[ast.Name(id=target)]) if not name:
            name = target
        case ast.Constant(value=float() as value) if value not in PLAIN:
            yield name
    for child in ast.iter_child_nodes(node):
        yield from _holders(child, name)


WEIGHED = [path for name in ("measures", "phases", "opponents") for path in sorted((ROOT / "game" / name).glob("*.py"))]


@pytest.mark.parametrize("path", WEIGHED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_rules_and_opponents_hold_no_number_that_the_rules_files_do_not_name(path: Path) -> None:
    news = {(path.name, "NEWS")}  # how much of a headline each is: what is told, not what happens
    assert bare(path) - NUMERIC.keys() - news == set()


def test_every_number_that_code_may_hold_is_still_there() -> None:
    assert NUMERIC.keys() - {holder for path in WEIGHED for holder in bare(path)} == set()


def test_a_bare_weight_in_a_term_is_found(tmp_path: Path) -> None:
    path = tmp_path / "weighing.py"
    path.write_text("def weigh(x):\n    return 0.5 * x - 0.07\n", encoding="utf-8")
    assert bare(path) == {("weighing.py", "weigh")}
