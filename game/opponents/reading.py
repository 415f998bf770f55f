"""How a seat reads its world: perceived threat, feasibility, what allies are worth, the odds of war.

Row i of every array is seat i's own reading, from its private rows and what is public; what others feel
is guessed from public deeds.
"""

from __future__ import annotations

import numpy as np

from game.measures.power import economy, foreign, power, usable
from game.measures.reach import aid, defence, pressed_by, reach, strike
from game.measures.threat import guessed_threat, offensive, pressure, sworn
from game.measures.ties import at_war, bound, defends, flip, others, strangers
from game.opponents.once import once
from game.opponents.reasons import above, logistic, ramp
from game.opponents.traits import Temper
from game.world import Bools, Floats, World, any_of, combine, how_many, largest, snap, total


class Reading:
    """Everything the common mind weighs, computed once for all seats of all games, as needed."""

    def __init__(self, world: World, temper: Temper) -> None:
        self.world, self.temper = world, temper
        self.rules, self.eyes = world.setting.rules.doctrines, world.setting.rules.reading

    @once
    def power(self) -> Floats:
        """Power shares as columns of the target, [..., 1, N]."""
        return power(self.world)[..., None, :]

    @once
    def own_power(self) -> Floats:
        """Power shares as rows of the actor, [..., N, 1]."""
        return power(self.world)[..., :, None]

    @once
    def ratio(self) -> Floats:
        """Power of the target over the actor's, [..., N, N]."""
        return snap(self.power / np.maximum(self.own_power, 1e-3))

    @once
    def coherence(self) -> Floats:
        """How much of a threat an incoherent state takes in (Schweller 2004), [..., N, 1]."""
        e = self.eyes
        part = np.minimum(e.coherent_most, np.maximum(e.coherent_least, self.world.cohesion / e.coherent))
        weight = self.world.setting.rules.theory.incoherence
        return snap(1.0 - weight * (1.0 - part))[..., None]

    @once
    def intent(self) -> Floats:
        """Ill intent that the actor reckons with: what it ascribes, or fear of power as such, [..., N, N]."""
        r, e, w = self.rules, self.eyes, self.world
        strong = ramp(r.wary_slope * (self.power - r.wary_share)) * (1.0 - e.sea_calm * w.sea_power[..., None, :])
        reckoned = np.maximum(w.intent, self.temper.wide.wary * strong)
        return snap(np.where(bound(w), e.partner_intent * reckoned, reckoned))

    @once
    def suspicion(self) -> Floats:
        """(Offensive base + offensive share) x (intent base + slope x intent): threat over pressure, [..., N, N]."""
        t = self.world.setting.rules.threat
        arms = t.offensive_base + offensive(self.world)[..., None, :]
        return snap(arms * (t.intent_base + t.intent_slope * self.intent))

    @once
    def threat(self) -> Floats:
        """Perceived threat T (Walt 1987), cut by incoherence, [..., N, N]."""
        felt = pressure(self.world) * self.suspicion * self.coherence
        return snap(felt * others(self.world))

    @once
    def worst_threat(self) -> Floats:
        """The largest perceived threat, [..., N, 1]."""
        return largest(self.threat)[..., None]

    @once
    def excess(self) -> Floats:
        """Threat above the level that counts, [..., N, N]."""
        return above(self.threat - self.rules.count_from)

    @once
    def feasible(self) -> Floats:
        """Whether those free to act could hold the target in check, 0..1 (Brooks & Wohlforth 2008), [..., 1, N]."""
        r, w = self.rules, self.world
        free = np.where(bound(w) | ~others(w), 0.0, aid(w))
        force = total(flip(free))
        near = ((reach(w) > self.eyes.near) & others(w)).astype(np.float64)
        count = total(flip(near))
        needed = (1.0 + r.feasible_friction * above(count - 1.0)) * r.feasible_ratio * usable(w)
        return snap(logistic(r.feasible_slope * (force / np.maximum(needed, 1e-3) - 1.0)))[..., None, :]

    @once
    def trust(self) -> Floats:
        """How far the actor relies on the target's word: reputation x (a base + a part of attitude), [..., N, N]."""
        w, e = self.world, self.eyes
        return snap(w.reputation[..., None, :] * (e.trust_base + e.trust_attitude * w.attitude))

    @once
    def pressed(self) -> Floats:
        """How far the target presses the actor beyond what counts, as outsiders guess, [..., N, N]."""
        pressed = above(guessed_threat(self.world) - self.rules.count_from)
        return pressed * others(self.world)

    @once
    def partnership(self) -> Floats:
        """What the actor would bring against the target, as far as it must fear it, 0..1, [..., N, N]."""
        w = self.world
        shared = guessed_threat(w) / (self.rules.count_from + guessed_threat(w))
        weight = np.minimum(aid(w) / np.maximum(usable(w)[..., None, :], 1e-3), 1.0)
        return shared * weight * others(w)

    @once
    def joint(self) -> Floats:
        """What the target would add against those the actor fears, as far as it fears them too, [..., N, N]."""
        mine = self.excess * self.feasible * others(self.world)
        return snap(combine(mine, flip(self.partnership)))

    @once
    def welcome(self) -> Floats:
        """What the target would think of a pact with the actor, as outsiders guess it, [..., N, N]."""
        r = self.rules
        theirs = combine(self.pressed * self.feasible, flip(self.partnership))
        price = r.pact_first + r.pact_more * flip(self.pacts)
        return snap(flip(r.pact_weight * r.pact_trust * theirs - self.pressed) - price)

    @once
    def unwelcome(self) -> Floats:
        """What an offer of a pact loses in worth because the target would hardly sign, 0 or below, [..., N, N]."""
        return np.where((self.welcome < 0) & ~self.world.pact, -self.rules.pact_unwelcome, 0.0)

    @once
    def spurned(self) -> Floats:
        """What an offer loses in worth because the target let the last one lie, 0 or below, [..., N, N]."""
        return np.where(self.world.spurned > 0, -self.rules.spurned, 0.0)

    @once
    def at_stake(self) -> Floats:
        """How far those whom the actor fears also threaten the target, 0..1, [..., N, N]."""
        shared = combine(self.excess * others(self.world), flip(self.pressed))
        return snap(shared / (1.0 + shared))

    @once
    def pacts(self) -> Floats:
        """Number of pacts the actor has, [..., N, 1]."""
        return how_many(self.world.pact)[..., None]

    @once
    def busy(self) -> Bools:
        """The actor is at war, [..., N, 1]."""
        return at_war(self.world)[..., None]

    @once
    def allied_aid(self) -> Floats:
        """What the actor's partners can bring against the target, by trust, [..., N, N]."""
        return combine(self.trust * bound(self.world), aid(self.world))

    @once
    def odds(self) -> Floats:
        """Chance to beat the target in war, att^2 / (att^2 + dfn^2), [..., N, N].

        Own force less what enemies press, a part of the allies', against the target's defence, its allies
        and those who fear the actor (who may come). The much weaker defends harder, as in campaigns.
        """
        w, r, e = self.world, self.rules, self.eyes
        pressed = total(pressed_by(w) * w.war)[..., None]
        own = usable(w)[..., None]
        kept = 1.0 - ramp(e.pinned * pressed / np.maximum(own, 1e-3))
        attack = strike(w) * kept * self.free_hand + e.allies_attack * self.allied_aid
        friends = w.reputation[..., None, :] * flip(aid(w)) * flip(defends(w))
        fear = logistic(e.watch_slope * (flip(guessed_threat(w)) - e.watch_from))
        watch = fear * strangers(w)
        helpers = r.watchers * combine(watch, aid(w) * others(w))
        weak = ramp(1.0 - self.power / np.maximum(self.own_power, 1e-3))
        own_guard = defence(w)[..., None, :] * (1.0 + w.setting.rules.campaigns.stake * weak)
        guard = own_guard + e.allies_guard * (total(friends)[..., None, :] + flip(sworn(w))) + helpers
        strong, weak = attack * attack, guard * guard
        return snap(strong / np.maximum(strong + weak, 1e-6) * others(w))

    @once
    def best_odds(self) -> Floats:
        """Odds against the easiest victim, [..., N, 1]."""
        return largest(self.odds)[..., None]

    @once
    def parity(self) -> Floats:
        """How near the two are in power, for a dissatisfied actor, 0..1 (Organski & Kugler 1980), [..., N, N]."""
        gap = np.abs(self.ratio - 1.0) / max(self.world.setting.rules.theory.parity_band, 0.01)
        grudge = np.maximum(above(-self.world.attitude), self.temper.wide.hunger)
        return snap(ramp(1.0 - gap) * grudge * others(self.world))

    @once
    def free_hand(self) -> Floats:
        """Part of its strike that the actor would not keep at home in a war on the target, [..., N, N].

        The home guard of campaigns: against the most dangerous of all the others, by intent.
        """
        w = self.world
        wary = pressed_by(w) * w.intent * (strangers(w) & ~w.war)
        worst = _largest_other(wary)
        return snap(1.0 - w.setting.rules.campaigns.guard * worst / np.maximum(worst + pressed_by(w), 1e-6))

    @once
    def prize(self) -> Floats:
        """What a victory is worth: more, the larger the target's economy over one's own, [..., N, N]."""
        size, e = economy(self.world), self.eyes
        part = np.minimum(size[..., None, :] / np.maximum(size[..., :, None], 1e-3), 1.0)
        return snap(e.prize_base + e.prize_size * part)

    @once
    def third(self) -> Floats:
        """The largest third state within reach: who would gain from a war of the two, [..., N, N]."""
        w = self.world
        looming = flip(reach(w)) * self.power * others(w)
        return _largest_other(looming)

    @once
    def risk(self) -> Floats:
        """Force that may come against the actor, by suspicion, in points, [..., N, N]."""
        w = self.world
        likely = np.minimum(self.eyes.risk_most, self.suspicion)
        return snap(pressed_by(w) * likely * strangers(w))

    @once
    def gap(self) -> Floats:
        """What is missing for security over own defence, doctrines.gap_floor..gap_most, [..., N, 1].

        The largest risk and a part of the others, less own defence and most of the allies; a buck-passer
        counts on everybody else, too.
        """
        w, t, e = self.world, self.temper, self.eyes
        worst = largest(self.risk)
        need = worst + e.risk_rest * above(total(self.risk) - worst)
        help_in = flip(aid(w))
        friends = total(self.trust * help_in * (flip(defends(w)) | w.secret))
        rest = total(help_in * (strangers(w) & (self.risk < worst[..., None])))
        own = np.maximum(defence(w), 1e-3)
        short = (need - own - e.allies_guard * friends - e.pass_counts * t.buck[..., 0] * rest) / own
        gap = np.minimum(e.gap_most, np.maximum(self.rules.gap_floor, short))[..., None]
        return snap(np.where(gap > 0, gap * self.coherence, gap))

    @once
    def side_odds(self) -> Floats:
        """For a state at war: odds of those who fight the target, from forces that reach it, [..., 1, N]."""
        w = self.world
        against = total(pressed_by(w) * w.war)
        backing = total(flip(aid(w) * w.helps))
        own = usable(w) + backing
        force, guard = against * against, own * own
        return snap(force / np.maximum(force + guard, 1e-6))[..., None, :]

    @once
    def front(self) -> Floats:
        """For two at war: own strike over the sum with the enemy's, 0..1, [..., N, N]."""
        w = self.world
        return snap(strike(w) / np.maximum(strike(w) + pressed_by(w), 1e-6))

    @once
    def holds_core(self) -> Bools:
        """The target holds core land of the actor, [..., N, N]."""
        w = self.world
        games = w.owner.size // w.setting.r
        held = np.zeros((games, w.n * w.n), bool)
        held[np.arange(games)[:, None], (w.core * w.n + w.owner).reshape(games, -1)] = True
        return held.reshape(w.war.shape) & others(w)

    @once
    def overstretched(self) -> Floats:
        """Unintegrated wealth over own economy, 0..1, [..., N, 1]."""
        w = self.world
        return ramp(foreign(w) / np.maximum(economy(w), 1e-3))[..., None]

    @once
    def guilty(self) -> Bools:
        """The target began a war that still runs, [..., 1, N]."""
        return any_of(self.world.began)[..., None, :]


def _largest_other(x: Floats) -> Floats:
    """The largest entry of each row but the one at the target itself, [..., N, N]."""
    first = np.arange(x.shape[-1]) == x.argmax(-1)[..., None]
    second = largest(np.where(first, 0.0, x))[..., None]
    return np.asarray(np.where(first, second, largest(x)[..., None]))
