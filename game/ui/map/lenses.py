"""Seven ways to colour the map: plain numbers in, colours and a one-line legend out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.language import _
from game.ui import palette
from game.ui.palette import Colour, mix

__all__ = [
    "FEAR_BREAKS",
    "POWER_RAMP",
    "Legend",
    "StateLook",
    "Wash",
    "alliances",
    "change",
    "commerce",
    "fears_me",
    "land_tint",
    "owner",
    "power",
    "step",
    "whom_i_fear",
]

STEEL = palette.colour("#5A6670")
POWER_RAMP = tuple(map(palette.colour, ("#2B3D4E", "#38536A", "#476B88", "#5985A6", "#70A1C3")))
CHANGE_RAMP = tuple(map(palette.colour, ("#9C5844", "#6E544D", "#46525B", "#44675C", "#47805F")))
TIES = {"none": palette.colour("#3A4750"), "trade": palette.colour("#47805F"), "sanction": palette.colour("#9C5844")}
MIXED = palette.colour("#8A7A4E")

POWER_BREAKS = (0.02, 0.05, 0.10, 0.20)  # shares of the system's power
FEAR_BREAKS = (0.2, 0.4, 0.7, 1.0)  # of threat: from 1 on it is called deadly
CHANGE_BREAKS = (-0.01, -0.0025, 0.0025, 0.01)  # change of power share since last turn


@dataclass(frozen=True, slots=True)
class StateLook:
    """A state's own colour and hatch angle (0, 45, 90, 135)."""

    colour: Colour
    hatch: int | None = None


@dataclass(frozen=True, slots=True)
class Legend:
    """One line: words, swatches, words."""

    before: str
    swatches: tuple[Colour, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class Wash:
    """Fill, hatch and stripes of every region, and the legend that explains them."""

    paint: tuple[Colour, ...]
    hatch: tuple[int | None, ...]
    stripe: tuple[Colour | None, ...]
    legend: Legend


def land_tint(colour: Colour, light: float = 0.48) -> Colour:
    """Mute a state's colour for its land: 35 % steel, then `1 - light` of sea."""
    return mix(mix(colour, STEEL, 0.65), palette.SEA, light)


def step(value: float, breaks: Sequence[float]) -> int:
    """Return how many breaks a value has reached: its place on a ramp, and (plus one) its bars."""
    return sum(value >= edge for edge in breaks)


def owner(looks: Sequence[StateLook], held: Sequence[int], core: Sequence[int]) -> Wash:
    """Colour by owner; land that is another state's core carries stripes of that state's colour."""
    paint = tuple(land_tint(looks[state].colour) for state in held)
    hatch = tuple(looks[state].hatch for state in held)
    return Wash(
        paint, hatch, _claims(looks, held, core), Legend(_("Colour: who holds the land. Stripes: whose core it is"))
    )


def power(
    looks: Sequence[StateLook],
    held: Sequence[int],
    core: Sequence[int],
    share: Sequence[float],
    *,
    estimated: bool = False,
) -> Wash:
    """Colour by the owner's share of the system's power (0..1), which may be an estimate."""
    shades = [POWER_RAMP[step(part, POWER_BREAKS)] for part in share]
    first = _("Share of power, estimated: under 2 %") if estimated else _("Share of power: under 2 %")
    legend = Legend(first, POWER_RAMP, _("20 % and more"))
    return _by_state(shades, looks, held, core, legend)


def whom_i_fear(
    looks: Sequence[StateLook], held: Sequence[int], core: Sequence[int], threat: Sequence[float], me: int | None
) -> Wash:
    """Colour by each owner's threat to me; my own land stays in my colour."""
    legend = Legend(_("Its threat to us: none"), palette.FEAR, _("deadly, 1 and more"))
    return _fear(looks, held, core, threat, me, legend)


def fears_me(
    looks: Sequence[StateLook], held: Sequence[int], core: Sequence[int], threat: Sequence[float], me: int | None
) -> Wash:
    """Colour by the threat that I am to each owner."""
    legend = Legend(_("Our threat to it: none"), palette.FEAR, _("deadly, 1 and more"))
    return _fear(looks, held, core, threat, me, legend)


def alliances(
    looks: Sequence[StateLook],
    held: Sequence[int],
    core: Sequence[int],
    pacts: Sequence[Sequence[bool]],
    share: Sequence[float],
) -> Wash:
    """Colour blocs: states joined by pacts, directly or through partners, in their strongest member's colour."""
    bloc = _blocs(pacts)
    shades: list[Colour] = []
    for state, members in enumerate(bloc):
        first = max(members, key=lambda member: (share[member], -member))
        shades.append(land_tint(looks[first].colour, 0.62) if len(members) > 1 else TIES["none"])
        if first != state and len(members) > 1:
            shades[-1] = land_tint(looks[first].colour)
    legend = Legend(_("One colour: joined by pacts, the strongest member brighter"), (TIES["none"],), _("no pact"))
    return _by_state(shades, looks, held, core, legend)


def commerce(
    looks: Sequence[StateLook],
    held: Sequence[int],
    core: Sequence[int],
    trade: Sequence[bool],
    sanction: Sequence[bool],
    me: int | None,
) -> Wash:
    """Colour by what ties each owner to me: trade treaty, sanctions either way, both or neither."""
    shades = [_tie(bool(trade[state]), bool(sanction[state])) for state in range(len(looks))]
    if me is not None:
        shades[me] = land_tint(looks[me].colour, 0.68)
    legend = Legend(_("With us: trade, sanctions, neither"), (TIES["trade"], TIES["sanction"], TIES["none"]))
    return _by_state(shades, looks, held, core, legend)


def change(looks: Sequence[StateLook], held: Sequence[int], core: Sequence[int], gain: Sequence[float]) -> Wash:
    """Colour by the change of the owner's share of power since last turn."""
    shades = [CHANGE_RAMP[step(part, CHANGE_BREAKS)] for part in gain]
    legend = Legend(_("Since last turn: lost over 1 point"), CHANGE_RAMP, _("won over 1 point"))
    return _by_state(shades, looks, held, core, legend)


def _fear(
    looks: Sequence[StateLook],
    held: Sequence[int],
    core: Sequence[int],
    threat: Sequence[float],
    me: int | None,
    legend: Legend,
) -> Wash:
    shades = [palette.FEAR[step(value, FEAR_BREAKS)] for value in threat]
    if me is not None:
        shades[me] = land_tint(looks[me].colour, 0.68)
    return _by_state(shades, looks, held, core, legend)


def _by_state(
    shades: Sequence[Colour],
    looks: Sequence[StateLook],
    held: Sequence[int],
    core: Sequence[int],
    legend: Legend,
) -> Wash:
    return Wash(tuple(shades[state] for state in held), (), _claims(looks, held, core), legend)


def _claims(looks: Sequence[StateLook], held: Sequence[int], core: Sequence[int]) -> tuple[Colour | None, ...]:
    tints: Mapping[int, Colour] = {state: land_tint(look.colour, 0.6) for state, look in enumerate(looks)}
    return tuple(None if a == b else tints[b] for a, b in zip(held, core, strict=True))


def _blocs(pacts: Sequence[Sequence[bool]]) -> list[frozenset[int]]:
    """Return for each state all states that it reaches over pacts, itself included."""
    bloc = [frozenset({state}) for state in range(len(pacts))]
    for state, row in enumerate(pacts):
        for other, bound in enumerate(row):
            if bound and other not in bloc[state]:
                joined = bloc[state] | bloc[other]
                for member in joined:
                    bloc[member] = joined
    return bloc


def _tie(trade: bool, sanction: bool) -> Colour:
    if trade and sanction:
        return MIXED
    return TIES["trade"] if trade else TIES["sanction"] if sanction else TIES["none"]
