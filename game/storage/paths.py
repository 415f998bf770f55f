"""Where things are: the shipped assets, and the folder for saves."""

import os
from functools import cache
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def _in_checkout() -> bool:
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "assets").is_dir()


@cache
def assets() -> Path:
    """The folder of shipped assets: beside the package in a checkout, inside it when installed."""
    return _CHECKOUT / "assets" if _in_checkout() else Path(__file__).resolve().parents[1] / "_assets"


@cache
def saves() -> Path:
    """The folder of saves: `saves/` in a checkout, the user's data folder when installed.

    The environment variable COUNTERPOISE_SAVES names another one: a stick, a class's shared folder.
    """
    if named := os.environ.get("COUNTERPOISE_SAVES"):
        return Path(named)
    if _in_checkout():
        return _CHECKOUT / "saves"
    from platformdirs import user_data_path

    return user_data_path("counterpoise") / "saves"


@cache
def own_scenarios() -> Path:
    """The folder where a person keeps scenarios of their own."""
    from platformdirs import user_data_path

    return user_data_path("counterpoise") / "scenarios"
