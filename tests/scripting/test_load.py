"""Loading: a path or a shipped name, trust, and one sentence for everything that can be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scripting.errors import BotError
from game.scripting.load import load_bot, shipped_bots

from .games import TEN_LINES, ask

BAD = {
    "def play(me, world)\n    pass\n": r"^mybot.py, line 1: expected Python, expected ':'$",
    "x = 1\n": r"^mybot.py: expected a function play\(me, world\), found none$",
    "def plya(me, world):\n    pass\n": r"found none; did you mean “plya”\?$",
    "def play(me):\n    pass\n": r"^mybot.py, line 1: expected play\(me, world\), found play\(me\)$",
    "def play(me, world, more):\n    pass\n": r"found play\(me, world, more\)$",
    "async def play(me, world):\n    pass\n": r"found async def$",
    "play = 3\n": r"expected play to be a function",
    "class play:\n    pass\n": r"expected play to be a function",
    "import nummpy\n": r"^mybot.py, line 1: ModuleNotFoundError: No module named 'nummpy'$",
    "\n1 / 0\n": r"^mybot.py, line 2: ZeroDivisionError: division by zero$",
    "import sys\nsys.exit(1)\n": r"^mybot.py, line 2: expected play\(\) to return, found a call of exit\(\)$",
    "def play(me, world):\n  a\n\tb\n": r"^mybot.py, line 3: expected Python",
    "x = '\0'\n": r"^mybot.py",
}


@pytest.mark.parametrize("code", BAD)
def test_a_file_that_is_no_bot_is_refused_in_one_sentence(code: str, tmp_path: Path) -> None:
    file = tmp_path / "mybot.py"
    file.write_text(code, "utf-8")
    with pytest.raises(BotError, match=BAD[code]) as found:
        load_bot(file, trust=True)
    assert "\n" not in str(found.value)


def test_a_missing_file_suggests_one_beside_it_or_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "mybot.py").write_text(TEN_LINES)
    with pytest.raises(BotError, match=r"^mybt.py: expected a script, found no such file; did you mean “mybot.py”\?$"):
        load_bot(tmp_path / "mybt.py", trust=True)
    with pytest.raises(BotError, match="did you mean “cautious”"):
        load_bot("cautios", trust=True)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mybot.py"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BotError, match=r"^mybot.py: expected UTF-8 text"):
        load_bot(file, trust=True)
    with pytest.raises(BotError, match=r"expected a regular file|cannot be read"):
        load_bot(tmp_path, trust=True)


def test_a_strangers_code_is_not_run_without_trust(tmp_path: Path) -> None:
    file = tmp_path / "mybot.py"
    file.write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n{TEN_LINES}")
    with pytest.raises(BotError, match="run only what you trust, and say so with --trust"):
        load_bot(file, trust=False)
    assert not (tmp_path / "ran").exists()
    load_bot(file, trust=True)
    assert (tmp_path / "ran").exists()


def test_shipped_bots_load_by_name_without_trust() -> None:
    for name in shipped_bots():
        assert load_bot(name, trust=False).name == name


def test_loading_leaves_no_file_behind_and_reads_the_newest_text(tmp_path: Path) -> None:
    file = tmp_path / "mybot.py"
    for verb in ("arm", "invest"):
        file.write_text(f"def play(me, world):\n    return me.{verb}()\n")
        given = ask(load_bot(file, trust=True))
        assert given[0].choice == {"arm": "guns", "invest": "butter"}[verb]
    assert [path.name for path in tmp_path.iterdir()] == ["mybot.py"]
