"""Saves: a game written whole or not at all, read with limits first; every failure is one SaveError."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from game.language import _
from game.storage import paths
from game.storage.files import FileError, read_bytes
from game.storage.safe_write import locked, sweep, write_whole
from game.storage.save_errors import SaveError, telling
from game.storage.save_file import LARGEST_SAVE, open_seal, pack, unpack
from game.storage.save_list import AUTO, Row, listing, newest, opened
from game.storage.save_names import ENDINGS, check_name, existing, slug, stem
from game.storage.save_reading import read_save
from game.storage.save_records import Saved, SeatRecord, TableRecord, TurnRecord
from game.storage.save_writing import write_save

__all__ = [
    "Row",
    "SaveError",
    "Saved",
    "SeatRecord",
    "TableRecord",
    "TurnRecord",
    "autosave",
    "last_sound",
    "listing",
    "load",
    "newest",
    "save",
    "taken",
]

RECENT, EACH = 10, 10
"""Autosaves kept: of the last ten turns, and of every tenth turn."""

_seen: dict[Path, str] = {}
"""Checksum of each save as this program last wrote or loaded it: what compare-and-swap compares with."""


def save(saved: Saved, name: str, folder: Path | None = None, *, replace: bool = False) -> Path:
    """Write a game under a name; once this returns it is on the disk.

    A save of that name is replaced only if it is the one that this program last wrote or loaded, or with
    `replace`. Raises SaveError; the old save is then as it was.
    """
    plain = check_name(name)
    if plain.startswith(AUTO):
        why = _("names that begin with “{start}” are the game’s own").format(start=AUTO)
        raise SaveError(f"“{plain}”", why, advice=_("Choose another name."))
    return _store(saved, plain, folder or paths.saves(), replace)


def autosave(saved: Saved, folder: Path | None = None) -> Path:
    """Write the autosave of this turn; of older turns the last ten stay, and every tenth."""
    where = folder or paths.saves()
    turn = int(saved.world.turn)
    series = f"{AUTO}{slug(saved.scenario.name)}-{slug(saved.game) or format(saved.seed % 2**64, 'x')}-t"
    path = _store(saved, f"{series}{turn:04d}", where, replace=True)
    for old in _turns_of(where, series):
        if old[0] <= turn - RECENT and old[0] % EACH:
            with suppress(OSError):
                os.unlink(old[1])
    return path


def _turns_of(folder: Path, series: str) -> list[tuple[int, Path]]:
    """The autosaves of one game as (turn, path)."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            number = stem(path.name).removeprefix(series)
            if path.name.startswith(series) and path.name.endswith(ENDINGS) and number.isdecimal():
                found.append((int(number), path))
    return found


def _store(saved: Saved, name: str, folder: Path, replace: bool) -> Path:
    advice = _("Nothing was lost: the game goes on, and an older save of that name is as it was.")
    with telling(name, advice):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder) as held:
            if held:
                sweep(folder)
            old = existing(folder, name)
            serial = _may_replace(old, replace)
            text = write_save(saved, serial + 1)
            raw, ending = pack(text)
            target = folder / f"{name}{ending}"
            write_whole(target, raw)
            _seen[target.resolve()] = open_seal(text, name).about.checksum
            for path in old:
                if path != target:
                    with suppress(OSError):
                        os.unlink(path)
    return target


def taken(name: str, folder: Path | None = None) -> bool:
    """Say whether saving under this name would need `replace`: a save is there that is not this game’s last."""
    where = folder or paths.saves()
    with telling(name, ""):
        if not where.is_dir():
            return False
        return any(_stranger(path) for path in existing(where, check_name(name)))


def _stranger(path: Path) -> str:
    """Why a save is not the one that this program last wrote or loaded, "" if it is."""
    known, raw = _seen.get(path.resolve()), read_bytes(path, LARGEST_SAVE)
    try:
        checksum = unpack(raw, path.name).about.checksum
    except FileError:
        return _("a damaged file of that name is there")
    if known is None:
        return _("there is a save of that name already")
    return "" if known == checksum else _("another program has changed that save since")


def _may_replace(old: Sequence[Path], replace: bool) -> int:
    """Give the serial of what will be replaced, 0 if nothing; set damaged files aside; raises SaveError."""
    serial = 0
    for path in old:
        why = "" if replace else _stranger(path)
        if why:
            raise SaveError(path.name, why, advice=_("Choose another name, or replace it."))
        raw = read_bytes(path, LARGEST_SAVE)
        try:
            serial = max(serial, unpack(raw, path.name).about.serial)
        except FileError:
            _set_aside(path)
    return serial


def _set_aside(path: Path) -> None:
    """Rename a damaged file out of the way, its bytes untouched."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    os.replace(path, aside)


def load(path: Path | str) -> Saved:
    """Read a game; raises SaveError, and never changes the file."""
    path = Path(path)
    with telling(path.name, _("The file was not changed; load another save, or the last autosave.")):
        sealed = opened(path)
        saved = read_save(sealed, path.name)
        _seen[path.resolve()] = sealed.about.checksum
    return saved


def last_sound(folder: Path | None = None) -> Path | None:
    """Find the newest autosave that can be loaded, to be offered when a save is damaged."""
    for row in listing(folder):
        if row.auto and not row.problem:
            with suppress(SaveError):
                load(row.path)
                return row.path
    return None
