"""The rulebook says all that is in the files, of its level, on a terminal and as a page."""

import re
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from game.measures.scores import PARTS
from game.orders.kinds import KINDS
from game.phases import PHASES
from game.report.concepts import CONCEPTS
from game.report.rulebook import page, rulebook, show
from game.report.rulebook.book import Formula, Number, Paragraph, Points, prose
from game.report.rulebook.chapters import SCALES, offered
from game.storage.rules import RulesFile, load_rules, read_section
from game.world.setting import LEVELS
from tests.cli.test_commands import counterpoise
from tests.worlds import ROOT


def sections() -> list[RulesFile]:
    return [read_section(path) for path in sorted((ROOT / "assets/rules").glob("*.json"))]


def printed(level: str, width: int = 100) -> str:
    out = StringIO()
    show(rulebook(level, sections()), Console(file=out, width=width))
    return out.getvalue()


class Reader(HTMLParser):
    """What a page shows, where one can go, what it refers to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words, self.places, self.references, self.loads = "", [], [], []  # type: ignore[var-annotated]
        self.rows, self.hidden = {}, False  # type: ignore[var-annotated]
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.hidden = tag == "style"
        self.places += [given["id"]] if "id" in given else []
        self.references += [given["href"][1:]] if tag == "a" and given["href"].startswith("#") else []  # type: ignore
        self.loads += [tag] if tag in ("script", "link", "img", "iframe") or "src" in given else []
        if tag == "tr" and "id" in given:
            self.rows[given["id"]] = ""

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words += data
            if self.rows:
                last = next(reversed(self.rows))
                self.rows[last] += f" {data}"


def flat(text: str) -> str:
    return " ".join(text.split())


WIDE = printed("standard", 300)
LAID = {level: (flat(printed(level)), Reader(page(rulebook(level, sections())))) for level in LEVELS}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_order_of_the_level_is_told_with_its_help_and_none_of_a_higher_one(level: str, kind) -> None:  # type: ignore
    text, html = LAID[level]
    of_level = kind.level <= LEVELS[level]
    assert (f"order-{kind.name}" in html.places) == of_level
    assert (flat(kind.help) in text) == (flat(kind.help) in flat(html.words)) == of_level
    if of_level:
        choices = [choice.name for choice in offered(kind, level)]
        for rule in kind.rules:
            concerned = not rule.only or set(rule.only) & set(choices)
            assert not concerned or (rule.sentence in flat(html.words) and rule.sentence in text)
        for choice in kind.choices:
            words = choice.says.split("{")[0]
            assert choice.name not in choices or (words in text and words in html.words)


def without_values(text: str) -> str:
    """A text as its docstring has it, without the values beside the coefficients."""
    return re.sub(r"\b([a-z]+\.[a-z_]+) \([-\d.]+\)", r"\1", flat(text))


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.name)
def test_every_phase_is_told_with_all_that_its_file_says(phase) -> None:  # type: ignore[no-untyped-def]
    text, html = LAID["standard"]
    assert f"phase-{phase.name}" in html.places
    assert f"{phase.number} {phase.name}" in text
    told, page_told = without_values(text), without_values(html.words)
    said = prose(str(phase.module.__doc__))[1:]
    assert said
    for block in said:
        words = flat(block.text)  # type: ignore[union-attr]
        assert words in told and words in page_told


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.name)
def test_every_phase_states_its_sources_and_names_only_coefficients_that_exist(phase) -> None:  # type: ignore
    document = str(phase.module.__doc__)
    rules = load_rules().values()
    named = [name.split(".") for name in re.findall(r"\b[a-z]+\.(?!json\b)[a-z_]+\b", document)]
    assert named and all(name in rules[section] for section, name in named)
    assert re.search(r"^Sources: .*\d{4}", document, re.MULTILINE)


def test_every_coefficient_that_any_text_of_the_book_names_exists_and_is_shown_with_its_value() -> None:
    rules = load_rules().values()
    named = re.findall(rf"\b({'|'.join(rules)})\.([a-z_]+)(?<!json) (\([-\d.e]+\))?", flat(LAID["full"][1].words))
    assert len(named) > 100
    assert {(s, n, v) for s, n, v in named if n not in rules[s] or v != f"({rules[s][n]:g})"} == set()


def test_every_coefficient_stands_in_the_book_with_value_unit_meaning_and_source() -> None:
    text, html = LAID["standard"]
    for section in sections():
        for name, each in section.coefficients.items():
            row = html.rows[f"{section.section}.{name}"]
            assert all(word in row for word in (name, f"{each.value:g}", each.unit, each.meaning, each.source))
            assert re.search(rf"\b{name}\s+{re.escape(f'{each.value:g}')}\s+", WIDE), name
        assert section.about in text


def test_the_book_says_of_each_coefficient_that_scales_how_it_does_and_of_no_other() -> None:
    chapter = next(c for c in rulebook("standard", sections()).chapters if c.anchor == "coefficients")
    short = next(s for s in chapter.sections if s.anchor == "rules-short-turns")
    points = next(block for block in short.blocks if isinstance(block, Points)).lines
    said = {name: kind for kind, line in zip(SCALES, points, strict=True) for name in re.findall(r"\w+\.\w+", line)}
    files = {f"{s.section}.{name}": c.scales for s in sections() for name, c in s.coefficients.items() if c.scales}
    assert said == files and len(said) > 20


def test_concepts_and_scores_are_told() -> None:
    text, html = LAID["standard"]
    for concept in CONCEPTS:
        assert concept.definition in text and concept.definition in html.words
        assert concept.source in html.words
    for name, _part in PARTS:
        assert f"scores.{name}" in text and f"scores.{name}" in html.words


@pytest.mark.parametrize("level", LEVELS)
def test_the_page_loads_nothing_and_every_reference_leads_somewhere(level: str) -> None:
    html = LAID[level][1]
    assert html.loads == []
    assert set(html.references) <= set(html.places)
    assert len(html.places) == len(set(html.places))
    assert {place for place in html.places if place.startswith(("order-", "phase-"))} <= set(html.references)


def test_a_number_named_in_the_text_comes_with_its_value() -> None:
    book = rulebook("standard", sections())
    decay = load_rules().budget.decay
    assert Number("budget.decay", f"{decay:g}", "a year") in book.pieces("arms wear by budget.decay a year")
    assert "".join(map(str, book.pieces("see e.g. the book"))) == "see e.g. the book"


def test_indented_lines_of_a_docstring_are_formulas_and_shapes_of_arrays_are_left_out() -> None:
    first, formula, last = prose("Share of all, [..., N].\n\n    a = b\n    c = d\n\nMore of it,\nand .5 of that.")
    assert first == Paragraph("Share of all.")
    assert formula == Formula("a = b\nc = d")
    assert last == Paragraph("More of it, and .5 of that.")


def test_the_command_prints_the_book_and_writes_the_page(tmp_path: Path) -> None:
    told = counterpoise("rules", "--level", "foundations")
    assert told.returncode == 0 and "level foundations" in told.stdout and told.stdout.isascii() is False
    target = tmp_path / "rules.html"
    written = counterpoise("rules", "--html", str(target))
    assert written.returncode == 0 and str(target) in written.stdout
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("words", "hint"), [(("--level", "standrad"), "standard"), (("--html", "/nowhere/at/all.html"), "/nowhere")]
)
def test_bad_input_ends_in_one_sentence(words: tuple[str, str], hint: str) -> None:
    done = counterpoise("rules", *words)
    assert done.returncode == 2 and hint in done.stderr and done.stderr.count("\n") == 1
