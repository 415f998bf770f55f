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
    ("opponents/choose.py", "sum"): "Scored.sum adds term by term on the grid, in the order of the terms",
    ("opponents/bargains.py", "sum"): "Scored.sum again",
    ("opponents/courting.py", "sum"): "Scored.sum again",
    ("opponents/planning.py", "sum"): "Scored.sum again",
    ("opponents/quarrels.py", "sum"): "Scored.sum again",
    ("measures/concentration.py", "sum"): "counts poles: a sum of booleans",
    ("measures/pivotal.py", "sum"): "whole numbers",
    ("measures/scores.py", "sum"): "adds four arrays of snapped points, in the order of PARTS",
    ("orders/joint.py", "sum"): "counts, prices and shares of one person's draft, in the order given",
    ("world/grid.py", "@"): "total and combine: both sides on the grid, every sum exact",
    ("measures/ties.py", "@"): "counts: zeros and ones",
    ("orders/common.py", "@"): "counts: zeros and ones",
    ("orders/joint.py", "@"): "counts: zeros and ones",
    ("orders/sheet.py", "@"): "prices are multiples of a half, chosen or not",
    ("phases/entries.py", "@"): "counts: zeros and ones",
    ("phases/land.py", "@"): "counts: zeros and ones",
    ("phases/openings.py", "@"): "counts: zeros and ones",
    ("phases/peace.py", "@"): "counts: zeros and ones",
    ("opponents/quarrels.py", "@"): "counts: zeros and ones",
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
