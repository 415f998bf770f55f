"""The chapters, each from what it tells of: kinds of orders, phases, measures, concepts, coefficients."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Protocol

from game.language import _, mark
from game.measures import blocs, concentration, pivotal, power, reach, scores, threat, ties, trade
from game.orders.kind import ANSWER, INITIATIVE, PLAN, REGION, WORD, Choice, Kind
from game.orders.kinds import KINDS
from game.phases import PHASES, Phase
from game.report.concepts import CONCEPTS, Concept
from game.report.rulebook.book import Block, Book, Chapter, Number, Paragraph, Points, Section, Table, Term, prose
from game.world.setting import LEVELS


class Coefficient(Protocol):
    """One number of the rules, as their files have it."""

    @property
    def value(self) -> float:
        """The number."""

    @property
    def unit(self) -> str:
        """What it counts."""

    @property
    def meaning(self) -> str:
        """What it does."""

    @property
    def source(self) -> str:
        """Whose it is."""

    @property
    def scales(self) -> str | None:
        """How it follows the length of a turn: a key of SCALES, None if it does not."""


class Coefficients(Protocol):
    """One section of the rules, as its file has it."""

    @property
    def section(self) -> str:
        """Its name."""

    @property
    def about(self) -> str:
        """What it is about."""

    @property
    def coefficients(self) -> Mapping[str, Coefficient]:
        """Its numbers by name."""


GROUPS = {
    PLAN: mark("a plan: free, and in force until another is ordered"),
    INITIATIVE: mark("an initiative: paid with influence, at most {n} a turn"),
    ANSWER: mark("an answer: free, and never counted"),
    WORD: mark("a word: free, at most one a turn"),
}
SCALES = {
    "rate": mark("What adds up over a year, of which a turn takes its part"),
    "keep": mark("What is left after a year, of which a turn takes the root"),
    "noise": mark("Chance, whose square adds up over a year (of chance that lasts, over the long run)"),
    "span": mark("What counts years, and counts turns instead"),
}
"""How coefficients follow the length of a turn shorter than a year."""
MEASURES: tuple[tuple[ModuleType, str], ...] = (
    (power, mark("Power")),
    (reach, mark("Reach, strike, defence")),
    (threat, mark("Threat and vulnerability")),
    (ties, mark("Ties")),
    (trade, mark("Trade and sanctions")),
    (blocs, mark("The balance")),
    (concentration, mark("Concentration")),
    (pivotal, mark("Pivotal states")),
)


def rulebook(level: str, sections: Sequence[Coefficients]) -> Book:
    """Make the rulebook of a level (a key of LEVELS) from its orders, the phases and the coefficients in force."""
    numbers = {f"{s.section}.{name}": number(f"{s.section}.{name}", c) for s, name, c in _each(sections)}
    return Book(
        title=_("The rules of Counterpoise: level {level}").format(level=level),
        intro=_(
            "A turn: everybody gives orders in secret, then the phases below resolve them in this order. What is"
            " written here is read from the game's own files: the orders, the phases, and the coefficients in force."
        ),
        chapters=(
            _orders(level, numbers),
            _phases(),
            _measures(),
            _ending(),
            _concepts(),
            _coefficients(sections),
        ),
        numbers=numbers,
    )


def number(name: str, coefficient: Coefficient) -> Number:
    """Write a coefficient as the text shows it."""
    return Number(name, f"{coefficient.value:g}", coefficient.unit)


def _each(sections: Sequence[Coefficients]) -> Iterator[tuple[Coefficients, str, Coefficient]]:
    return ((section, name, each) for section in sections for name, each in section.coefficients.items())


def _orders(level: str, numbers: Mapping[str, Number]) -> Chapter:
    known = [(kind, offered(kind, level)) for kind in KINDS if kind.level <= LEVELS[level]]
    intro = _("{n} orders at this level. Influence: {income} a turn and {more} times the power share, at most {cap}.")
    return Chapter(
        "orders",
        _("Orders"),
        intro.format(
            n=len(known),
            income="influence.income",
            more="influence.income_power",
            cap="influence.cap",
        ),
        tuple(_order(kind, choices, numbers) for kind, choices in known),
    )


def offered(kind: Kind, level: str) -> list[Choice]:
    """Give the choices that an order has at a level."""
    return [choice for choice in kind.choices if choice.level <= LEVELS[level]]


def _order(kind: Kind, choices: Sequence[Choice], numbers: Mapping[str, Number]) -> Section:
    limit = numbers["influence.initiatives"].value
    rows = tuple((_said(choice), _price(choice, numbers)) for choice in choices)
    blocks: list[Block] = [
        Paragraph(f"{_(kind.help)} ({_(GROUPS[kind.group]).format(n=limit)})"),
        Table((_("What can be ordered"), _("Influence")), rows),
        Paragraph(_("What is said where it is refused:")),
        Points(tuple(_refusals(kind, choices))),
    ]
    return Section(f"order-{kind.name}", _(kind.title), tuple(blocks))


def _said(choice: Choice) -> str:
    target = _("a region") if choice.to == REGION else _("another")
    return _(choice.says).format(actor=_("the actor"), target=target)


def _price(choice: Choice, numbers: Mapping[str, Number]) -> str:
    return "0" if choice.price is None else numbers[f"influence.{choice.price}"].value


def _refusals(kind: Kind, choices: Sequence[Choice]) -> Iterator[str]:
    """Each reason once, with the choices that it is about unless these are all."""
    said = {choice.name: _said(choice) for choice in choices}
    about: dict[str, list[str]] = {}
    for rule in kind.rules:
        concerned = [name for name in rule.only or said if name in said]
        if concerned:
            about.setdefault(rule.sentence, []).extend(concerned)
    for sentence, names in about.items():
        only = "; ".join(said[name] for name in names)
        yield _(sentence) if set(names) == set(said) else f"{_(sentence)} ({only})"


def _phases() -> Chapter:
    intro = _(
        "The phases of a turn, in order. With several years a turn those marked yearly repeat for each year; of a turn"
        " shorter than a year what adds up over the year takes its part."
    )
    return Chapter("phases", _("How a turn resolves"), intro, tuple(_phase(phase) for phase in PHASES))


def _phase(phase: Phase) -> Section:
    title = f"{phase.number} {phase.name}" + (_(" (yearly)") if phase.yearly else "")
    _number, _comma, words = str(phase.module.__doc__).partition(f"{phase.name}: ")
    return Section(f"phase-{phase.name}", title, prose(words[:1].upper() + words[1:]))


def _measures() -> Chapter:
    intro = _("What the numbers on the screen mean, and what the phases and the opponents reckon with.")
    sections = [Section(f"measure-{_stem(m)}", _(title), _defined(m)) for m, title in MEASURES]
    return Chapter("measures", _("What is measured"), intro, tuple(sections))


def _stem(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _defined(module: ModuleType) -> tuple[Block, ...]:
    """Everything that a module measures: its name and what its docstring says."""
    own = [each for each in vars(module).values() if hasattr(each, "key") and each.__module__ == module.__name__]
    return tuple(block for each in own for block in _definition(each.__name__, str(each.__doc__)))


def _definition(name: str, docstring: str) -> tuple[Block, ...]:
    first, *rest = prose(docstring)
    assert isinstance(first, Paragraph)
    return (Term(name.replace("_", " "), first.text), *rest)


def _ending() -> Chapter:
    balance = next(phase.module for phase in PHASES if phase.name == "balance")
    parts = tuple(Term(name, f"scores.{name}: {_first(part)}") for name, part in scores.PARTS)
    sections = (
        Section("ending-hegemony", _("Hegemony and the last turn"), prose(str(balance.contender.__doc__))),
        Section("ending-scores", _("Scores"), (*prose(str(scores.scores.__doc__)), *parts)),
    )
    intro = _("Who wins: the highest score. Without aims the parts are rescaled from scores.full points to 100.")
    return Chapter("ending", _("The end and the scores"), intro, sections)


def _first(function: object) -> str:
    first = prose(str(function.__doc__))[0]
    assert isinstance(first, Paragraph)
    return first.text


def _concepts() -> Chapter:
    intro = _("Concepts are told from what was done and what it meant in numbers, never from an order's name.")
    return Chapter("concepts", _("Concepts"), intro, tuple(_concept(concept) for concept in CONCEPTS))


def _concept(concept: Concept) -> Section:
    lines = (
        Paragraph(_(concept.definition)),
        Term(_("Told when"), _(concept.test)),
        Term(_("Source"), concept.source),
    )
    return Section(f"concept-{concept.name}", _(concept.title), lines)


def _coefficients(sections: Sequence[Coefficients]) -> Chapter:
    intro = _("All numbers of the rules, with unit, meaning and source. The lab varies them: counterpoise lab sweep.")
    every = (_numbers(section) for section in sections)
    return Chapter("coefficients", _("Coefficients"), intro, (_short_turns(sections), *every))


def _short_turns(sections: Sequence[Coefficients]) -> Section:
    """What becomes of the coefficients where turns are shorter than a year."""
    intro = _(
        "The numbers are those of a year. In a game of shorter turns those named here are set once, at the start; all"
        " others stay as they are: what is done counts as much in a short turn, and terms are counted in turns."
    )
    points = []
    for scale, words in SCALES.items():
        named = (f"{section.section}.{name}" for section, name, each in _each(sections) if each.scales == scale)
        points.append(f"{_(words)}: {', '.join(named)}.")
    return Section("rules-short-turns", _("Turns shorter than a year"), (Paragraph(intro), Points(tuple(points))))


def _numbers(section: Coefficients) -> Section:
    rows = tuple((name, f"{c.value:g}", c.unit, c.meaning, c.source) for name, c in section.coefficients.items())
    head = (_("Name"), _("Value"), _("Unit"), _("Meaning"), _("Source"))
    anchors = tuple(f"{section.section}.{name}" for name in section.coefficients)
    return Section(f"rules-{section.section}", f"{section.section}: {_(section.about)}", (Table(head, rows, anchors),))
