"""Tools: shot, bench, map build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.common import Json, Seed, Unusable, progress, write_json
from game.language import _


def shot(
    scenario: Annotated[str, typer.Argument()] = "five-crowns",
    out: Annotated[Path, typer.Option(help="The picture to write.")] = Path("shot.png"),
    turn: Annotated[int, typer.Option(min=0, max=500)] = 0,
    seed: Seed = 7,
    size: Annotated[str, typer.Option(help="WIDTHxHEIGHT in pixels.")] = "1280x720",
    scale: Annotated[float | None, typer.Option(min=0.75, max=2.5)] = None,
    screen: Annotated[
        str,
        typer.Option(
            help="title, setup, play, war, dossier, report, timeline, whatif, reveal, curtain, end, settings, crash."
        ),
    ] = "play",
    lens: Annotated[str, typer.Option(help="owner, power, fear, feared, alliances, commerce, change.")] = "owner",
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


def bench(
    ui: Annotated[bool, typer.Option("--ui", help="The window, too.")] = False,
    runs: Annotated[int, typer.Option(min=1, max=50)] = 3,
    forecasts: Annotated[
        int, typer.Option(min=0, max=100_000, help="Measure what forecasts are worth, too, in so many games.")
    ] = 0,
    json_file: Json = None,
) -> None:
    """Measure how fast the game is here, in CPU seconds, medians of several runs; and how good its forecasts are."""
    from game.arena.bench import STEPS, rules_speed

    with progress() as bar:
        task = bar.add_task(_("Measuring"), total=STEPS + ui)

        def step(what: str) -> None:
            bar.update(task, description=what, advance=1)

        report = rules_speed(runs, step)
        if ui:
            from game.ui.measure import measure

            step("window")
            report["ui"] = measure()
    if forecasts:
        report["forecasts"] = _forecasts(forecasts)
    if json_file is not None:
        write_json(json_file, report)
    if json_file is None or str(json_file) != "-":
        typer.echo(json.dumps(report, indent=1))


def _forecasts(games: int) -> dict[str, Any]:
    """Brier scores and bins of the forecasts, for each scenario shipped, half its games with doctrines by lot.

    Every game has a seed of its own: the same luck twice would look like twice the evidence.
    """
    from game.arena.calibration import FRESH, calibrate
    from game.storage.scenarios import read_with_map, scenario_names

    found: dict[str, Any] = {}
    with progress() as bar:
        shipped = scenario_names()
        task = bar.add_task(_("Forecasting"), total=games)
        share = max(1, games // (2 * len(shipped)))
        arms = [(name, *cast) for name in shipped for cast in (("by lot", False), ("its own", True))]
        for number, (name, cast, own) in enumerate(arms):
            found.setdefault(name, {})[cast] = calibrate(
                *read_with_map(name), games=share, own_cast=own, seed=FRESH + number * share,
                progress=lambda done: bar.advance(task, done),
            )  # fmt: skip
    return found


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

    with progress() as bar:
        task = bar.add_task(_("Building"), total=1.0)
        try:
            written = build(
                name, out or assets() / "maps" / f"{name}.json", seed, source,
                lambda what, part: bar.update(task, description=what, completed=part),
            )  # fmt: skip
        except ValueError as error:
            raise Unusable(str(error)) from None
    typer.echo(str(written))
