"""The commands: play (the default), simulate, replay, scenarios, shot, bench, map."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from game import __version__
from game.language import _

app = typer.Typer(
    help="Counterpoise: a strategy game about balancing in international relations.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
maps = typer.Typer(help="Build map assets (needs the extra “maps”).", rich_markup_mode=None)
app.add_typer(maps, name="map")

Turns = Annotated[int | None, typer.Option(min=1, max=2000, help="Exactly that many turns, without epilogue.")]
Seed = Annotated[int, typer.Option(min=0, max=2**62, help="Key of all chance.")]
Seats = Annotated[list[str] | None, typer.Option("--seat", help="STATE=doctrine or STATE=script.py; repeatable.")]
SeatList = Annotated[str, typer.Option("--seats", help="STATE=doctrine,STATE=doctrine,...")]
Trust = Annotated[bool, typer.Option(help="Run scripts inside this process; only scripts that you trust.")]
Json = Annotated[Path | None, typer.Option("--json", help="Write the result to a file; - for standard output.")]
Level = Annotated[str | None, typer.Option(help="foundations, standard or full.")]


class Unusable(Exception):
    """Bad input, in one sentence that says what was expected, what came, and what to do."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"counterpoise {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def default(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Open the window unless a command is named."""
    if context.invoked_subcommand is None:
        _open_window()


@app.command()
def play(
    scenario: Annotated[
        str | None, typer.Argument(help="A scenario's name or file; without one the menu opens.")
    ] = None,
    seat: Seats = None,
    seats: SeatList = "",
    seed: Annotated[int | None, typer.Option(min=0, max=2**62)] = None,
    level: Level = None,
    trust: Trust = False,
    save: Annotated[Path | None, typer.Option(help="Go on with a save.")] = None,
    full_screen: Annotated[bool, typer.Option()] = False,
) -> None:
    """Play in the window."""
    words = [*(seat or []), *_split(seats)]
    _open_window(
        scenario=scenario, seats=words, seed=seed, level=level, trust=trust, save=save, full_screen=full_screen
    )


def _open_window(**wishes: Any) -> None:
    if sys.platform.startswith("linux") and not _has_display():
        raise Unusable(
            _("there is no display to open a window on; run counterpoise where there is one, or play without: ")
            + "counterpoise simulate five-crowns"
        )
    from game.ui.start import start

    start(**wishes)


def _has_display() -> bool:
    named = os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER")
    return bool(named or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _split(seats: str) -> list[str]:
    return [word for word in (part.strip() for part in seats.split(",")) if word]


@app.command()
def simulate(
    scenario: Annotated[str, typer.Argument(help="A scenario's name or file, or lab:6x4:leader=.29")],
    turns: Turns = None,
    seed: Seed = 7,
    seats: SeatList = "",
    seat: Seats = None,
    games: Annotated[int, typer.Option(min=1, max=100_000, help="Game k uses seed + k.")] = 1,
    level: Level = None,
    trust: Trust = False,
    json_file: Json = None,
) -> None:
    """Play games without a window and say who won."""
    from game.arena.seats import seating
    from game.arena.simulate import simulate as run
    from game.storage.scenarios import read_with_map

    document, chart = read_with_map(scenario)
    document = _at_level(document, level)
    sitters = seating(document, [*_split(seats), *(seat or [])])
    load = _bot_loader(trust)
    for sitter in sitters:
        if sitter.kind == "bot":
            load(sitter)
    total = games * (turns or document.turns + 2)
    with _progress() as bar:
        task = bar.add_task(_("Playing"), total=total)
        played = run(
            document, chart, sitters, seed=seed, games=games, turns=turns, bots=load,
            progress=lambda done: bar.advance(task, done),
        )  # fmt: skip
        bar.update(task, completed=total)
    if json_file is not None:
        _write_json(json_file, {"scenario": document.name, "games": played})
    if json_file is None or str(json_file) != "-":
        _show_games(document, played)


def _at_level(document: Any, level: str | None) -> Any:
    from game.storage.files import did_you_mean
    from game.world.setting import LEVELS

    if level is None:
        return document
    if level not in LEVELS:
        text = _("level: expected {names}, found “{word}”").format(names=", ".join(LEVELS), word=level)
        raise Unusable(text + did_you_mean(level, list(LEVELS)))
    return document.model_copy(update={"level": level})


def _bot_loader(trust: bool) -> Any:
    def load(seat: Any) -> Any:
        from game.scripting.load import load_bot

        return load_bot(Path(seat.name), trust=trust)

    return load


def _show_games(document: Any, played: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{document.title}: {len(played)} " + _("games"))
    for head in (_("State"), _("Doctrine"), _("Won"), _("Mean score"), _("Hegemon")):
        table.add_column(head, justify="left" if head in (_("State"), _("Doctrine")) else "right")
    for state in document.states:
        won = sum(1 / len(g["winners"]) for g in played if state.code in g["winners"])
        mean = sum(g["scores"][state.code] for g in played) / len(played)
        ruled = sum(g["hegemon"] == state.code for g in played)
        table.add_row(f"{state.code} {state.name}", state.doctrine, f"{won:.1f}", f"{mean:.1f}", str(ruled))
    Console().print(table)


def _write_json(path: Path, value: Any) -> None:
    text = json.dumps(value, indent=1)
    if str(path) == "-":
        sys.stdout.write(text + "\n")
        return
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Unusable(_("{file}: cannot be written: {why}").format(file=path, why=error.strerror)) from None


def _progress() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


@app.command()
def replay(
    save: Annotated[Path, typer.Argument(help="A save.")],
    check: Annotated[bool, typer.Option(help="Play it again and compare every turn.")] = False,
) -> None:
    """Tell a saved game turn by turn; with --check, prove that it can be played again to the bit."""
    from game.keeping import resume, verify
    from game.storage.saves import load

    saved = load(save)
    if check:
        wrong = verify(saved)
        if wrong:
            text = _("{file}: turn {turn} comes out otherwise when it is played again")
            raise Unusable(text.format(file=save.name, turn=wrong[0]))
        typer.echo(_("{file}: {n} turns, all the same when played again").format(file=save.name, n=len(saved.past)))
        return
    for turn in resume(saved).history:
        typer.echo(_("Turn {n}").format(n=turn.number + 1))
        for event in turn.events:
            if event.parties is None:
                typer.echo(f"  {event.sentence}")


@app.command()
def scenarios() -> None:
    """List the scenarios."""
    from game.storage.scenarios import read_scenario, scenario_names

    for name in scenario_names():
        document = read_scenario(name)
        typer.echo(f"{name:<16} {len(document.states):>2} " + _("states") + f"  {document.title}. {document.summary}")
    typer.echo("lab:NxK          " + _("N states of K regions, for experiments: lab:6x4:leader=.29"))


@app.command()
def shot(
    scenario: Annotated[str, typer.Argument()] = "five-crowns",
    out: Annotated[Path, typer.Option(help="The picture to write.")] = Path("shot.png"),
    turn: Annotated[int, typer.Option(min=0, max=500)] = 0,
    seed: Seed = 7,
    size: Annotated[str, typer.Option(help="WIDTHxHEIGHT in pixels.")] = "1280x720",
    scale: Annotated[float | None, typer.Option(min=0.75, max=2.5)] = None,
    screen: Annotated[
        str, typer.Option(help="title, setup, play, war, report, reveal, curtain, end, settings.")
    ] = "play",
    lens: Annotated[str, typer.Option(help="owner, power, fear, feared, alliances.")] = "owner",
    seat: Annotated[str | None, typer.Option(help="Whose screen; the second state without it.")] = None,
) -> None:
    """Draw a screen of the real window into a PNG, without a display."""
    from game.ui.shot import shot as draw

    width, mark, height = size.lower().partition("x")
    if not mark or not width.isdigit() or not height.isdigit() or not 320 <= int(width) <= 8192:
        raise Unusable(_("size: expected WIDTHxHEIGHT such as 1920x1080, found “{word}”").format(word=size))
    try:
        draw(scenario, turn=turn, seed=seed, size=(int(width), int(height)), scale=scale, screen=screen, lens=lens,
             out=out, seat=seat)  # fmt: skip
    except ValueError as error:
        raise Unusable(str(error)) from None
    typer.echo(str(out))


@app.command()
def bench(
    ui: Annotated[bool, typer.Option("--ui", help="The window, too.")] = False,
    runs: Annotated[int, typer.Option(min=1, max=50)] = 3,
    json_file: Json = None,
) -> None:
    """Measure how fast the game is here, in CPU seconds, medians of several runs."""
    from game.arena.bench import rules_speed

    with _progress() as bar:
        task = bar.add_task(_("Measuring"), total=6 if ui else 5)

        def step(what: str) -> None:
            bar.update(task, description=what, advance=1)

        report = rules_speed(runs, step)
        if ui:
            from game.ui.measure import measure

            step("window")
            report["ui"] = measure()
    if json_file is not None:
        _write_json(json_file, report)
    if json_file is None or str(json_file) != "-":
        typer.echo(json.dumps(report, indent=1))


@maps.command("build")
def map_build(
    name: Annotated[str, typer.Argument(help="A recipe's name.")],
    out: Annotated[Path | None, typer.Option(help="Where to write; the asset's place without it.")] = None,
    seed: Seed = 7,
    source: Annotated[Path | None, typer.Option(help="A world-atlas countries-50m.json at hand.")] = None,
) -> None:
    """Make a map asset from Natural Earth or from a seed."""
    try:
        from game.cartography.build import build
    except ImportError as error:
        raise Unusable(_("maps need an extra: pip install 'counterpoise[maps]' ({why})").format(why=error)) from None
    from game.storage.paths import assets

    with _progress() as bar:
        task = bar.add_task(_("Building"), total=1.0)
        try:
            written = build(
                name, out or assets() / "maps" / f"{name}.json", seed, source,
                lambda what, part: bar.update(task, description=what, completed=part),
            )  # fmt: skip
        except ValueError as error:
            raise Unusable(str(error)) from None
    typer.echo(str(written))


def main() -> None:
    """Run the command line: bad input ends in one sentence and exit code 2, never in a traceback."""
    from game.storage.files import FileError

    try:
        app()
    except (Unusable, FileError) as error:
        sys.stderr.write(f"counterpoise: {error}\n")
        raise SystemExit(2) from None
    except Exception as error:
        if not getattr(error, "one_sentence", False):
            raise
        sys.stderr.write(f"counterpoise: {error}\n")
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        raise SystemExit(130) from None
