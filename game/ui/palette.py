"""The colours of the window, by what they are for; states bring their own colours from the scenario."""

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
    "PANEL",
    "PAPER",
    "PAPER_BAD",
    "PAPER_BRIGHT",
    "PAPER_GOOD",
    "PAPER_INK",
    "PAPER_LINE",
    "PAPER_SECOND",
    "RAISED",
    "SEA",
    "SEA_NAME",
    "SHELF",
    "SHELF_NEAR",
    "Colour",
    "Paint",
    "colour",
    "contrast",
    "mix",
]

Colour = tuple[int, int, int]
Paint = Colour | tuple[int, int, int, int]  # a fourth part is the opacity


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
EMBLEM_INK = colour("#14202B")  # the drawing on a state's roundel

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
