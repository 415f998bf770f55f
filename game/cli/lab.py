"""The commands of the lab: facts; what the rules must reproduce, and experiments of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.common import Json, Unusable, progress, split, write_json
from game.language import _

app = typer.Typer(help="The lab: do the rules behave? Facts, sweeps, sensitivity.", rich_markup_mode=None)

QUICK = 100
Jobs = Annotated[int | None, typer.Option(min=1, max=256, help="Processes; all cores without it.")]
Html = Annotated[Path | None, typer.Option("--html", help="Write one self-contained page (needs the extra “lab”).")]
Only = Annotated[str, typer.Option(help="Facts by id, commas between: F6,F12.")]
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
) -> None:
    """Play the stylised facts that the rules must reproduce: claim, target, measured, interval, verdict."""
    from game.arena.executor import all_cores
    from game.lab.run import BENCHES, as_json, run, sized

    chosen = _chosen(only)
    if which not in BENCHES:
        raise Unusable(_("set: expected {names}, found “{word}”").format(names=", ".join(BENCHES), word=which))
    bench = sized(BENCHES[which], games or (QUICK if quick else None))
    page = _page(html)
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


def _page(html: Path | None) -> Callable[[Any, Any], None] | None:
    """The writer of the page; said at once, before anything is played, if it cannot be drawn."""
    return None


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
