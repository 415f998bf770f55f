"""Find the shipped files that the window reads: fonts, icons, theme."""

from functools import cache
from pathlib import Path

import game

__all__ = ["asset", "assets_folder"]


@cache
def assets_folder() -> Path:
    """Return the folder of shipped files: beside the code in a checkout, inside an installed package."""
    package = Path(game.__file__).resolve().parent
    installed = package / "_assets"
    return installed if installed.is_dir() else package.parent / "assets"


def asset(*parts: str) -> Path:
    """Return the path of one shipped file, such as `asset("fonts", "Cinzel-SemiBold.ttf")`."""
    return assets_folder().joinpath(*parts)
