"""The command rules: the rulebook of a level, printed or as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.common import Unusable
from game.language import _


def rules(
    level: Annotated[str, typer.Option(help="foundations, standard or full.")] = "standard",
    html: Annotated[Path | None, typer.Option(help="Write a page to a file, to read or to print.")] = None,
) -> None:
    """Print the rulebook: orders, phases with their formulas, concepts, every coefficient with its source."""
    from rich.console import Console

    from game.report.rulebook import page, rulebook, show
    from game.storage.paths import assets
    from game.storage.rules import read_section

    _check(level)
    book = rulebook(level, [read_section(path) for path in sorted((assets() / "rules").glob("*.json"))])
    if html is None:
        show(book, Console())
        return
    try:
        html.write_text(page(book), encoding="utf-8")
    except OSError as error:
        raise Unusable(_("{file}: cannot be written: {why}").format(file=html, why=error.strerror)) from None
    typer.echo(str(html))


def _check(level: str) -> None:
    from game.storage.files import did_you_mean
    from game.world.setting import LEVELS

    if level not in LEVELS:
        text = _("level: expected {names}, found “{word}”").format(names=", ".join(LEVELS), word=level)
        raise Unusable(text + did_you_mean(level, list(LEVELS)))
