"""Write a file whole or not at all: beside it first, flushed, read back, then put in its place."""

from __future__ import annotations

import errno
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.language import _
from game.storage.files import read_bytes
from game.storage.save_errors import SaveError

__all__ = ["locked", "sweep", "write_whole"]

TEMP_START, TEMP_END = ".counterpoise-", ".tmp"
LOCK = ".counterpoise.lock"
PATIENCE = 10.0
"""Seconds to wait for another program that is writing in the same folder."""
_BINARY = getattr(os, "O_BINARY", 0)
_TRIES = 12
_BUSY_ON_WINDOWS = (5, 32, 33)
"""Access denied, sharing violation, lock violation: a virus scanner or an indexer holds the file for a moment."""
_CANNOT_LOCK = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
_CANNOT_SYNC = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF)


def write_whole(target: Path, raw: bytes) -> None:
    """Write a file so that at every moment the old or the new one stands whole; raises OSError, SaveError."""
    temp = target.with_name(f"{TEMP_START}{os.getpid()}-{secrets.token_hex(4)}{TEMP_END}")
    try:
        _write_new(temp, raw)
        if read_bytes(temp) != raw:
            raise SaveError(target.name, _("the disk gave back something else than was written"))
        _put_in_place(temp, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temp)
        raise
    _sync_folder(target.parent)


def _write_new(path: Path, raw: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        rest = memoryview(raw)
        while rest:
            written = os.write(handle, rest)
            if written <= 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[written:]
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_in_place(temp: Path, target: Path) -> None:
    for attempt in range(_TRIES):
        try:
            os.replace(temp, target)
        except OSError as error:
            busy = getattr(error, "winerror", None) in _BUSY_ON_WINDOWS
            if not busy or attempt == _TRIES - 1:
                raise
            time.sleep(0.02 * (attempt + 1))
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can promise it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what interrupted writes left behind; call it only while holding the folder's lock."""
    for name in os.listdir(folder):
        if name.startswith(TEMP_START) and name.endswith(TEMP_END):
            with suppress(OSError):
                os.unlink(folder / name)


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold the folder against other programs; gives False where the file system knows no locks.

    It is the kernel's own lock, so that a program that was killed never leaves a stale one behind.
    """
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | _BINARY, 0o666)
    try:
        yield _wait_for(handle, folder)
    finally:
        os.close(handle)


def _wait_for(handle: int, folder: Path) -> bool:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in _CANNOT_LOCK:
                return False
            if error.errno not in _HELD:
                raise
            if time.monotonic() > deadline:
                why = _("another program has been writing in this folder for {n} seconds").format(n=int(PATIENCE))
                raise SaveError(folder.name, why) from None
            time.sleep(0.02)
        else:
            return True


if sys.platform == "win32":
    import msvcrt

    _HELD = (errno.EACCES, errno.EDEADLK)

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    _HELD = (errno.EAGAIN,)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
