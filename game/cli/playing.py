"""Commands around one game: play, replay, scenarios."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.common import Level, SeatList, Seats, Trust, Unusable, split
from game.language import _


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
    words = [*(seat or []), *split(seats)]
    open_window(scenario=scenario, seats=words, seed=seed, level=level, trust=trust, save=save, full_screen=full_screen)


def open_window(**wishes: Any) -> None:
    """Open the window, or say in one sentence why there is none."""
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


def scenarios() -> None:
    """List the scenarios."""
    from game.storage.scenarios import read_scenario, scenario_names

    for name in scenario_names():
        document = read_scenario(name)
        typer.echo(f"{name:<16} {len(document.states):>2} " + _("states") + f"  {document.title}. {document.summary}")
    typer.echo("lab:NxK          " + _("N states of K regions, for experiments: lab:6x4:leader=.29"))
