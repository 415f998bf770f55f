"""The command simulate: many games without a window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.common import Json, Level, SeatList, Seats, Seed, Trust, Turns, Unusable, progress, split, write_json
from game.language import _, plural


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
    sitters = seating(document, [*split(seats), *(seat or [])])
    load = _bot_loader(trust)
    for sitter in sitters:
        if sitter.kind == "bot":
            load(sitter)
    with progress() as bar:
        task = bar.add_task(_("Playing"), total=games * (turns or document.turns + 2))
        played = run(
            document, chart, sitters, seed=seed, games=games, turns=turns, bots=load,
            progress=lambda done: bar.advance(task, done),
        )  # fmt: skip
    if json_file is not None:
        write_json(json_file, {"scenario": document.name, "games": played})
    if json_file is None or str(json_file) != "-":
        _show_games(document, sitters, played)


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


def _show_games(document: Any, sitters: Sequence[Any], played: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{document.title}: " + plural("{n} game", "{n} games", len(played)))
    for head in (_("State"), _("Played by"), _("Won"), _("Mean score"), _("Hegemon")):
        table.add_column(head, justify="left" if head in (_("State"), _("Played by")) else "right")
    for state, sitter in zip(document.states, sitters, strict=True):
        won = sum(1 / len(g["winners"]) for g in played if state.code in g["winners"])
        mean = sum(g["scores"][state.code] for g in played) / len(played)
        ruled = sum(g["hegemon"] == state.code for g in played)
        table.add_row(f"{state.code} {state.name}", Path(sitter.name).name, f"{won:.1f}", f"{mean:.1f}", str(ruled))
    Console().print(table)
