"""The verbs of the radial: what can be ordered towards a state, at what price, or why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.language import _, mark
from game.orders.kind import ANSWER, INITIATIVE, REGION, SELF, STATE, WORD, Choice, Kind, Order, Refusal
from game.orders.options import axis
from game.ui.play.reading import Reading
from game.ui.play.words import choice_of, order_icon, order_sentence, verb_icon, verb_word
from game.world import Setting
from game.world.setting import STANDARD

__all__ = ["Option", "Verb", "verbs", "way_help"]

_APART = ("treaty",)  # kinds whose choices are verbs of their own
_BESIDE = {"access": "sanction"}  # kinds that share the place of another
_RING = ("declare", "nonaggression", "trade", "ally", "guarantee", "support", "answer", "peace", "attack", "sanction",
         "withdraw", "congress", "demand")  # fmt: skip
_NOTHING, _FEW = ("none",), 4  # in a long list, what there is nothing of is left out
_GENTLE = ("lift",)  # choices of hostile kinds that are not hostile themselves
_GRIM = ("join",)  # and the other way round: who joins a war attacks
_WAR, _PEACE_ONLY = ("peace", "answer"), ("attack",)
_HELP_AT_FIRST = {"attack": mark("Others may come to their aid.")}  # where the rules know no demands
_NOTES = {
    "ally pact": mark("All know of it, and may be deterred or alarmed by it."),
    "ally secret": mark("Only the two know until one of them is attacked: it deters nobody, and alarms nobody. It "
                        "costs influence every turn, takes no terms, and cannot be left before its end."),
    "congress censure": mark("If it passes, their good name suffers."),
    "congress restrain": mark("If it passes, their attacks wait a turn, and defying it costs them more."),
    "congress mandate": mark("If it passes, war on them is no aggression for those who voted for it."),
}  # fmt: skip
WhyNot = Callable[[Order], list[Refusal]]


@dataclass(frozen=True, slots=True)
class Option:
    """One order that could be given, its words and price, and the reason why not, if any."""

    order: Order
    text: str
    icon: str
    price: float
    why_not: str | None
    code: str  # of the reason why not
    hostile: bool


@dataclass(frozen=True, slots=True)
class Verb:
    """One place on the ring: a single order, or several to choose from."""

    id: str
    word: str
    icon: str
    hostile: bool
    help: str
    options: tuple[Option, ...]

    @property
    def legal(self) -> list[Option]:
        """Options that can be given now."""
        return [option for option in self.options if option.why_not is None]

    @property
    def why_not(self) -> str | None:
        """Why none can be given; None when one can."""
        if self.legal:
            return None
        return self.options[0].why_not if self.options else _("there is nothing to choose")

    @property
    def price(self) -> float:
        """The least price of what can be given, else of all."""
        return min((option.price for option in self.legal or self.options), default=0.0)


def way_help(verb: Verb, order: Order) -> str:
    """Explain one of a verb's ways, where the verb's own words do not."""
    kind = choice_of(order)[0]
    note = _NOTES.get(f"{kind.name} {order.choice}")
    return _(note) if note else _(kind.help) if _(kind.help) != verb.help and kind.name in _BESIDE else ""


def verbs(reading: Reading, setting: Setting, target: int, why_not: WhyNot) -> list[Verb]:
    """Return the verbs towards a state in the order of the ring: friendly ones, then hostile ones."""
    at_war = any(tie.kind == "war" for tie in reading.ties_between(reading.me, target))
    found = []
    for kind, choices in _grouped(setting):
        options = [o for own, choice in choices for o in _options(reading, setting, own, choice, target, why_not)]
        first = choices[0][1]
        apart = kind.name in _APART
        name = first.name if apart else kind.name
        verb = Verb(
            f"verb.{name}",
            verb_word(kind.name, first.name if apart or kind.group == ANSWER else ""),
            verb_icon(kind.name, first.name if apart or kind.group == ANSWER else ""),
            _is_hostile(kind, first),
            _(_HELP_AT_FIRST.get(kind.name, kind.help) if setting.level < STANDARD else kind.help),
            tuple(_worth_showing(options)),
        )
        if _shown(verb, name, at_war):
            found.append((name, verb))
    place = {name: index for index, name in enumerate(_RING)}
    found.sort(key=lambda row: (row[1].hostile, place.get(row[0], len(place))))
    return [verb for _name, verb in found]


def _grouped(setting: Setting) -> Iterator[tuple[Kind, list[tuple[Kind, Choice]]]]:
    """Yield kinds with the choices that are addressed to another state and make one place on the ring."""
    rows: dict[str, tuple[Kind, list[tuple[Kind, Choice]]]] = {}
    for strip in axis(setting).strips:
        kind, choice = strip.kind, strip.choice
        if choice.to == SELF or not choice.plain or (kind.group == ANSWER and choice.name != "join"):
            continue
        if kind.group in (INITIATIVE, WORD, ANSWER):
            key = f"{kind.name} {choice.name}" if kind.name in _APART else kind.name
            rows.setdefault(_BESIDE.get(key, key), (kind, []))[1].append((kind, choice))
    yield from rows.values()


def _is_hostile(kind: Kind, choice: Choice) -> bool:
    return (kind.hostile or choice.name in _GRIM) and choice.name not in _GENTLE


def _worth_showing(options: list[Option]) -> list[Option]:
    """Leave out of a long list what there is nothing of, such as the treaties one does not have."""
    kept = [option for option in options if len(options) <= _FEW or option.code not in _NOTHING]
    return kept or options[:1]


def _shown(verb: Verb, name: str, at_war: bool) -> bool:
    """Leave out what belongs to war in peace and the other way round, unless it can be given."""
    if verb.legal:
        return True
    if name in _WAR:
        return at_war and name == "peace"
    return not (at_war and name in _PEACE_ONLY)


def _options(
    reading: Reading, setting: Setting, kind: Kind, choice: Choice, target: int, why_not: WhyNot
) -> list[Option]:
    places: Sequence[int] = reading.regions_of(target) if choice.to == REGION else [target]
    assert choice.to in (REGION, STATE)
    options = []
    for place in places:
        order = Order(kind.name, choice.name, place)
        refusal = why_not(order)
        options.append(
            Option(
                order,
                order_sentence(reading, order),
                order_icon(order),
                kind.price(choice, setting),
                refusal[0].sentence if refusal else None,
                refusal[0].code if refusal else "",
                _is_hostile(kind, choice),
            )
        )
    if choice.to == REGION:
        legal = [option for option in options if option.why_not is None]
        return legal or options[:1]
    return options
