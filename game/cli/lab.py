"""The commands of the lab: facts; what the rules must reproduce, and experiments of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.common import Json, Unusable, progress, split, writable, write_json, write_text
from game.language import _

app = typer.Typer(help="The lab: do the rules behave? Facts, sweeps, sensitivity.", rich_markup_mode=None)

QUICK = 100
Jobs = Annotated[int | None, typer.Option(min=1, max=256, help="Processes; all cores without it.")]
Html = Annotated[
    Path | None,
    typer.Option("--html", callback=writable, help="Write one self-contained page (needs the extra “lab”)."),
]
Plot = Annotated[
    Path | None,
    typer.Option(callback=writable, help="Draw them (svg, png or pdf; needs the extra “lab”)."),
]
Only = Annotated[str, typer.Option(help="Facts by id, commas between: F6,F12.")]
Cast = Annotated[str, typer.Option(help="Doctrines by state; the last one plays all that remain.")]
Set = Annotated[str, typer.Option("--set", help="main, or second: other maps, N +- 2, fresh seeds.")]


@app.command()
def facts(
    quick: Annotated[bool, typer.Option("--quick", help="100 games a condition instead of 500.")] = False,
    only: Only = "",
    jobs: Jobs = None,
    games: Annotated[int | None, typer.Option(min=2, max=100_000, help="Games a condition.")] = None,
    which: Set = "main",
    json_file: Json = None,
    html: Html = None,
    sensitivity_table: Annotated[
        Path | None, typer.Option("--sensitivity", help="A table of lab sensitivity for the page, instead of ours.")
    ] = None,
) -> None:
    """Play the stylised facts that the rules must reproduce: claim, target, measured, interval, verdict."""
    from game.arena.executor import all_cores
    from game.lab.run import BENCHES, as_json, run, sized

    chosen = _chosen(only)
    if which not in BENCHES:
        raise Unusable(_("set: expected {names}, found “{word}”").format(names=", ".join(BENCHES), word=which))
    bench = sized(BENCHES[which], games or (QUICK if quick else None))
    page = _page(html, sensitivity_table)
    with progress() as bar:
        task = bar.add_task(_("Playing"), total=None)
        found = run(
            chosen, bench, workers=jobs or all_cores(),
            progress=lambda done, whole: bar.update(task, completed=done, total=whole),
        )  # fmt: skip
    if json_file is not None:
        write_json(json_file, {"set": bench.name, "facts": [as_json(each) for each in found]})
    if page is not None:
        page(found, bench)
    if json_file is None or str(json_file) != "-":
        _show(found)


@app.command()
def sweep(
    vary: Annotated[list[str], typer.Option(help="leader_share=.15:.7:12, or economy.absorb=0,.05,.1; at most two.")],
    measure: Annotated[str, typer.Option(help="What to measure, commas between.")] = "hegemony,hard_balancing",
    states: Annotated[int, typer.Option(min=2, max=40)] = 6,
    cast: Cast = "offensive_realist,balancer",
    pool: Annotated[str, typer.Option(help="Draw each seat from these doctrines instead.")] = "",
    leader: Annotated[float, typer.Option(min=0.0, max=0.99, help="Share of the first state; 0: all equal.")] = 0.29,
    turns: Annotated[int, typer.Option(min=1, max=2000)] = 60,
    level: Annotated[str, typer.Option(help="foundations, standard or full.")] = "standard",
    override: Annotated[list[str] | None, typer.Option("--rule", help="section.name=value; repeatable.")] = None,
    play_on: Annotated[bool, typer.Option("--play-on", help="Play on past hegemony.")] = False,
    games: Annotated[int, typer.Option(min=2, max=100_000, help="Games a point.")] = 100,
    jobs: Jobs = None,
    csv: Annotated[Path | None, typer.Option("--csv", callback=writable, help="Write all estimates.")] = None,
    plot: Plot = None,
) -> None:
    """Vary one or two things of a condition and measure what becomes of it."""
    from game.arena.executor import all_cores
    from game.lab import sweep as sweeping
    from game.lab.run import MAIN, sized
    from game.lab.setups import NEVER_ENDS, Setup

    _check_plot(plot)
    _check_end(split(measure), play_on)
    axes = sweeping.read_axes(vary)
    rules = (*_overrides(override or []), *([NEVER_ENDS] if play_on else []))
    setup = Setup(
        states=states, cast=tuple(split(cast)), pool=tuple(split(pool)), leader=leader, turns=turns,
        level=_level(level), rules=rules,
    )  # fmt: skip
    with progress() as bar:
        task = bar.add_task(_("Playing"), total=None)
        points = sweeping.sweep(
            setup, axes, split(measure), bench=sized(MAIN, games), workers=jobs or all_cores(),
            progress=lambda done, whole: bar.update(task, completed=done, total=whole),
        )  # fmt: skip
    if csv is not None:
        write_text(csv, sweeping.as_csv(axes, points))
    if plot is not None:
        sweeping.save_chart(plot, axes, points)
    _show_points(axes, points)


def _check_end(measures: list[str], play_on: bool) -> None:
    if play_on and any("hegemon" in name or name == "by_conquest" for name in measures):
        raise Unusable(_("measure: with --play-on nobody becomes hegemon; leave out that or --play-on"))


def _check_plot(plot: Path | None) -> None:
    if plot is None:
        return
    if plot.suffix not in (".svg", ".png", ".pdf"):
        raise Unusable(_("plot: expected a name that ends in .svg, .png or .pdf, found “{word}”").format(word=plot))
    _needs_plots()


def _overrides(words: list[str]) -> list[tuple[str, float]]:
    found = []
    for word in words:
        name, mark, value = word.partition("=")
        try:
            found.append((name, float(value)))
        except ValueError:
            mark = ""
        if not mark:
            raise Unusable(_("rule: expected section.name=value, found “{word}”").format(word=word))
    return found


def _level(word: str) -> str:
    from game.storage.files import did_you_mean
    from game.world.setting import LEVELS

    if word not in LEVELS:
        text = _("level: expected {names}, found “{word}”").format(names=", ".join(LEVELS), word=word)
        raise Unusable(text + did_you_mean(word, list(LEVELS)))
    return word


def _show_points(axes: list[Any], points: list[Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for head in (*(axis.name for axis in axes), *points[0].measured):
        table.add_column(head, justify="right")
    for point in points:
        table.add_row(*(f"{x:g}" for x in point.place), *(str(value) for value in point.measured.values()))
    Console().print(table)


@app.command()
def sensitivity(
    csv: Annotated[
        Path, typer.Option("--csv", callback=writable, help="The table; what it holds already is not played again.")
    ],
    games: Annotated[int, typer.Option(min=2, max=10_000, help="Games a condition.")] = 40,
    only: Only = "F1,F2,F3,F6,F7",
    most: Annotated[int | None, typer.Option(min=1, help="Measure at most so many points this time.")] = None,
    coefficients: Annotated[str, typer.Option(help="Only these sections or coefficients, commas between.")] = "",
    jobs: Jobs = None,
    html: Html = None,
) -> None:
    """Move every coefficient of the rules up and down by a fifth, one at a time, and judge the facts again."""
    from game.arena.executor import all_cores
    from game.lab.page import document
    from game.lab.sensitivity import as_html, changes, fill, turned, within

    wanted = within(changes(games, [fact.id for fact in _chosen(only)]), split(coefficients))
    with progress() as bar:
        task = bar.add_task(_("Measuring"), total=None)
        rows = fill(
            csv, wanted, most=most, workers=jobs or all_cores(),
            progress=lambda done, whole: bar.update(task, completed=done, total=whole),
        )  # fmt: skip
    if html is not None:
        write_text(html, document(_("Sensitivity"), as_html(rows)))
    tipped = turned(rows)
    for name, changed in tipped.items():
        seen = {(row["fact"], row["factor"]) for row in changed}
        typer.echo(f"{name}: " + ", ".join(f"{fact} × {factor}" for fact, factor in sorted(seen)))
    text = _("{file} holds {n} rows; with {m} of the coefficients some verdict turns.")
    typer.echo(text.format(file=csv, n=len(rows), m=len(tipped)))


def _chosen(only: str) -> list[Any]:
    """The facts that were asked for, in the order of the list."""
    from game.lab.facts import FACTS
    from game.storage.files import did_you_mean

    wanted = {word.upper() for word in split(only)}
    known = [fact.id for fact in FACTS]
    for word in sorted(wanted - set(known)):
        text = _("only: expected facts {first} to {last}, found “{word}”")
        raise Unusable(text.format(first=known[0], last=known[-1], word=word) + did_you_mean(word, known))
    return [fact for fact in FACTS if not wanted or fact.id in wanted]


def _page(html: Path | None, table: Path | None) -> Callable[[Any, Any], None] | None:
    """The writer of the page; said at once, before anything is played, if it cannot be drawn."""
    if html is None:
        return None
    _needs_plots()
    from game.lab.sensitivity import SHIPPED, as_html, read
    from game.storage.paths import assets

    rows = read(table or assets() / SHIPPED)
    if table is not None and not rows:
        raise Unusable(_("{file}: expected a table of lab sensitivity").format(file=table))

    def write(found: Any, bench: Any) -> None:
        from game.lab import page

        more = as_html(rows) if rows else ""
        write_text(html, page.page(found, bench, more))

    return write


def _needs_plots() -> None:
    from game.lab.plots import available

    if not available():
        raise Unusable(_("pictures need an extra: pip install 'counterpoise[lab]'"))


def _show(found: list[Any]) -> None:
    """Print a table of findings."""
    from rich.console import Console
    from rich.table import Table

    table = Table(show_lines=True)
    for head in (_("Fact"), _("Claim and target"), _("Measured, 95 % interval"), _("Games"), _("Verdict")):
        table.add_column(head)
    for each in found:
        fact, finding = each.fact, each.finding
        measured = "\n".join(f"{name}: {value}" for name, value in finding.measured.items())
        words = f"{fact.claim}\n{fact.target}\n({fact.source})"
        verdict = _("holds") if finding.passed else _("does not hold")
        table.add_row(fact.id, words, measured, str(finding.n), verdict)
    console = Console()
    console.print(table)
    held = sum(each.finding.passed for each in found)
    console.print(_("{held} of {all} facts hold").format(held=held, all=len(found)))
