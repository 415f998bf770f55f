"""A disk that fails, a program that is killed, two programs at once: no acknowledged save is ever lost."""

import errno
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from game.storage.codec import digest
from game.storage.safe_write import locked
from game.storage.saves import Saved, SaveError, autosave, listing, load, save

from .games import play

KILLS = int(os.environ.get("COUNTERPOISE_KILLS", "20"))
CALLS = (
    "open",
    "read",
    "write",
    "fsync",
    "close",
    "replace",
    "unlink",
    "listdir",
    "scandir",
    "stat",
    "fstat",
    "mkdir",
)
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")


@contextmanager
def failing(number: int, code: int) -> Iterator[list[str]]:
    """Let the numbered call to the system's files fail; gives the calls made so far."""
    made: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            real = getattr(os, name)

            def call(*args: Any, _real: Callable[..., Any] = real, _name: str = name, **options: Any) -> Any:
                made.append(_name)
                if len(made) == number:
                    if _name == "close":
                        _real(*args, **options)
                    raise OSError(code, os.strerror(code))
                return _real(*args, **options)

            patch.setattr(os, name, call)
        yield made


def two_games() -> tuple[Saved, Saved]:
    return play("lab:2x2", turns=1, limit=10), play("lab:2x2", turns=2, limit=10)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("how", ["named", "auto"])
def test_whichever_file_call_fails_the_old_save_or_the_new_one_is_whole(how: str, code: int, tmp_path: Path) -> None:
    old, new = two_games()
    new.world, new.past = old.world.but(arms=old.world.arms + 1.0), old.past
    hashes = {digest(old.world): "old", digest(new.world): "new"}

    def write(game: Saved, folder: Path) -> Path:
        return save(game, "mine", folder) if how == "named" else autosave(game, folder)

    count, number, failures = 10**6, 0, 0
    while number <= count:
        number += 1
        folder = tmp_path / str(number)
        path = write(old, folder)
        error: SaveError | None = None
        with failing(number, code) as made:
            try:
                write(new, folder)
            except SaveError as caught:
                error = caught
        count = len(made)
        replaced = "replace" in made[: number - 1]
        kept = hashes[digest(load(path).world)]
        if error is not None:
            failures += 1
            assert path.name.removesuffix(".json") in str(error)
            assert os.strerror(code) in str(error)
            assert kept == "old" or replaced
        else:
            assert kept == "new"
        assert [row.problem for row in listing(folder)] == [""]
        write(new, folder)
        assert not list(folder.glob("*.tmp")) and not list(folder.glob(".*.tmp"))
    assert failures > 10


def test_a_disk_that_writes_a_little_at_a_time_still_gets_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data)[:1000]))
    game = two_games()[0]
    assert digest(load(save(game, "mine", tmp_path)).world) == digest(game.world)


def test_a_disk_that_writes_nothing_is_an_error_and_no_endless_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", lambda handle, data: 0)
    with pytest.raises(SaveError, match="mine"):
        save(two_games()[0], "mine", tmp_path)


def test_a_disk_that_gives_back_something_else_is_found_out_before_the_old_save_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = two_games()
    path = save(old, "mine", tmp_path)
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data).replace(b"1", b"2")))
    with pytest.raises(SaveError, match="gave back something else"):
        save(new, "mine", tmp_path)
    monkeypatch.undo()
    assert digest(load(path).world) == digest(old.world)


def test_a_file_that_is_busy_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, tries = os.replace, []

    def busy(*args: Any) -> None:
        tries.append(args)
        if len(tries) < 4:
            error = PermissionError(errno.EACCES, "busy")
            error.winerror = (5, 32, 33)[len(tries) - 1]  # type: ignore[attr-defined]
            raise error
        real(*args)

    monkeypatch.setattr(os, "replace", busy)
    save(two_games()[0], "mine", tmp_path)
    assert len(tries) == 4


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that refuses")
def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SaveError, match="Permission denied"):
        save(two_games()[0], "mine", tmp_path)


def in_child(work: Callable[[], Any]) -> int:
    """Do something in a process of its own; gives its number."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return child


def save_for_ever(game: Saved, folder: Path, pipe: int) -> None:
    while True:
        save(game, "mine", folder, replace=True)
        serial = next(row.serial for row in listing(folder) if row.name == "mine")
        os.write(pipe, b"%d\n" % serial)


def hold_for_ever(folder: Path, pipe: int) -> None:
    with locked(folder):
        os.write(pipe, b"x")
        time.sleep(60)


def kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@forks
def test_a_program_killed_while_saving_loses_no_acknowledged_save(tmp_path: Path) -> None:
    game = play("europe-1900", turns=3)
    whole, rng = digest(game.world), random.Random(1)
    save(game, "mine", tmp_path)
    for _ in range(KILLS):
        reader, writer = os.pipe()
        child = in_child(lambda pipe=writer: save_for_ever(game, tmp_path, pipe))  # type: ignore[misc]
        os.close(writer)
        select.select([reader], [], [], 20)
        time.sleep(rng.random() * 0.03)
        kill(child)
        acknowledged = int(os.read(reader, 1 << 20).split(b"\n")[-2])
        os.close(reader)
        rows = listing(tmp_path)
        assert [(row.name, row.problem) for row in rows] == [("mine", "")]
        assert rows[0].serial >= acknowledged
        assert digest(load(rows[0].path).world) == whole
    save(game, "mine", tmp_path)
    assert not list(tmp_path.glob(".*.tmp"))


@forks
def test_programs_that_save_at_once_wait_for_each_other(tmp_path: Path) -> None:
    game = two_games()[0]
    children = [in_child(lambda: [save(game, "mine", tmp_path, replace=True) for _ in range(15)]) for _ in range(3)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    assert [row.serial for row in listing(tmp_path)] == [45]


@forks
def test_of_two_programs_with_one_save_the_second_is_told(tmp_path: Path) -> None:
    one, two = two_games()
    path = save(one, "mine", tmp_path)
    assert os.waitpid(in_child(lambda: save(two, "mine", tmp_path)), 0)[1] == 0
    with pytest.raises(SaveError, match="another program has changed that save since"):
        save(one, "mine", tmp_path)
    assert digest(load(path).world) == digest(two.world)
    save(one, "mine", tmp_path)


@forks
def test_the_lock_of_a_killed_program_holds_nobody_up(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    child = in_child(lambda: hold_for_ever(tmp_path, writer))
    assert os.read(reader, 1) == b"x"
    kill(child)
    began = time.monotonic()
    save(two_games()[0], "mine", tmp_path)
    assert time.monotonic() - began < 1.0


@forks
def test_a_folder_held_for_long_is_told_and_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.storage.safe_write.PATIENCE", 0.2)
    reader, writer = os.pipe()
    child = in_child(lambda: hold_for_ever(tmp_path, writer))
    os.read(reader, 1)
    with pytest.raises(SaveError, match="another program has been writing"):
        save(two_games()[0], "mine", tmp_path)
    kill(child)
