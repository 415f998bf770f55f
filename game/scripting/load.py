"""Load: from a file to a Script, in this process; one sentence for everything that can be wrong."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import inspect
import sys
from contextlib import redirect_stdout
from importlib.abc import SourceLoader
from pathlib import Path
from typing import Any

from game.language import _
from game.scripting.errors import BotError, near
from game.scripting.script import Play, Script, _line_in, _told
from game.storage.files import FileError, read_text
from game.storage.paths import assets

LARGEST = 1 << 20


def shipped_bots() -> dict[str, Path]:
    """The example bots that come with the game: name -> file."""
    return {path.stem: path for path in sorted((assets() / "bots").glob("*.py"))}


def find_bot(name: str | Path) -> Path:
    """The file of a bot: a path, or the name of a shipped one; raises BotError if there is none."""
    path = Path(name)
    known = shipped_bots()
    if path.is_file() or path.is_dir():
        return path
    if str(name) in known:
        return known[str(name)]
    beside = [each.name for each in path.parent.glob("*.py")] if path.parent.is_dir() else []
    text = _("expected a script, found no such file")
    raise BotError(path.name, text + near(path.name, [*beside, *known]))


def load_bot(path: str | Path, trust: bool, *, strict: bool = True) -> Script:
    """Load a bot by path or shipped name; its code runs in this process, so only with `trust`.

    Shipped bots need no trust. Raises BotError, one sentence.
    """
    file = find_bot(path)
    if not trust and file.resolve().parent != (assets() / "bots").resolve():
        text = _("scripts are not isolated from your computer yet; run only what you trust, and say so with --trust")
        raise BotError(file.name, text)
    return Script(_play_of(file), file.absolute(), strict=strict)


class _Source(SourceLoader):
    """Compiles a script from its text; writes no bytecode beside it."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text

    def get_filename(self, fullname: str) -> str:
        return self.file

    def get_data(self, path: Any) -> bytes:
        return self.text.encode()

    def set_data(self, path: str, data: Any, *, _mode: int = 0o666) -> None:
        """Keep nothing."""


def _play_of(file: Path) -> Play:
    """Run the file's top level and take its function play; raises BotError."""
    try:
        text = read_text(file, LARGEST)
    except FileError as error:
        raise BotError(file.name, str(error).removeprefix(f"{file.name}: ")) from None
    where = str(file.absolute())
    spec = importlib.machinery.ModuleSpec(f"bot {file.stem}", _Source(where, text), origin=where)
    spec.has_location = True
    module = importlib.util.module_from_spec(spec)
    try:
        with redirect_stdout(sys.stderr):
            assert spec.loader is not None
            spec.loader.exec_module(module)
    except SyntaxError as error:
        raise BotError(file.name, _("expected Python, {why}").format(why=error.msg), error.lineno) from None
    except (Exception, SystemExit) as error:
        raise BotError(file.name, _told(error, where), _line_in(error, where)) from error
    return _checked(file, vars(module))


def _checked(file: Path, names: dict[str, Any]) -> Play:
    """The function play of a module, if it takes two arguments."""
    play = names.get("play")
    if play is None:
        mine = [name for name, value in names.items() if inspect.isfunction(value)]
        text = _("expected a function play(me, world), found none")
        raise BotError(file.name, text + near("play", mine))
    if not callable(play) or inspect.isclass(play):
        raise BotError(file.name, _("expected play to be a function, found something else: def play(me, world)"))
    code = getattr(play, "__code__", None)
    line = None if code is None else code.co_firstlineno
    if inspect.iscoroutinefunction(play) or inspect.isasyncgenfunction(play):
        raise BotError(file.name, _("expected def play(me, world), found async def"), line)
    try:
        inspect.signature(play).bind(None, None)
    except TypeError:
        found = ", ".join(inspect.signature(play).parameters)
        text = _("expected play(me, world), found play({found})")
        raise BotError(file.name, text.format(found=found), line) from None
    except ValueError:
        pass  # a built-in tells no signature; calling it will tell
    return play  # type: ignore[no-any-return]
