"""The commands as a stranger types them: what works, and one sentence and exit code 2 for what does not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.storage.scenarios import read_with_map

ROOT = Path(__file__).resolve().parents[2]
README_BOT = """
def play(me, world):
    rival = world.strongest(other_than=me)
    if me.can_be_beaten_by(rival):
        yield me.ally_with(rival.enemies.strongest)
        yield me.arm()
    else:
        yield me.trade_with(world.friendliest_to(me))
"""


def counterpoise(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "DISPLAY", "WAYLAND"))}
    return subprocess.run(
        [sys.executable, "-m", "game", *words],
        cwd=ROOT,
        env={**bare, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def broken(tmp_path: Path, name: str, text: str) -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def scenario_with(tmp_path: Path, **changes: object) -> str:
    document = json.loads((ROOT / "assets/scenarios/five-crowns.json").read_text(encoding="utf-8"))
    return broken(tmp_path, "mine.json", json.dumps({**document, **changes}))


MISTAKES = {
    "a scenario misspelt": (lambda _p: ("simulate", "europ-1900"), "europe-1900"),
    "a doctrine misspelt": (lambda _p: ("simulate", "five-crowns", "--seats", "AV=balancr"), "balancer"),
    "a state misspelt": (lambda _p: ("simulate", "europe-1900", "--seats", "Frnce=hold"), "France"),
    "a seat without a name": (lambda _p: ("simulate", "five-crowns", "--seats", "AV"), "STATE=doctrine"),
    "a level misspelt": (lambda _p: ("simulate", "five-crowns", "--level", "standrad"), "standard"),
    "a laboratory of one": (lambda _p: ("simulate", "lab:1x4"), "states"),
    "no display": (lambda _p: (), "counterpoise simulate"),
    "a save that is none": (lambda p: ("replay", broken(p, "x.json", "{}")), "x.json"),
    "a scenario that is no JSON": (lambda p: ("simulate", broken(p, "x.json", "{]")), "line 1"),
    "a scenario with a wrong number": (lambda p: ("simulate", scenario_with(p, offence=7)), "offence"),
    "a scenario with a stray key": (lambda p: ("simulate", scenario_with(p, ofence=0.5)), "ofence"),
    "a script without trust": (
        lambda p: ("simulate", "five-crowns", "--seat", f"BR={broken(p, 'b.py', README_BOT)}"),
        "--trust",
    ),
    "a script that is not there": (
        lambda p: ("simulate", "five-crowns", "--seat", f"BR={p}/none.py", "--trust"),
        "none.py",
    ),
    "a script with a silly mistake": (
        lambda p: ("simulate", "five-crowns", "--trust", "--seat", "BR="
                   + broken(p, "b.py", "def play(me, world):\n    yield me.ally_wiht(world.strongest())\n")),
        "ally_with",
    ),
    "a result that cannot be written": (
        lambda p: ("simulate", "five-crowns", "--turns", "1", "--json", f"{p}/none/x.json"),
        "x.json",
    ),
    "a result that cannot be written, told before a thousand games": (
        lambda p: ("simulate", "five-crowns", "--games", "100000", "--json", f"{p}/none/x.json"),
        "x.json",
    ),
    "a table where a folder is": (
        lambda p: ("lab", "sweep", "--vary", "leader_share=.2,.3", "--games", "100000", "--csv", f"{p}"),
        "cannot be written",
    ),
    "a hegemon whom the game plays past": (
        lambda p: ("lab", "sweep", "--vary", "leader_share=.2,.3", "--measure", "hegemony", "--play-on"),
        "--play-on",
    ),
    "a screen that does not exist": (lambda p: ("shot", "--screen", "plau", "--out", f"{p}/x.png"), "play"),
    "a size that is none": (lambda p: ("shot", "--size", "wide", "--out", f"{p}/x.png"), "1920x1080"),
    "a map that nobody can build": (lambda p: ("map", "build", "europ-1900", "--out", f"{p}/x.json"), "europe-1900"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_bad_input_ends_in_one_sentence(mistake: str, tmp_path: Path) -> None:
    words, hint = MISTAKES[mistake]
    done = counterpoise(*words(tmp_path))
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    sentence = done.stderr.strip().splitlines()
    assert len(sentence) == 1
    assert hint in sentence[0]


def test_simulate_writes_the_keys_that_programs_rely_on(tmp_path: Path) -> None:
    out = tmp_path / "games.json"
    done = counterpoise("simulate", "five-crowns", "--turns", "9", "--seed", "5", "--games", "3", "--json", str(out))
    assert done.returncode == 0, done.stderr
    games = json.loads(out.read_text(encoding="utf-8"))["games"]
    codes = {state.code for state in read_with_map("five-crowns")[0].states}
    assert [game["seed"] for game in games] == [5, 6, 7]
    for game in games:
        assert game["turns"] == len(game["hashes"]) <= 9
        assert set(game["scores"]) == codes
        assert game["winners"] and set(game["winners"]) <= codes
        assert game["hegemon"] is None or game["hegemon"] in codes
    assert counterpoise("simulate", "five-crowns", "--turns", "9", "--seed", "6", "--json", "-").stdout
    alone = json.loads(counterpoise("simulate", "five-crowns", "--turns", "9", "--seed", "6", "--json", "-").stdout)
    assert alone["games"][0] == games[1], "game k of many is the game of seed + k alone"


def test_the_readme_s_bot_takes_a_seat(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert README_BOT.strip() in readme
    bot = broken(tmp_path, "mybot.py", README_BOT)
    done = counterpoise("simulate", "europe-1900", "--seat", f"FRA={bot}", "--trust")
    assert done.returncode == 0, done.stderr
    assert "mybot.py" in done.stdout


def test_a_picture_is_drawn_without_a_display(tmp_path: Path) -> None:
    out = tmp_path / "shot.png"
    done = counterpoise("shot", "five-crowns", "--turn", "2", "--size", "1280x720", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert out.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(out.read_bytes()[16:20], "big") == 1280


def test_scenarios_are_listed_with_what_they_are() -> None:
    done = counterpoise("scenarios")
    assert done.returncode == 0
    assert "europe-1900" in done.stdout and "five-crowns" in done.stdout and "lab:" in done.stdout


def test_the_lab_judges_a_fact_and_writes_it_down(tmp_path: Path) -> None:
    out = tmp_path / "facts.json"
    done = counterpoise("lab", "facts", "--only", "f9", "--games", "2", "--jobs", "1", "--json", str(out))
    assert done.returncode == 0, done.stderr
    (fact,) = json.loads(out.read_text(encoding="utf-8"))["facts"]
    assert set(fact) >= {"id", "claim", "target", "measured", "interval", "n", "passed", "source"}
    assert fact["id"] == "F9"
    assert fact["measured"].keys() == fact["interval"].keys()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("facts", "--only", "F6,F99"), "expected facts F1 to F20, found “F99”"),
        (("facts", "--set", "third"), "set: expected main, second"),
        (("sweep", "--vary", "leader_shar=0,1"), "did you mean “leader_share”"),
        (("sweep", "--vary", "offence=0,1", "--plot", "a.gif"), "plot: expected a name that ends in"),
        (("sweep", "--vary", "offence=0,1", "--level", "ful"), "did you mean “full”"),
        (("sweep", "--vary", "offence=0,1", "--rule", "economy.absorb"), "rule: expected section.name=value"),
        (("sensitivity", "--csv", "a.csv", "--coefficients", "economy.absorbs"), "did you mean “economy.absorb”"),
    ],
)
def test_the_lab_refuses_in_one_sentence(words: tuple[str, ...], says: str) -> None:
    done = counterpoise("lab", *words)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
