"""One game in a real window: a virtual screen, a real mouse and keyboard, a save on the disk."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TOOLS = ("Xvfb", "xdotool", "xwininfo")
SIZE = (1280, 720)
missing = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"a real window needs {', '.join(missing)} (apt install)")


class Screen:
    """A virtual screen and what a person can do at it."""

    def __init__(self, display: str, tmp_path: Path) -> None:
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("SDL_")},
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
            "COUNTERPOISE_SAVES": str(tmp_path / "saves"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
        }

    def say(self, *words: str) -> str:
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=20, check=False)
        return done.stdout

    def window(self) -> str | None:
        shown = self.say("xwininfo", "-root", "-tree")
        line = next((line for line in shown.splitlines() if "Counterpoise" in line), None)
        return None if line is None else line.split()[0]

    def key(self, name: str) -> None:
        self.say("xdotool", "key", "--clearmodifiers", name)
        time.sleep(0.4)

    def click(self, x: int, y: int) -> None:
        self.say("xdotool", "mousemove", str(x), str(y), "click", "1")
        time.sleep(0.4)


def soon(true: Callable[[], object], seconds: float = 20.0) -> object:
    """Wait until something is so; gives it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    yield Screen(f":{number}", tmp_path)
    server.terminate()
    server.wait(timeout=10)


def test_a_turn_is_played_and_saved_in_a_real_window(screen: Screen, tmp_path: Path) -> None:
    game = subprocess.Popen(
        [sys.executable, "-m", "game", "play", "five-crowns", "--seat", "BR=person", "--seed", "7"],
        env=screen.environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        window = str(soon(screen.window))
        screen.say("xdotool", "windowfocus", window)
        time.sleep(1.0)
        screen.click(SIZE[0] // 2, SIZE[1] // 2)
        screen.key("Escape")
        for _attempt in range(6):
            screen.key("ctrl+Return")
            if list((tmp_path / "saves").glob("*")):
                break
        saved = soon(lambda: [p for p in (tmp_path / "saves").glob("*.json*") if not p.name.startswith(".")])
        assert saved
        assert game.poll() is None, game.stderr.read() if game.stderr else ""
    finally:
        game.terminate()
        game.wait(timeout=10)
    done = subprocess.run(
        [sys.executable, "-m", "game", "replay", str(saved[0]), "--check"],  # type: ignore[index]
        env=screen.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
