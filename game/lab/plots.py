"""Draw charts of findings as SVG (matplotlib, loaded only here, when a chart is drawn)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from io import StringIO
from pathlib import Path
from typing import Any

from game.lab.fact import Chart, Series

INK, SECOND, RULE, PAPER = "#1B1A17", "#4A4740", "#CBC3B0", "#F3EFE2"
COLOURS = ("#9A5B13", "#2F5F8A", "#6B7F2A", "#7A3E6B", "#8A2F2F")
MARKS = ("o", "s", "^", "D", "v")


def available() -> bool:
    """Say whether matplotlib is installed."""
    from importlib.util import find_spec

    return find_spec("matplotlib") is not None


def draw(chart: Chart, width: float = 7.2, height: float = 3.2) -> str:
    """Draw a chart into an SVG text: bars for words on the axis, lines for numbers; intervals as whiskers."""
    from matplotlib.figure import Figure

    words = [x for series in chart.series for x in series.x if isinstance(x, str)]
    lying = bool(words) and (len(set(words)) > 4 or max(map(len, words)) > 16)
    if lying:
        height = max(height, 0.34 * len(set(words)) * len(chart.series) + 1.0)
    figure = Figure(figsize=(width, height), layout="constrained")
    _paint(figure.add_subplot(), chart, lying)
    text = StringIO()
    with _same_each_time():
        figure.savefig(
            text, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")), transparent=True
        )
    return text.getvalue()


def save(charts: Sequence[Chart], path: Path) -> None:
    """Draw charts below each other into a file, of the kind that its name ends with (svg, png, pdf).

    Raises ValueError for another kind.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7.2, 3.2 * len(charts)), layout="constrained", facecolor=PAPER)
    for axes, chart in zip(figure.subplots(len(charts), squeeze=False)[:, 0], charts, strict=True):
        axes.set_facecolor(PAPER)
        _paint(axes, chart, lying=False)
    with _same_each_time():
        figure.savefig(path, dpi=150)


def _same_each_time() -> AbstractContextManager[None]:
    """The same picture gives the same file."""
    from matplotlib import rc_context

    context: AbstractContextManager[None] = rc_context({"svg.hashsalt": "counterpoise", "svg.fonttype": "path"})
    return context


def _paint(axes: Any, chart: Chart, lying: bool) -> None:
    if any(isinstance(x, str) for series in chart.series for x in series.x):
        (_lying_bars if lying else _bars)(axes, chart)
    else:
        _lines(axes, chart)
    _dress(axes, chart, lying)


def _lines(axes: Any, chart: Chart) -> None:
    for k, series in enumerate(chart.series):
        values = [estimate.value for estimate in series.y]
        axes.errorbar(
            series.x, values, yerr=_whiskers(series), label=series.name, color=COLOURS[k % len(COLOURS)],
            marker=MARKS[k % len(MARKS)], markersize=4.5, linewidth=1.6, elinewidth=1, capsize=2.5,
        )  # fmt: skip


def _bars(axes: Any, chart: Chart) -> None:
    count = len(chart.series)
    for k, series in enumerate(chart.series):
        places = [i + (k - (count - 1) / 2) * 0.8 / count for i in range(len(series.x))]
        values = [estimate.value for estimate in series.y]
        axes.bar(
            places, values, width=0.66 / count, yerr=_whiskers(series), label=series.name,
            color=COLOURS[k % len(COLOURS)], ecolor=INK, capsize=3,
        )  # fmt: skip
    axes.set_xticks(range(len(chart.series[0].x)), [str(x) for x in chart.series[0].x])


def _lying_bars(axes: Any, chart: Chart) -> None:
    """Bars with long names, or many, lie on their side: name and value read as a table does."""
    count = len(chart.series)
    for k, series in enumerate(chart.series):
        places = [i + (k - (count - 1) / 2) * 0.8 / count for i in range(len(series.x))]
        values = [estimate.value for estimate in series.y]
        axes.barh(
            places, values, height=0.66 / count, xerr=_whiskers(series), label=series.name,
            color=COLOURS[k % len(COLOURS)], ecolor=INK, capsize=3,
        )  # fmt: skip
    axes.set_yticks(range(len(chart.series[0].x)), [str(x) for x in chart.series[0].x])
    axes.invert_yaxis()


def _whiskers(series: Series) -> list[list[float]]:
    """Lengths of the intervals below and above, none where one is not known."""
    low = [_finite(estimate.value - estimate.low) for estimate in series.y]
    high = [_finite(estimate.high - estimate.value) for estimate in series.y]
    return [low, high]


def _finite(x: float) -> float:
    return max(0.0, x) if x == x and x != float("inf") else 0.0


def _dress(axes: Any, chart: Chart, lying: bool) -> None:
    """Axes, levels of the target, legend."""
    across, up = (chart.up, chart.across) if lying else (chart.across, chart.up)
    for level in chart.levels:
        (axes.axvline if lying else axes.axhline)(level, color=SECOND, linestyle=(0, (4, 3)), linewidth=1)
    axes.set_xlabel(across, color=INK)
    axes.set_ylabel(up, color=INK)
    axes.tick_params(colors=SECOND, labelsize=9)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(RULE)
    axes.grid(axis="x" if lying else "y", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    if any(series.name for series in chart.series) and len(chart.series) > 1:
        axes.legend(frameon=False, fontsize=9, labelcolor=INK)
