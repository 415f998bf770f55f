"""The house rules that a machine can check."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "game").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_FILE = 40, 300


def functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    words = (first.end_lineno - first.lineno + 1) if is_docstring else 0
    return function.end_lineno - function.lineno + 1 - words


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_and_no_file_is_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    long = {f.name: length(f) for f in functions(ast.parse(text)) if length(f) > LONGEST_FUNCTION}
    assert not long
    assert text.count("\n") <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_says_in_its_first_line_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_nothing_is_left_to_do_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX)\b")
    assert [p for p in FILES if later.search(p.read_text(encoding="utf-8"))] == []


def test_every_coefficient_of_the_rules_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    unused = []
    for path in sorted((ROOT / "assets/rules").glob("*.json")):
        for name in json.loads(path.read_text(encoding="utf-8"))["coefficients"]:
            if not re.search(rf"\.{name}\b|[\"']{name}[\"']", source):
                unused.append(f"{path.stem}.{name}")
    assert unused == []


def test_no_data_is_ever_run_as_code() -> None:
    """Scripts are compiled in one place only, behind --trust."""
    allowed = {"game/scripting/load.py"}
    danger = re.compile(r"\b(pickle|marshal|shelve|yaml\.load|eval\(|exec\()")
    found = [str(p.relative_to(ROOT)) for p in FILES if danger.search(p.read_text(encoding="utf-8"))]
    assert set(found) <= allowed
