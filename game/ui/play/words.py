"""The words of the play screen: orders as titles, ties as lines, numbers as judgements."""

from __future__ import annotations

from game.language import _, mark, plural
from game.orders.kind import REGION, Choice, Kind, Order
from game.orders.kinds import KINDS
from game.orders.terms import spoken
from game.ui.play.reading import Reading
from game.ui.play.ties import Tie
from game.ui.text import sentence
from game.ui.theme import number

__all__ = [
    "attitude_word",
    "choice_of",
    "hegemony_words",
    "likely_tip",
    "odds_words",
    "order_icon",
    "order_sentence",
    "order_target",
    "order_title",
    "percent",
    "price_text",
    "threat_word",
    "tie_line",
    "turn_words",
    "verb_icon",
    "verb_word",
]

# what a verb is called on a button, and its icon: by kind, and by kind and choice where a choice has its own
_LOOKS: dict[str, tuple[str, str]] = {
    "budget": (mark("Budget"), "coins"),
    "budget guns": (mark("Guns"), "swords"),
    "budget balanced": (mark("Balanced"), "scale"),
    "budget butter": (mark("Butter"), "wheat"),
    "posture": (mark("Posture"), "shield-half"),
    "posture shield": (mark("Shield"), "shield"),
    "posture both": (mark("Both"), "shield-half"),
    "posture sword": (mark("Sword"), "sword"),
    "ally": (mark("Ally"), "link-2"),
    "ally secret": (mark("Secret pact"), "eye-off"),
    "treaty trade": (mark("Trade"), "coins"),
    "treaty nonaggression": (mark("Non-aggr."), "handshake"),
    "guarantee": (mark("Guarantee"), "shield"),
    "support": (mark("Support"), "hand-coins"),
    "support arms": (mark("Arms"), "swords"),
    "support money": (mark("Money"), "coins"),
    "reform": (mark("Reform"), "trending-up"),
    "aim": (mark("Aim"), "target"),
    "access": (mark("Close access"), "lock"),
    "congress": (mark("Congress"), "landmark"),
    "sanction": (mark("Sanction"), "ban"),
    "sanction economic": (mark("Embargo"), "ship"),
    "sanction lift": (mark("Lift sanctions"), "circle-check"),
    "demand": (mark("Demand"), "gavel"),
    "attack": (mark("Attack"), "swords"),
    "peace": (mark("Peace"), "handshake"),
    "withdraw": (mark("Withdraw"), "link-2-off"),
    "answer": (mark("Answer"), "mail"),
    "answer join": (mark("Join war"), "flag"),
    "declare": (mark("Declare"), "megaphone"),
}
# what an order is called on its card, where the verb and the name are not enough
_TITLES = {
    "treaty": mark("{word} with {name}"),
    "treaty nonaggression": mark("Non-aggression with {name}"),
    "support arms": mark("Arms to {name}"),
    "support money": mark("Money to {name}"),
    "sanction lift": mark("Lift sanctions on {name}"),
    "sanction economic": mark("Embargo on {name}"),
    "demand": mark("Demand on {name}"),
    "demand region": mark("Demand {name}"),
    "peace": mark("Peace with {name}"),
    "withdraw pact_notice": mark("Give {name} notice of the pact"),
    "withdraw pact_now": mark("Break the pact with {name}"),
    "withdraw trade_notice": mark("Give {name} notice of trade"),
    "withdraw trade_now": mark("Break off trade with {name}"),
    "withdraw nonaggression_notice": mark("Give {name} notice of non-aggression"),
    "withdraw nonaggression_now": mark("Break non-aggression with {name}"),
    "withdraw guarantee_notice": mark("Give notice of guaranteeing {name}"),
    "withdraw guarantee_now": mark("Drop the guarantee of {name}"),
    "withdraw access_notice": mark("Give notice of opening to {name}"),
    "withdraw access_now": mark("Open to {name} at once"),
    "ally secret": mark("Secret pact with {name}"),
    "access": mark("Close access to {name}"),
    "congress censure": mark("Censure of {name} in congress"),
    "congress restrain": mark("Restraint of {name} in congress"),
    "congress mandate": mark("Mandate against {name}"),
    "answer": mark("Answer {name}"),
    "answer join": mark("Join the war against {name}"),
    "answer pact_counter": mark("Other terms to {name}"),
    "answer trade_counter": mark("Other terms to {name}"),
    "answer nonaggression_counter": mark("Other terms to {name}"),
    "answer demand_counter": mark("Other terms to {name}"),
    "declare": mark("Words about {name}"),
}
_ODDS = ((0.15, mark("hardly")), (0.4, mark("unlikely")), (0.6, mark("even odds")), (0.85, mark("likely")),
         (9.0, mark("almost surely")))  # fmt: skip
_TIES = {
    "pact": (mark("Pact with {other}"), "link-2"),
    "secret": (mark("Secret pact with {other}"), "eye-off"),
    "trade": (mark("Trade with {other}"), "coins"),
    "nonaggression": (mark("Non-aggression with {other}"), "handshake"),
    "guarantee": (mark("Guarantees {other}"), "shield"),
    "guarantee back": (mark("Guaranteed by {other}"), "shield"),
    "war": (mark("At war with {other}"), "swords"),
    "sanction": (mark("Censures {other}"), "ban"),
    "sanction back": (mark("Censured by {other}"), "ban"),
    "embargo": (mark("Embargo on {other}"), "ship"),
    "embargo back": (mark("Embargo by {other}"), "ship"),
    "closed": (mark("Closed to {other}"), "lock"),
    "closed back": (mark("Shut out by {other}"), "lock"),
    "demand": (mark("Demand on {other}"), "gavel"),
    "demand back": (mark("Demand by {other}"), "gavel"),
    "offer_pact": (mark("Pact offered to {other}"), "mail"),
    "offer_pact back": (mark("Pact offered by {other}"), "mail"),
    "offer_secret": (mark("Secret pact offered to {other}"), "mail"),
    "offer_secret back": (mark("Secret pact offered by {other}"), "mail"),
    "offer_trade": (mark("Trade offered to {other}"), "mail"),
    "offer_trade back": (mark("Trade offered by {other}"), "mail"),
    "offer_nonaggression": (mark("Non-aggression offered to {other}"), "mail"),
    "offer_nonaggression back": (mark("Non-aggression offered by {other}"), "mail"),
    "offer_peace": (mark("Peace offered to {other}"), "mail"),
    "offer_peace back": (mark("Peace offered by {other}"), "mail"),
}
_ATTITUDES = ((-0.6, mark("bitter")), (-0.25, mark("hostile")), (-0.08, mark("cool")), (0.08, mark("indifferent")),
              (0.25, mark("warm")), (0.6, mark("friendly")), (9.0, mark("devoted")))  # fmt: skip
_THREATS = ((0.2, mark("none")), (0.4, mark("slight")), (0.7, mark("some")), (1.0, mark("grave")),
            (9e9, mark("deadly")))  # fmt: skip


def percent(share: float) -> str:
    """Write a share as whole per cent; a little never reads 0."""
    return _("{n} %").format(n="<1" if 0 < share < 0.005 else number(100 * share))


def likely_tip() -> str:
    """Say what a likely range of arms is."""
    return _(
        "Nobody shows all its arms: this is what is published of them, and what all reckon with. "
        "The truth lies in the likely range in four cases of five; battles narrow it."
    )


def kind_of(name: str) -> Kind:
    """Find an order by its name."""
    return next(kind for kind in KINDS if kind.name == name)


def choice_of(order: Order) -> tuple[Kind, Choice]:
    """Find the kind and choice that an order names."""
    kind = kind_of(order.kind)
    return kind, next(choice for choice in kind.choices if choice.name == order.choice)


def verb_word(kind: str, choice: str = "") -> str:
    """Name a verb on a button."""
    found = _LOOKS.get(f"{kind} {choice}") or _LOOKS.get(kind)
    return _(found[0]) if found else _(kind_of(kind).title)


def verb_icon(kind: str, choice: str = "") -> str:
    """Name a verb's icon."""
    found = _LOOKS.get(f"{kind} {choice}") or _LOOKS.get(kind)
    return found[1] if found else "star"


def order_icon(order: Order) -> str:
    """Name an order's icon."""
    return verb_icon(order.kind, order.choice)


def order_target(reading: Reading, order: Order) -> int | None:
    """State that an order is addressed to; for a region, its owner."""
    if order.target is None:
        return None
    return reading.owner[order.target] if choice_of(order)[1].to == REGION else order.target


def order_title(reading: Reading, order: Order) -> str:
    """Say an order in two or three words."""
    kind, choice = choice_of(order)
    word = verb_word(kind.name, choice.name)
    if order.target is None:
        return _("{title}: {word}").format(title=_(kind.title), word=word)
    name = reading.regions[order.target] if choice.to == REGION else reading.nations[order.target].spoken
    name = _("us") if choice.to != REGION and order.target == reading.me else name
    title = _TITLES.get(f"{kind.name} {choice.name}") or _TITLES.get(kind.name) or mark("{word} {name}")
    return _(title).format(word=word, name=name)


def order_sentence(reading: Reading, order: Order) -> str:
    """Say an order as the rules word it."""
    _kind, choice = choice_of(order)
    place = reading.regions if choice.to == REGION else [nation.spoken for nation in reading.nations]
    target = "" if order.target is None else place[order.target]
    said = sentence(_(choice.says).format(target=target, actor=reading.mine.spoken))
    return said + spoken(reading.setting, order.terms)


def price_text(price: float) -> str:
    """Write a price: whole, or with a half sign."""
    whole, rest = int(price), price - int(price)
    if abs(rest - 0.5) < 1e-9:
        return f"{whole}½" if whole else "½"
    return f"{price:g}"


def tie_line(reading: Reading, tie: Tie, of: int) -> tuple[str, str, str]:
    """Say a tie from one party's side: icon, words, and what is to the right of them."""
    other = tie.other if tie.one == of else tie.one
    name = _("us") if other == reading.me else reading.nations[other].spoken
    kind = "embargo" if tie.kind == "sanction" and tie.level == 2 else tie.kind
    back = f"{kind} back" if tie.one != of and f"{kind} back" in _TIES else kind
    words, icon = _TIES[back]
    right = ""
    if tie.term is not None:
        right = plural("{n} turn", "{n} turns", tie.term)
    if tie.ending:
        right = _("notice given")
    if tie.refused:
        right = _("refused")
    return icon, _(words).format(other=name), right


def attitude_word(value: float) -> str:
    """Judge an attitude in a word."""
    return next(_(word) for most, word in _ATTITUDES if value < most)


def odds_words(odds: float) -> str:
    """Say odds in a word and a number."""
    word = next(_(word) for most, word in _ODDS if odds < most)
    return _("{word}, {share}").format(word=word, share=percent(odds))


def threat_word(value: float) -> str:
    """Judge a threat in a word."""
    return next(_(word) for most, word in _THREATS if value < most)


def turn_words(reading: Reading) -> str:
    """Say which turn it is and when the game ends."""
    if reading.epilogue:
        return _("Epilogue: no more orders")
    low, high = reading.ends
    if low == high:
        return _("Turn {n} of {last}").format(n=reading.turn, last=high)
    return _("Turn {n}, ends after {low} to {high}").format(n=reading.turn, low=low, high=high)


def hegemony_words(reading: Reading) -> str:
    """Say how near hegemony is."""
    if reading.contender is None or not reading.hegemony_count:
        return _("Nobody is near hegemony")
    if reading.hegemony_count + 1 >= reading.hegemony_turns:
        text = _("{n} of {last}: the last chance to balance {name}")
        name = reading.nations[reading.contender].spoken
        return text.format(n=reading.hegemony_count, last=reading.hegemony_turns, name=name)
    return sentence(_("{name} stands above the line").format(name=reading.nations[reading.contender].spoken))
