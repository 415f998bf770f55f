"""The question “Who would come if ...?”: joiners on each side of a war that is only supposed, with their odds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter

from game.foresight import Coalition, Joiner
from game.language import _
from game.ui import palette
from game.ui.buttons import Button, Segmented
from game.ui.dialogs import Choice, centred
from game.ui.figures import Bar, Icon, Panel, Roundel, Rule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.palette import Colour
from game.ui.play.forecast import Forecast
from game.ui.play.reading import Nation, Reading
from game.ui.play.words import percent
from game.ui.screen import Screen
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEAD, SMALL, STRONG, number

__all__ = ["ComingDialog"]

_LEAST, _WIDE = 0.02, 860
_OURS, _THEIRS, _OTHER = "ours", "theirs", "other"


class ComingDialog(Screen):
    """Suppose an attack: we on a state, it on us, or any on any; the opponents' own code says who comes."""

    opaque = False
    typing = False
    first = "coming.close"

    def __init__(self, reading: Reading, forecast: Forecast, state: int) -> None:
        super().__init__()
        self.reading, self.forecast, self.state = reading, forecast, state
        self.case = _OURS
        self.attacker, self.victim = reading.me, state

    # --- what is supposed

    def suppose(self, case: str) -> None:
        """Take one of the three cases."""
        self.case = case
        third = next((n.index for n in self.reading.others if n.index != self.state), self.reading.me)
        pairs = {_OURS: (self.reading.me, self.state), _THEIRS: (self.state, self.reading.me),
                 _OTHER: (self.state, third)}  # fmt: skip
        self.attacker, self.victim = pairs[case]
        self.refresh()

    def _set(self, role: str, key: str) -> None:
        """Put a state in one role; who had it there takes the other's place."""
        state, other = int(key), self.victim if role == "attacker" else self.attacker
        before = self.attacker if role == "attacker" else self.victim
        other = before if other == state else other
        self.attacker, self.victim = (state, other) if role == "attacker" else (other, state)
        self.refresh()

    def animate(self, seconds: float) -> bool:
        """Weigh a little."""
        if self.forecast.work(perf_counter):
            self.refresh()
        return False

    # --- what is shown

    def compose(self, size: Size) -> Element:
        """Return the cases, the two sides, and what the odds rest on."""
        found = self.forecast.coalition(self.attacker, self.victim)
        name = self.reading.nations[self.state].spoken
        cases = [(_OURS, _("we attack {name}").format(name=name)), (_THEIRS, _("{name} attacks us").format(name=name)),
                 (_OTHER, _("another war"))]  # fmt: skip
        sides = [self._side(self.attacker, found, attacking=True), self._side(self.victim, found, attacking=False)]
        note = _("Odds to fight within two turns: the doctrines that each may follow, on what we know, in 48 futures.")
        panel = Panel(
            [
                Row([Icon("users", 24, palette.ACCENT), Label(_("Who would come if …"), HEAD, grow=1)], gap=12),
                Space(height=10),
                Segmented("coming", cases, self.case, self.suppose, even=True),
                *self._roles(),
                Rule(10, 10),
                Row(sides, gap=24, align="stretch", grow=1, least=120),
                Rule(8, 8),
                *self._ourselves(),
                Label(note, SMALL, palette.INK_SECOND, wrap=True),
                Space(height=12),
                Row([Space(grow=1), Button("coming.close", _("Close"), self.back, key="Esc")]),
            ],
            pad=(24, 18),
            id="coming.panel",
        )
        return centred(panel, size, _WIDE)

    def _roles(self) -> list[Element]:
        """Return who attacks whom, to choose from, for another war."""
        if self.case != _OTHER:
            return []
        states = [(str(n.index), n.name, "") for n in self.reading.nations if n.alive]
        attacker = Choice("coming.attacker", states, str(self.attacker), partial(self._set, "attacker"), grow=1)
        victim = Choice("coming.victim", states, str(self.victim), partial(self._set, "victim"), grow=1)
        return [Space(height=8), Row([attacker, Label(_("attacks"), BODY, palette.INK_SECOND), victim], gap=12)]

    def _side(self, state: int, found: Coalition | None, *, attacking: bool) -> Element:
        nation, odds = self.reading.nations[state], _beside(attacking)
        role = _("attacks") if attacking else _("is attacked")
        head = Row([Roundel(nation.emblem, nation.code, nation.colour, 40),
                    Column([Label(nation.name, STRONG), Label(role, SMALL, palette.INK_SECOND)], grow=1),
                    *self._arms(nation, found, odds)], gap=10)  # fmt: skip
        shade = palette.BAD if attacking else palette.GOOD
        rows = [Label(_("weighing …"), BODY, palette.INK_SECOND)] if found is None else list(
            self._joiners(found, odds, shade, attacking=attacking))  # fmt: skip
        body = Scroll(Column(rows, gap=6), self.memory, id=f"coming.{'with' if attacking else 'against'}")
        return Column([head, Space(height=8), body], grow=1, least=120)

    def _arms(self, nation: Nation, found: Coalition | None, odds: Callable[[Joiner], float]) -> Iterator[Element]:
        """Say what arms are to be expected on a side: its own, and each helper's by its odds."""
        if found is None:
            return
        total = nation.usable + sum(odds(each) * self.reading.nations[each.state].usable for each in found.joiners)
        own, both = number(nation.usable, 1), number(total, 1)
        words = _("arms as published, {own} its own") if self.reading.estimated else _("arms, {own} its own")
        yield Column([Label(both, STRONG, align="right"),
                      Label(words.format(own=own), SMALL, palette.INK_SECOND, align="right")])  # fmt: skip

    def _joiners(
        self, found: Coalition, odds: Callable[[Joiner], float], shade: Colour, *, attacking: bool
    ) -> Iterator[Element]:
        rows = sorted((each for each in found.joiners if odds(each) >= _LEAST), key=lambda each: -odds(each))
        if not rows:
            yield Label(_("Nobody, as far as we can tell."), BODY, palette.INK_SECOND, wrap=True)
        for each in rows:
            nation = self.reading.nations[each.state]
            tie = [Icon("link-2", 14)] if each.bound and not attacking else []
            words = Row([Label(nation.name, STRONG, least=40), *tie, Space(grow=1), Label(percent(odds(each)), STRONG)],
                        gap=6)  # fmt: skip
            why = self._why(each) if not attacking else []
            yield Row([Roundel(nation.emblem, nation.code, nation.colour, 28),
                       Column([words, Bar(odds(each), shade, thick=5), *why], gap=3, grow=1)], gap=10, pad=(0, 0, 8, 0),
                      align="start")  # fmt: skip

    def _why(self, joiner: Joiner) -> list[Element]:
        """Say what weighs most for coming, and what against it."""
        words = _(joiner.why) if joiner.why else ""
        if joiner.why_not:
            against = _("but {reason}") if words else _("against it: {reason}")
            words = ", ".join(part for part in (words, against.format(reason=_(joiner.why_not))) if part)
        return [Label(words, SMALL, palette.INK_SECOND, wrap=True)] if words else []

    def _ourselves(self) -> list[Element]:
        """Say what we ourselves have promised in a war of others."""
        me = self.reading.me
        if me in (self.attacker, self.victim):
            return []
        ties = self.reading.ties_between(me, self.victim)
        bound = any(tie.kind == "pact" or (tie.kind == "guarantee" and tie.one == me) for tie in ties)
        words = _("We have promised to come to its aid.") if bound else _("We ourselves are free to come or not.")
        return [Label(words, STRONG if bound else BODY, palette.ACCENT if bound else palette.INK_SECOND, wrap=True)]


def _beside(attacking: bool) -> Callable[[Joiner], float]:
    return (lambda each: each.beside_attacker) if attacking else (lambda each: each.beside_victim)
