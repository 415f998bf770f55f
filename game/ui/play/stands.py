"""Why a weight lies where it does on the balance scale, and what would move it: the scale's own test in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.language import _
from game.measures.blocs import AFRAID, AGAINST, WITH, sides
from game.measures.power import leader, power
from game.measures.threat import threat
from game.ui.play.words import percent
from game.ui.text import sentence
from game.ui.theme import number
from game.view import View

__all__ = ["Stand", "stand"]


@dataclass(frozen=True, slots=True)
class Stand:
    """A state's place on the scale: in a word, the reasons, and what would move it."""

    state: int
    place: str
    why: tuple[str, ...]
    moves: tuple[str, ...]


def stand(view: View, state: int) -> Stand:
    """Read the test of `measures.blocs.sides` for one state of a view."""
    return _Case(view, state).stand()


class _Case:
    """One state before the scale: what it fears, to whom it is bound, and who the leader is."""

    def __init__(self, view: View, state: int) -> None:
        self.view, self.state = view, state
        self.head = int(leader(view))
        self.side = int(sides(view)[state])
        fears = threat(view)[state]
        self.fear = float(fears[self.head])
        self.most = int(fears.argmax())
        self.worst = float(fears[self.most])
        self.counts = float(view.setting.rules.threat.counts)
        self.wary = [k for k in range(view.n) if int(sides(view)[k]) in (AGAINST, AFRAID) and k != state]

    def name(self, state: int) -> str:
        return self.view.setting.called(state)

    def names(self, states: list[int]) -> str:
        return ", ".join(self.name(state) for state in states)

    def stand(self) -> Stand:
        if self.state == self.head:
            place, why, moves = self._leads()
        elif self.side == WITH:
            place, why, moves = self._with()
        elif self.side == AGAINST:
            place, why, moves = self._against()
        elif self.side == AFRAID:
            place, why, moves = self._afraid()
        else:
            place, why, moves = self._neither()
        return Stand(self.state, sentence(place), tuple(map(sentence, why)), tuple(map(sentence, moves)))

    def _leads(self) -> tuple[str, list[str], list[str]]:
        shares = power(self.view)
        order = np.argsort(-shares, kind="stable").tolist()
        second = next(k for k in order if k != self.head)
        text = _("it holds {share} of all power, more than anybody; next is {other} with {less}")
        why = [text.format(share=percent(shares[self.head]), other=self.name(second), less=percent(shares[second]))]
        moves = [_("{other} takes its place when its economy and arms outgrow it").format(other=self.name(second))]
        return _("the leader, by which the scale hangs"), why, moves

    def _with(self) -> tuple[str, list[str], list[str]]:
        head, term = self.name(self.head), int(self.view.pact_term[self.state, self.head])
        why = [_("a pact binds it to {leader}, for {n} more turns").format(leader=head, n=term)]
        moves = [_("the pact’s end, by notice, by its term, or when one of the two stands aside in a war")]
        return _("with the leader"), why, moves

    def _fears(self) -> str:
        text = _("it fears {leader} most: {value}, where fear counts from {counts}")
        return text.format(leader=self.name(self.head), value=number(self.fear, 2), counts=number(self.counts, 2))

    def _calmed(self) -> str:
        text = _("{leader} frightening it less, below {counts}: fewer arms within reach, a shield, no quarrels")
        return text.format(leader=self.name(self.head), counts=number(self.counts, 2))

    def _against(self) -> tuple[str, list[str], list[str]]:
        if self.view.war[self.state, self.head]:
            why = [_("it is at war with {leader}").format(leader=self.name(self.head))]
            return _("against the leader"), why, [_("peace between the two")]
        allies = [k for k in self.wary if self.view.pact[self.state, k]]
        why = [self._fears(), _("and it is bound to {names}, who fears it, too").format(names=self.names(allies))]
        return _("bound against the leader"), why, [_("the end of that pact"), self._calmed()]

    def _afraid(self) -> tuple[str, list[str], list[str]]:
        why = [self._fears(), _("but no pact binds it to anybody else who fears it")]
        able = [k for k in self.wary if not self.view.war[self.state, k]]
        moves = [self._calmed()]
        if able:
            names = self.names(sorted(able, key=lambda k: -float(power(self.view)[k]))[:4])
            moves.insert(0, _("a pact with one who fears it, too, would bind it: {names}").format(names=names))
        return _("only afraid: the gap that Schweller calls underbalancing"), why, moves

    def _neither(self) -> tuple[str, list[str], list[str]]:
        head = self.name(self.head)
        if self.worst > self.fear:
            text = _("it fears {other} more: {worst}, against {value} for {leader}")
            why = [text.format(other=self.name(self.most), worst=number(self.worst, 2), value=number(self.fear, 2),
                               leader=head)]  # fmt: skip
        else:
            text = _("it fears {leader} too little: {value}, where fear counts from {counts}")
            why = [text.format(leader=head, value=number(self.fear, 2), counts=number(self.counts, 2))]
        more = _("{leader} frightening it more: arms within its reach, a sword, attacks and demands on others")
        other = _("a pact with {leader} would put it on the other side")
        moves = [more.format(leader=head), other.format(leader=head)]
        return _("neither bound nor afraid"), why, moves
