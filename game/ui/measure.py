"""Measure the window here and now: first frame, map frames, idling, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["measure"]

_IDLE_SECONDS = 4.0
_FIRST_RUNS = 3

_OPEN = """
import os, sys, time
start = time.perf_counter()
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
from pathlib import Path
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.director import Director
folder = Path(sys.argv[1])
app = GameWindow((1920, 1080), headless=True, settings=folder / "preferences.json")
director = Director(app, folder / "saves")
director.title()
app.step()
first = time.perf_counter() - start
"""
_FIRST = _OPEN + "print(first)"
_PEAK = """
def peak_mb():
    try:  # Linux hands a parent's peak on to its children, but for this line
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        pass
    try:
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    except ImportError:
        return float("nan")
"""
_IDLE = (
    _OPEN
    + _PEAK
    + """
def run(seconds):
    until = time.perf_counter() + seconds
    app.run(lambda: time.perf_counter() > until)
def play():
    director.lobby.play()
def report():
    director.game.end_turn()
    director.report_last(director.game.people[0])
def end():
    while not director.game.over:
        director.game.end_turn()
    director.finish()
screens = {
    "title": director.title,
    "settings": director.lobby.settings,
    "play": play,
    "report": report,
    "timeline": director.timeline,
    "curtain": lambda: director.curtain(director.game.people[0]),
    "end": end,
}
for name in sys.argv[2].split(","):
    screens[name]()
    run(3.0)  # what comes with a screen comes meanwhile: the map's rim, forecasts
    before, wall = time.process_time(), time.perf_counter()
    run(float(sys.argv[3]) * (8 if name == "title" else 1))  # on the title a turn comes now and then
    print((time.process_time() - before) / (time.perf_counter() - wall) * 100)
print(peak_mb())
"""
)
_STILL = ("title", "settings", "play", "report", "timeline", "curtain", "end")
"""Screens that stand still, in an order in which one game leads through them."""

_TURN = (
    _OPEN
    + """
from statistics import median
from game.match import PERSON, Seat
from game.storage.laboratory import lab
from game.ui.flow.table import Table
minds = [("balancer", "offensive_realist", "threat_balancer", "jackal", "buck_passer")[k % 5] for k in range(40)]
scenario, land = lab(41, 3, doctrines=["hold", *minds])
seats = [Seat(PERSON), *(Seat("doctrine", mind) for mind in minds)]
director.open(Table.lay(scenario, land, seats, seed=3, folder=folder / "saves"))
app.step()
spent = []
while not director.game.over:
    before = time.process_time()
    director.game.end_turn()
    director.report_last(0)
    app.step()
    spent.append(time.process_time() - before)
print(1000 * median(spent), 1000 * max(spent))
"""
)


def measure() -> dict[str, float]:
    """Return first_frame_s, pan_ms, zoom_ms, recolour_ms (and more of the map), idle_cpu_percent, memory_mb, and more.

    first_frame_s runs from a fresh interpreter's first line to the title's first picture at 1920 x 1080, the
    median of three; idling is that of each screen left alone for some seconds, and the most of them; memory is
    the peak of a start that goes from the title into a game. turn_to_report_ms is the CPU time from the end of a turn
    with 40 opponents to the picture of its report, the median and the most of a game.
    """
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    firsts = sorted(_run(_FIRST)[0] for _run_number in range(_FIRST_RUNS))
    *idle, _peak = _run(_IDLE, ",".join(_STILL), str(_IDLE_SECONDS))
    *_idle, memory = _run(_IDLE, "play", str(_IDLE_SECONDS))
    turn, longest = _run(_TURN)
    from game.ui.map.measure import measure as map_frames

    return {
        "first_frame_s": round(firsts[len(firsts) // 2], 3),
        **map_frames(),
        "idle_cpu_percent": round(max(idle), 2),
        **{f"idle_{name}_percent": round(share, 2) for name, share in zip(_STILL, idle, strict=True)},
        "memory_mb": round(memory, 1),
        "turn_to_report_ms": round(turn, 1),
        "longest_turn_to_report_ms": round(longest, 1),
    }


def _run(program: str, *words: str) -> list[float]:
    """Run a program in a fresh interpreter and read the numbers that it prints."""
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", program, folder, *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return [float(line) for line in done.stdout.split()]
