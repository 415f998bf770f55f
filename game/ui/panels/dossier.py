"""The dossier of the state selected: what it feels, what it threatens, what binds it, what it did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from game.language import _, mark, plural
from game.orders.kind import Order
from game.ui import palette
from game.ui.buttons import Act, Button, Hint
from game.ui.controls import Card
from game.ui.figures import Bar, Icon, Panel, Roundel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.panels.asked import Answer, asked
from game.ui.panels.congress import congress
from game.ui.panels.record import record
from game.ui.play.assembly import matters
from game.ui.play.feelings import Term
from game.ui.play.forecast import Forecast
from game.ui.play.marks import Attitude
from game.ui.play.reading import Nation, Reading
from game.ui.play.stage import Shield
from game.ui.play.words import attitude_word, order_icon, order_title, percent, threat_word, tie_line
from game.ui.scroll import Scroll
from game.ui.terms import explained
from game.ui.theme import HEAD, ROW, SMALL, STRONG, VALUE, number, signed

__all__ = ["Dealings", "dossier", "nobody", "others"]

_POSTURES = {"shield": mark("posture shield"), "both": mark("either posture"), "sword": mark("posture sword")}
_DEEDS, _YEARS_BACK = 5, 5
_WAR = 1.6  # a threat that fills the bar's end
_GRAVE = 0.7


@dataclass(frozen=True)
class Dealings:
    """What the dossier's controls do, and the plan that its answers stand in; none are asked on the opening card."""

    act: Act
    coming: Act | None  # ask who would come; None when no more turns follow
    close: Act
    answer: Answer | None
    plan: Sequence[Order]


def dossier(reading: Reading, state: int, forecast: Forecast, memory: dict[str, int], at: Dealings) -> Element:
    """Return the panel about another state."""
    nation = reading.nations[state]
    place = Label(_place(reading, nation), SMALL, palette.INK_SECOND, wrap=True)
    head = Row(
        [
            Roundel(nation.emblem, nation.code, nation.colour, 52),
            Column([Label(nation.name, HEAD), place], grow=1),
            Button("dossier.close", "", at.close, icon="x", kind="plain", tip=_("Close (Esc)")),
        ],
        gap=12,
        pad=(20, 12, 8, 8),
    )
    parts = [
        *_asked(reading, nation, at),
        *_feelings(reading, nation),
        Rule(12, 10),
        *_threat(reading, nation),
        Rule(12, 10),
        *_next(reading, nation, forecast),
        Rule(12, 10),
        *_ties(reading, nation),
        Rule(12, 10),
        *congress(matters(reading, forecast.view, state)),
        *_deeds(reading, nation),
        Rule(12, 10),
        *record(nation),
    ]
    inner = Scroll(Column(parts, gap=4, pad=(0, 0, 4, 8)), memory, id=f"dossier.{state}")
    foot = Button("dossier.act", _("Deal with {name}").format(name=nation.spoken), at.act, icon="message-square",
                  key="A", height=36)  # fmt: skip
    body = Column([inner], grow=1, least=80, pad=(20, 0, 10, 0))
    acts = Column([*_coming(at), foot], gap=6, pad=(16, 8, 16, 12))
    return explained(Shield(Panel([head, body, acts], pad=0), id="dossier"), "dossier")


def _asked(reading: Reading, nation: Nation, at: Dealings) -> Iterator[Element]:
    """Show what it waits for an answer to."""
    waiting = [each for each in reading.questions if each.other == nation.index]
    if waiting and at.answer is not None:
        yield caption(_("It waits for your answer"))
        yield from (asked(reading, each, at.plan, at.answer, narrow=True) for each in waiting)
        yield Rule(12, 10)


def _coming(at: Dealings) -> Iterator[Element]:
    if at.coming is not None:
        yield Button("dossier.coming", _("Who would come?"), at.coming, icon="users", key="W", height=36)


def _place(reading: Reading, nation: Nation) -> str:
    rank = 1 + sum(other.power > nation.power for other in reading.nations if other.alive)
    first = _("leader") if nation.index == reading.leader else _("rank {n}").format(n=rank)
    if nation.likely_power is not None:
        least, most = (number(100 * end) for end in nation.likely_power)
        return _("{rank}, power {least} to {most} %").format(rank=first, least=least, most=most)
    return _("{rank}, power {share}").format(rank=first, share=percent(nation.power))


def _heading(text: str, right: str) -> Element:
    return Row([caption(text, grow=1), Label(right, SMALL, palette.INK_SECOND)], gap=6)


def _feelings(reading: Reading, nation: Nation) -> Iterator[Element]:
    """Show what it feels for us, a guess, and what we feel for it, each with the terms that make it so."""
    k, me, felt, turn = nation.index, reading.me, reading.feelings, reading.turn - 1
    its, ours = reading.attitude[k][me], reading.attitude[me][k]
    tip = _("Guessed from treaties, wars and its record: nobody can look into another's heart.")
    yield Hint([_heading(_("Its attitude to us"), _("a guess"))], tip, id="dossier.guess")
    yield Row([Label(signed(its), VALUE, grow=1), Label(attitude_word(its), STRONG, _mood(its))])
    yield Attitude(its, _mood(its))
    yield from _stock(_("What anybody sees"), felt.assumed(k, me), reading)
    yield from _stock(_("It remembers of us"), felt.remembered(reading.chronicle, k, me, turn), reading)
    yield from _flow(felt.flow(k, me), reading)
    yield Space(height=4)
    yield Row([Label(_("Ours to it"), ROW, palette.INK_SECOND, grow=1), Label(signed(ours), STRONG, _mood(ours)),
               Label(attitude_word(ours), ROW, palette.INK_SECOND)], gap=8)  # fmt: skip
    mine = list(felt.remembered(reading.chronicle, me, k, turn))
    rest = ours - sum(term.value for term in mine)
    older = [Term(_("older feelings, years of ties"), rest)] if abs(rest) >= 0.005 else []
    yield from _stock(_("What makes it so"), [*mine, *older], reading)
    yield from _flow(felt.flow(me, k), reading)


def _stock(title: str, terms: Iterable[Term], reading: Reading) -> Iterator[Element]:
    """List what has made a feeling what it is, with signs; nothing where there is nothing."""
    rows = [_term(term, signed(term.value), reading) for term in terms]
    if rows:
        yield Label(title, SMALL, palette.INK_THIRD)
        yield from rows


def _flow(terms: Iterable[Term], reading: Reading) -> Iterator[Element]:
    """List what the turn to come adds as things stand, with its sum."""
    found = list(terms)
    if found:
        whole = signed(sum(term.value for term in found), 3)
        yield Row([Label(_("Next turn, as things stand"), SMALL, palette.INK_THIRD, grow=1),
                   Label(whole, SMALL, palette.INK_THIRD)])  # fmt: skip
        yield from (_term(term, signed(term.value, 3), reading) for term in found)


def _term(term: Term, value: str, reading: Reading) -> Element:
    words = term.says
    if term.turn is not None:
        words = _("{what}, {date}").format(what=words, date=reading.date_of(term.turn))
    shade = palette.GOOD if term.value > 0 else palette.BAD
    return Row([Space(8), Label(words, SMALL, palette.INK_SECOND, wrap=True, grow=1), Label(value, SMALL, shade)],
               gap=8)  # fmt: skip


def _mood(value: float) -> palette.Colour:
    return palette.GOOD if value > 0.08 else palette.BAD if value < -0.08 else palette.INK_SECOND


def _threat(reading: Reading, nation: Nation) -> Iterator[Element]:
    """Show the threat as its four factors, without a sum bar: it is a product."""
    k, me = nation.index, reading.me
    value = reading.threat[me][k]
    row = sorted((reading.threat[me][other.index] for other in reading.others), reverse=True)
    rank = _("the largest of {n}") if value >= row[0] else _("rank {rank} of {n}")
    rank = rank.format(n=len(row), rank=1 + sum(other > value for other in row))
    yield caption(_("Its threat to us"))
    yield Row([Label(number(value, 2), VALUE), Label(rank, SMALL, palette.INK_SECOND, align="right", grow=1),
               Label(threat_word(value), STRONG, palette.BAD if value >= _GRAVE else palette.INK_SECOND)],
              gap=8)  # fmt: skip
    both = max(nation.usable, reading.mine.usable, 1e-6)
    arms = _("{theirs} against our {ours}") if nation.likely_arms is None else _("~{theirs} against our {ours}")
    arms = arms.format(theirs=number(nation.usable, 1), ours=number(reading.mine.usable, 1))
    arrives = reading.reach[k][me]
    near = _("all of it arrives") if arrives >= 0.995 else _("{share} of it arrives").format(share=percent(arrives))
    offence = f"{_(_POSTURES[nation.posture])}, {number(nation.offensive, 2)}"
    intent = reading.intent[me][k]
    yield _factor("zap", _("Power"), arms, nation.usable / both)
    yield _factor("map", _("Reach"), near, arrives)
    yield _factor("swords", _("Offensive"), offence, nation.offensive)
    yield _factor("target", _("Intent"), _("as we read it, {value}").format(value=number(intent, 2)), intent)
    with_friends = reading.beatable[me][k]
    if with_friends > 0:
        text = _("With its partners {ratio} times what we and ours could hold.")
        text = text.format(ratio=number(with_friends, 1))
        shade = palette.BAD if with_friends > 1 else palette.INK_SECOND
        yield Label(text, SMALL, shade, wrap=True)


def _factor(icon: str, name: str, text: str, share: float) -> Element:
    shade = palette.FEAR[min(4, int(share * 5))] if share < 1 else palette.FEAR[4]
    words = Column([Label(text, SMALL, palette.INK_SECOND), Bar(share, shade, grow=0)], gap=2, grow=1)
    return Row([Icon(icon, 16, palette.INK_SECOND), Label(name, STRONG, width=74), words], gap=8, pad=(0, 3))


def _ties(reading: Reading, nation: Nation) -> Iterator[Element]:
    yield caption(_("Treaties, sanctions, wars"))
    found = reading.ties_of(nation.index)
    found.sort(key=lambda tie: (reading.me not in (tie.one, tie.other), tie.kind != "war"))
    if not found:
        yield Label(_("It stands alone."), ROW, palette.INK_SECOND)
    for tie in found:
        icon, words, right = tie_line(reading, tie, nation.index)
        ours = reading.me in (tie.one, tie.other)
        shade = palette.BAD if tie.kind in ("war", "sanction", "demand", "closed") else palette.INK_SECOND
        told: list[Element] = [Label(words, STRONG if ours else ROW)]
        name = reading.name_of(tie)
        told += [Label(name, SMALL, palette.INK_THIRD, wrap=True)] if name else []
        yield Row([Icon(icon, 16, shade), Column(told, grow=1), Label(right, SMALL, palette.INK_SECOND)], gap=10)


def _next(reading: Reading, nation: Nation, forecast: Forecast) -> Iterator[Element]:
    """List what it will probably do, in per cent of the doctrines that it may follow."""
    tip = _("A guess: what the doctrines that it may follow would choose on what we know.")
    heading = _heading(_("Probably next"), _("a guess") if forecast.ready else _("weighing …"))
    yield Hint([heading], tip, id="dossier.next")
    moves = forecast.moves(nation.index) if forecast.ready else []
    if forecast.ready and not moves:
        yield Label(_("Nothing in particular."), ROW, palette.INK_SECOND)
    for order, odds in moves:
        words = Label(order_title(reading, order), ROW, wrap=True, grow=1)
        bar = Bar(odds, palette.INK_SECOND, thick=6, grow=0, width=44)
        yield Row([Icon(order_icon(order), 16), words, bar, Label(percent(odds), STRONG, width=48, align="right")],
                  gap=8)  # fmt: skip


def _deeds(reading: Reading, nation: Nation) -> Iterator[Element]:
    """List what it did lately, the weightiest first, newest turns first."""
    yield caption(_("Deeds of late"))
    recent = [e for e in reading.chronicle if nation.index in e.actors and e.turn >= reading.turn - 1 - _YEARS_BACK]
    acted = [e for e in recent if e.actors[0] == nation.index or reading.me in e.actors]
    best = sorted(acted, key=lambda e: (-e.weight * (1.6 if reading.me in e.actors else 1.0), -e.turn))[:_DEEDS]
    if not best:
        yield Label(_("Nothing of note."), ROW, palette.INK_SECOND)
    width = 40 if reading.setting.parts == 1 else 76
    for event in sorted(best, key=lambda e: -e.turn):
        words = Label(event.sentence, SMALL, palette.INK_SECOND, wrap=True, grow=1)
        yield Row(
            [Label(reading.date_of(event.turn), SMALL, palette.INK_THIRD, width=width, wrap=True), words],
            gap=6,
            align="start",
        )


Select = Callable[[int], None]


def nobody(reading: Reading, select: Select, memory: dict[str, int]) -> Element:
    """Return the panel shown while no state is selected: the others by what we fear of them."""
    head = Column([Label(_("The others"), HEAD), Label(_("their threat to us, their ties with us"), SMALL,
                                                       palette.INK_SECOND)], pad=(20, 14, 12, 10))  # fmt: skip
    body = Column([others(reading, select, memory)], grow=1, least=80, pad=(10, 0, 8, 8))
    return Shield(Panel([head, body], pad=0), id="dossier")


def others(reading: Reading, select: Select, memory: dict[str, int]) -> Element:
    """Return the list of the other states, the most threatening to us first."""
    order = sorted(reading.others, key=lambda other: -reading.threat[reading.me][other.index])
    rows = [_line(reading, nation, select) for nation in order]
    return Scroll(Column(rows, gap=2), memory, id="others")


def _line(reading: Reading, nation: Nation, select: Select) -> Element:
    value = reading.threat[reading.me][nation.index]
    ties = [tie for tie in reading.ties_between(reading.me, nation.index) if not tie.kind.startswith("offer")]
    words = ", ".join(_(_SHORT[tie.kind]) for tie in ties) or _("no ties")
    share = plural("power {n} %", "power {n} %", round(100 * nation.power))
    if nation.likely_power is not None:
        share = _("power ~{n} %").format(n=round(100 * nation.power))
    names = Column([Label(nation.name, STRONG), Label(f"{share}, {words}", SMALL, palette.INK_SECOND)], grow=1)
    right = Column([Label(number(value, 2), STRONG, align="right"), Bar(value / _WAR, palette.FEAR[4], width=56)])
    return Card(f"other.{nation.code}", [Roundel(nation.emblem, nation.code, nation.colour, 34), names, right],
                partial(select, nation.index), bare=True, pad=(8, 6))  # fmt: skip


_SHORT = {
    "pact": mark("pact"),
    "secret": mark("secret pact"),
    "trade": mark("trade"),
    "nonaggression": mark("non-aggression"),
    "guarantee": mark("guarantee"),
    "sanction": mark("sanctions"),
    "closed": mark("closure"),
    "demand": mark("demand"),
    "war": mark("war"),
}
