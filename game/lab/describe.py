"""A condition in words, so that a reader knows what was played."""

from __future__ import annotations

from game.lab.setups import NEVER_ENDS, Setup
from game.language import _, plural


def describe(setup: Setup) -> str:
    """Say in a line what a condition is."""
    parts = [_table(setup), _players(setup)]
    if setup.turns:
        parts.append(plural("{n} turn", "{n} turns", setup.turns))
    parts += [_("offence {x:g}").format(x=setup.offence)] * (setup.offence != 0.5)
    parts += [_("distinguishability {x:g}").format(x=setup.distinguish)] * (setup.distinguish != 0.5)
    if setup.cohesion != (0.7,):
        parts.append(_("cohesion {list}").format(list=", ".join(f"{x:g}" for x in setup.cohesion)))
    parts += [_("the first a sea power")] * (setup.sea[0] > 0) + [_("on an island")] * setup.island
    for path, value in setup.rules:
        played_on = (path, value) == NEVER_ENDS
        parts.append(_("played on past hegemony") if played_on else f"{path} = {value:g}")
    parts += [_("scripted: {name}").format(name=setup.script)] * bool(setup.script)
    return ", ".join([*parts, _("level {name}").format(name=setup.level)])


def _table(setup: Setup) -> str:
    """How many states there are, and of what size."""
    if setup.scenario:
        return setup.scenario
    count = plural("{n} state", "{n} states", setup.states)
    if setup.leader:
        return count + _(", the first with {x:.0%} of everything").format(x=setup.leader)
    if setup.shares:
        return count + _(" of {list}").format(list=" / ".join(f"{x:.0%}" for x in setup.shares))
    return count + (_(" of uneven size") if setup.uneven else _(" of equal size"))


def _players(setup: Setup) -> str:
    """Who plays."""
    if setup.pool:
        names = list(dict.fromkeys(setup.pool))
        return _("each seat drawn from {list}").format(list=", ".join(names))
    if len(setup.cast) == 1:
        return _("all {name}").format(name=setup.cast[0])
    *first, last = setup.cast[: setup.states]
    if len(setup.cast) >= setup.states:
        return ", ".join([*first, last])
    return _("{first}; the others {last}").format(first=", ".join(first), last=last)
