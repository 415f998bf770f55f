"""The commands: play (the default), simulate, replay, scenarios, rules, shot, bench, map, lab."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from game import __version__
from game.cli import lab, playing, rulebook, simulating, tools
from game.cli.common import Unusable

app = typer.Typer(
    help="Counterpoise: a strategy game about balancing in international relations.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(playing.play)
app.command()(simulating.simulate)
app.command()(playing.replay)
app.command()(playing.scenarios)
app.command()(rulebook.rules)
app.command()(tools.shot)
app.command()(tools.bench)
maps = typer.Typer(help="Build map assets (needs the extra “maps”).", rich_markup_mode=None)
maps.command("build")(tools.map_build)
app.add_typer(maps, name="map")
app.add_typer(lab.app, name="lab")


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
        playing.open_window()


def main() -> None:
    """Run the command line: bad input ends in one sentence and exit code 2, never in a traceback."""
    from game.storage.files import FileError

    try:
        app()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        raise SystemExit(130) from None
    except Exception as error:
        if not isinstance(error, Unusable | FileError) and not getattr(error, "one_sentence", False):
            raise
        sys.stderr.write(f"counterpoise: {error}\n")
        raise SystemExit(2) from None
