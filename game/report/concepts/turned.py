"""A turn that was played, read for what it meant: whom each state had to fear and what it did about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.measures.power import power
from game.measures.threat import guessed_threat, threat
from game.measures.ties import bound, flip, obliged, others
from game.orders.congress import MANDATE
from game.phases import Step
from game.world import Bools, Floats, World, combine


def through(x: Bools, y: Bools) -> Bools:
    """Say whether some third state links the two: any k with x[i, k] and y[k, j], [..., N, N]."""
    return combine(x.astype(np.float64), y.astype(np.float64)) > 0


@dataclass(frozen=True, eq=False)
class Turned:
    """The world before a turn and after it, and its phases with their records; any leading batch axes.

    What a state fears is what it feels; with `public` what any outsider would guess from public deeds, so
    that a tag shown during a game gives no secret away. Pairs are actor, then target, [..., N, N].
    """

    before: World
    after: World
    steps: Sequence[Step]
    public: bool = False

    def entry(self, phase: str, name: str) -> Bools:
        """A mask of a phase's record, in any year of the turn."""
        found = [np.asarray(record[name], bool) for each, _world, record in self.steps if each.name == phase]
        return np.asarray(np.logical_or.reduce(found))

    @cached_property
    def fear(self) -> Floats:
        """Threat (Walt 1987) that the target was to the actor when orders were given."""
        return guessed_threat(self.before) if self.public else threat(self.before)

    @cached_property
    def feared(self) -> Bools:
        """The actor had to reckon with a threat by the target."""
        return np.asarray(self.fear > self.before.setting.rules.threat.counts)

    @cached_property
    def worst(self) -> Bools:
        """The target was what the actor feared most."""
        return np.asarray((self.fear >= self.fear.max(-1)[..., None]) & others(self.before))

    @cached_property
    def weaker(self) -> Bools:
        """The actor had less power than the target."""
        share = power(self.before)
        return np.asarray(share[..., :, None] < share[..., None, :])

    @cached_property
    def danger(self) -> Bools:
        """The target was a feared, more powerful state that no pact bound to the actor: one to balance."""
        return np.asarray(self.feared & self.weaker & ~bound(self.before))

    @cached_property
    def chief(self) -> Bools:
        """The target was the danger that the actor feared most."""
        dread = np.where(self.danger, self.fear, 0.0)
        return np.asarray(self.danger & (dread >= dread.max(-1)[..., None]))

    @cached_property
    def resists(self) -> Bools:
        """The actor had the target for a danger or was at war with it."""
        return np.asarray(self.danger | self.before.war)

    @cached_property
    def common(self) -> Bools:
        """The actor was in danger from a third state that the target resisted; what it feared most, at least."""
        return through(self.danger, flip(self.resists)) & ~self.worst

    @cached_property
    def fought(self) -> Bools:
        """The wars of the turn, as they stood when all had entered."""
        return next(world.war for phase, world, _record in self.steps if phase.name == "crises")

    @cached_property
    def opened(self) -> Bools:
        """The actor opened a war on the target."""
        return np.asarray((self.entry("crises", "attacked") | self.entry("crises", "surprised")) | self._piled)

    @cached_property
    def _piled(self) -> Bools:
        return self.entry("crises", "piled_on") & self.fought

    @cached_property
    def entered(self) -> Bools:
        """The actor went to war with the target, which had not attacked it."""
        return np.asarray(self.fought & ~self.before.war & ~flip(self.opened))

    @cached_property
    def came(self) -> Bools:
        """The actor went to war beside the target, whom it had promised help and who was at war before."""
        return np.asarray(obliged(self.before) & through(self.entered, self.before.war))

    @cached_property
    def signed(self) -> Bools:
        """The two signed a pact that did not bind them before."""
        return self.entry("treaties", "pact_signed")

    @cached_property
    def backed(self) -> Bools:
        """The actor bound itself to the target, sent it arms or money, or went to war for it."""
        bonds = self.signed | self.entry("treaties", "pact_renewed") | self.entry("treaties", "guaranteed")
        return bonds | self.entry("budget", "sent_arms") | self.entry("budget", "sent_money") | self.came

    @cached_property
    def arming(self) -> Bools:
        """The actor gave more of its budget to arms than a balanced one does, [..., N]."""
        return _arms(self.after)

    @cached_property
    def building(self) -> Bools:
        """The actor was arming or reformed its forces, [..., N]."""
        return np.asarray(self.arming | (self.after.quality > self.before.quality))

    @cached_property
    def entangled(self) -> Bools:
        """The actor moved in the congress, or voted, that the target be censured or restrained."""
        moved = self.entry("congress", "moved_censure") | self.entry("congress", "moved_restraint")
        peaceful = self.before.motion.max(-2)[..., None, :] != MANDATE
        return np.asarray(moved | (self.entry("congress", "voted_for") & peaceful))

    @cached_property
    def idle(self) -> Bools:
        """The actor did nothing against the target, a danger: no arms, partner, sanction or war, nor a pact with it."""
        tied = self.after.pact | self.after.guarantee | self.backed
        after = self.after
        pressed = (after.sanction > 0) | after.closed | self.entangled
        answered = pressed | after.war | after.pact | through(tied, self.resists)
        return np.asarray(self.danger & ~answered & ~self.building[..., None])

    @cached_property
    def carries(self) -> Bools:
        """The actor bore the burden of resisting the target, before all eyes: it fought it, or it kept arming."""
        armed = (_arms(self.before) & self.arming)[..., None]
        return np.asarray((self.before.war & self.fought) | (self.danger & armed))


def _arms(world: World) -> Bools:
    """A state's budget is one of arming and exceeds what wear takes, [..., N]."""
    rules = world.setting.rules
    usual = rules.budget.balanced_arms
    return np.asarray((world.budget_arms > rules.concepts.effort * usual) & world.alive)
