"""The colours of the window, by what they are for; states bring their own colours from the scenario.

Three palettes share these names: read them as `palette.INK`, never by `from`, so that `use` reaches everybody.
"""

from collections.abc import Sequence

__all__ = [
    "ACCENT",
    "ACCENT_DEEP",
    "ACCENT_SOFT",
    "BAD",
    "CASING",
    "CONTROL",
    "DEEP",
    "EMBLEM_INK",
    "FEAR",
    "GOOD",
    "GRATICULE",
    "HIGH",
    "INK",
    "INK_SECOND",
    "INK_THIRD",
    "LAND_IDLE",
    "LINE",
    "LINE_STRONG",
    "ON_ACCENT",
    "PALETTES",
    "PANEL",
    "PAPER",
    "PAPER_BAD",
    "PAPER_BRIGHT",
    "PAPER_GOOD",
    "PAPER_INK",
    "PAPER_LINE",
    "PAPER_SECOND",
    "RAISED",
    "READABLE",
    "SEA",
    "SEA_NAME",
    "SHELF",
    "SHELF_NEAR",
    "Colour",
    "Paint",
    "colour",
    "contrast",
    "kind",
    "mix",
    "patterned",
    "readable",
    "state_colours",
    "use",
]

Colour = tuple[int, int, int]
Paint = Colour | tuple[int, int, int, int]  # a fourth part is the opacity


READABLE = 4.5
"""The least contrast of text (W3C, WCAG 2.2, success criterion 1.4.3)."""


def colour(code: str) -> Colour:
    """Read "#RRGGBB"; raises ValueError that names the text when it is anything else."""
    if len(code) != 7 or code[0] != "#":
        raise ValueError(f"expected a colour such as #E3B45C, got {code!r}")
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Blend `share` (0..1) of `one` with the rest of `other`."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1..21 (W3C, WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(shade: Colour, ground: Colour) -> Colour:
    """Return a colour as text on a dark ground: lighter by as little as makes its contrast 4.5."""
    steps = (mix(shade, INK, 1 - step / 10) for step in range(11))
    return next((each for each in steps if contrast(each, ground) >= READABLE), INK)


def _luminance(shade: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in shade)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


SEA = colour("#0E1A25")
SHELF = colour("#10202D")
SHELF_NEAR = colour("#132636")
DEEP = colour("#0A131C")
PANEL = colour("#121F2B")
RAISED = colour("#192937")
CONTROL = colour("#0C1620")
HIGH = colour("#223646")  # a raised thing under the pointer
LINE = colour("#2A3D4D")
LINE_STRONG = colour("#4A6072")  # outlines of key caps and entry fields
GRATICULE = colour("#1A2B39")
CASING = colour("#08111A")

INK = colour("#E9EEF2")
INK_SECOND = colour("#AEBDC9")
INK_THIRD = colour("#8CA0B0")  # labels only
SEA_NAME = colour("#7C93A6")
GOOD = colour("#86C79A")
BAD = colour("#E88D75")
LAND_IDLE = colour("#1F2D38")  # land not in play
EMBLEM_INK = colour("#0C161F")  # the drawing on a state's roundel

ACCENT = colour("#E3B45C")  # the selected thing, the main button, plans, prices, the hegemony line
ACCENT_SOFT = colour("#EDC578")  # the same under the pointer
ACCENT_DEEP = colour("#C79A45")  # the same while pressed
ON_ACCENT = colour("#1B1A17")

PAPER = colour("#EAE4D6")
PAPER_BRIGHT = colour("#F3EFE2")
PAPER_INK = colour("#1B1A17")
PAPER_SECOND = colour("#4A4740")
PAPER_LINE = colour("#A9A08D")
PAPER_GOOD = colour("#1F5B38")
PAPER_BAD = colour("#8E2F1D")

FEAR = tuple(colour(code) for code in ("#34464F", "#525459", "#75594F", "#9A5A48", "#BC5B40"))

PALETTES: dict[str, dict[str, str]] = {
    "standard": {},
    "safe": {
        "GOOD": "#7CC6F2",
        "BAD": "#F0854A",
        "ACCENT": "#F2E25B",
        "ACCENT_SOFT": "#F7EC8A",
        "ACCENT_DEEP": "#D4C33A",
        "PAPER_GOOD": "#0B4F86",
        "PAPER_BAD": "#8A3608",
    },
    "contrast": {
        "PANEL": "#060B10",
        "RAISED": "#0F1A24",
        "CONTROL": "#000000",
        "HIGH": "#26415A",
        "LINE": "#6F8798",
        "LINE_STRONG": "#B7C6D2",
        "INK": "#FFFFFF",
        "INK_SECOND": "#E4ECF2",
        "INK_THIRD": "#CBD7E0",
        "SEA_NAME": "#B5C6D4",
        "GOOD": "#9BE7FF",
        "BAD": "#FFB08A",
        "ACCENT": "#FFE14D",
        "ACCENT_SOFT": "#FFEC8F",
        "ACCENT_DEEP": "#E0C020",
        "PAPER": "#FFFFFF",
        "PAPER_BRIGHT": "#FFFFFF",
        "PAPER_INK": "#000000",
        "PAPER_SECOND": "#2A2824",
        "PAPER_LINE": "#6B655A",
        "PAPER_GOOD": "#003F73",
        "PAPER_BAD": "#7A1F00",
    },
}
"""What each palette has of its own; the sea and the land out of play are the same in all."""

_SERIES = (
    "#AFC1F7", "#5E945E", "#55F7EE", "#289DE5", "#8BE5AF", "#E5F7A6", "#CA94B8", "#E5A655",
    "#8BA65E", "#82B88B", "#798BC1", "#CAB8B8", "#E5DC67", "#EEC182", "#B8F7DC", "#9D9428",
)  # fmt: skip
"""Colours of states, in a scenario's order, outside the standard palette.

Found by search for the greatest least distance under three deficiencies of colour vision and in greyscale, with dark
drawings readable on each: the first eight stand 17 apart in CIELAB, and 4.9 in lightness, all sixteen 11 apart.
"""
_STANDARD = {name: globals()[name] for own in PALETTES.values() for name in own}
_chosen, _patterns = "standard", False


def use(name: str, patterns: bool = False) -> None:
    """Let the names of this module mean another palette's colours from now on; raises KeyError for an unknown one.

    `patterns` makes the stripes of states plain to see.
    """
    global _chosen, _patterns
    own = {key: colour(code) for key, code in PALETTES[name].items()}
    globals().update(_STANDARD | own)
    _chosen, _patterns = name, patterns


def kind() -> str:
    """Return the name of the palette in use."""
    return _chosen


def patterned() -> bool:
    """Say whether the stripes of states are to be plain to see."""
    return _patterns


def state_colours(codes: Sequence[str]) -> tuple[Colour, ...]:
    """Return the colours of a scenario's states, whose own codes come in its order."""
    own = [colour(code) for code in codes]
    if _chosen == "standard" or len(own) > len(_SERIES):
        return tuple(own)
    return tuple(colour(code) for code in _SERIES[: len(own)])
