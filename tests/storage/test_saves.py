"""What a save keeps: the whole game, exactly."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.orders.kind import Order
from game.orders.sheet import blank
from game.phases import resolve
from game.storage import save_list
from game.storage.codec import digest
from game.storage.save_file import VERSION
from game.storage.saves import Saved, SaveError, SeatRecord, autosave, last_sound, listing, load, newest, save, taken

from .games import play, small_game


def assert_same(one: Saved, other: Saved) -> None:
    assert digest(one.world) == digest(other.world)
    assert (one.scenario, one.seed, one.turns_override) == (other.scenario, other.seed, other.turns_override)
    assert (one.seats, one.game, one.plans) == (other.seats, other.game, other.plans)
    assert len(one.past) == len(other.past)
    for here, there in zip(one.past, other.past, strict=True):
        assert here.orders == there.orders
        assert here.columns.keys() == there.columns.keys()
        assert all(np.array_equal(here.columns[name], there.columns[name]) for name in here.columns)
        assert (here.world is None) == (there.world is None)
        if here.world is not None and there.world is not None:
            assert digest(here.world) == digest(there.world)


@pytest.mark.parametrize("name", ["five-crowns", "europe-1900", "lab:4x3:level=full"])
def test_what_is_loaded_is_what_was_saved(name: str, tmp_path: Path) -> None:
    game = play(name, turns=12)
    assert_same(load(save(game, "mine", tmp_path)), game)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(-(2**63), 2**63 - 1),
    turns=st.integers(0, 6),
    player=st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
)
def test_any_short_game_comes_back_whole(seed: int, turns: int, player: str, tmp_path: Path) -> None:
    game = play("lab:3x2:level=full", turns=turns, seed=abs(seed) % 2**40, limit=20)
    game.seats[0] = SeatRecord("person", "", player)
    assert_same(load(save(game, "any", tmp_path, replace=True)), game)


def test_a_loaded_game_goes_on_as_the_one_that_was_never_saved(tmp_path: Path) -> None:
    game = play("europe-1900", turns=3)
    loaded = load(save(game, "mine", tmp_path)).world
    straight = game.world
    for _ in range(5):
        straight, loaded = resolve(straight, blank(straight))[0], resolve(loaded, blank(loaded))[0]
        assert digest(straight) == digest(loaded)


def test_saving_what_was_loaded_gives_the_same_bytes_but_for_the_serial(tmp_path: Path) -> None:
    first = save(small_game(), "one", tmp_path)
    second = save(load(first), "two", tmp_path)
    assert first.read_bytes() == second.read_bytes()


def test_saving_again_counts_the_serial_up(tmp_path: Path) -> None:
    for serial in (1, 2, 3):
        save(small_game(), "mine", tmp_path)
        assert [row.serial for row in listing(tmp_path)] == [serial]


def test_the_first_line_alone_tells_what_a_save_is(tmp_path: Path) -> None:
    line = save(small_game(), "mine", tmp_path).read_text("utf-8").splitlines()[0]
    about = json.loads(line.removeprefix('{"about":').removesuffix(","))
    assert about["summary"]["line"] == "Laboratory: 2 states, turn 4 (4): State 1 (Ann)"
    assert (about["format"], about["version"], about["game"]) == ("counterpoise-save", VERSION, "0.1.0")


def test_a_save_is_one_json_object_with_orders_in_words(tmp_path: Path) -> None:
    game = play("five-crowns", turns=1)
    game.past[0].orders[0] = [Order("ally", "pact", 2), Order("budget", "sliders", None, (0.5, 0.25, 0.25))]
    data = json.loads(save(game, "mine", tmp_path).read_text("utf-8"))["data"]
    assert data["past"][0]["orders"]["AV"] == [
        {"kind": "ally", "choice": "pact", "to": "CO"},
        {"kind": "budget", "choice": "sliders", "shares": [0.5, 0.25, 0.25]},
    ]


def test_the_same_game_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from pathlib import Path; from storage.games import small_game; from game.storage.saves import save\n"
        "sys.stdout.write(save(small_game(), 'it', Path(sys.argv[1])).read_text('utf-8'))"
    )
    root = Path(__file__).parents[2]
    texts = []
    for hashing in ("1", "2"):
        folder = tmp_path / hashing
        ran = subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            cwd=root,
            env={"PYTHONHASHSEED": hashing, "PYTHONPATH": str(root), "PATH": ""},
            capture_output=True,
            check=True,
        )
        texts.append(ran.stdout)
    assert texts[0] == texts[1] == save(small_game(), "it", tmp_path).read_bytes()


def test_a_large_save_is_packed_and_the_plain_one_of_that_name_goes(tmp_path: Path) -> None:
    save(small_game(), "mine", tmp_path)
    large = play("lab:100x4", turns=12)
    path = save(large, "mine", tmp_path)
    assert path.name == "mine.json.gz"
    assert [row.path for row in listing(tmp_path)] == [path]
    assert_same(load(path), large)


def test_a_past_turn_is_put_into_words_once(tmp_path: Path) -> None:
    game = small_game()
    save(game, "mine", tmp_path)
    assert all(turn.written is not None for turn in game.past)
    kept = [turn.written for turn in game.past]
    save(game, "mine", tmp_path)
    assert all(turn.written is old for turn, old in zip(game.past, kept, strict=True))


def test_a_turn_moved_behind_another_is_written_anew(tmp_path: Path) -> None:
    game = play("lab:2x2", turns=2, limit=10)
    save(game, "mine", tmp_path)
    swapped = Saved(game.scenario, game.seed, 10, game.seats, game.past[::-1], game.world, plans=game.plans)
    assert_same(load(save(swapped, "other", tmp_path)), swapped)


def test_autosaves_keep_the_last_ten_turns_and_every_tenth(tmp_path: Path) -> None:
    game = play("lab:5x2", turns=0, limit=100)
    for turn in range(1, 36):
        game.world = resolve(game.world, blank(game.world))[0]
        game.past.append(play("lab:5x2", turns=1, limit=100).past[0])
        autosave(game, tmp_path)
        assert int(game.world.turn) == turn
    turns = sorted(row.summary.turn for row in listing(tmp_path) if row.summary is not None)
    assert turns == [10, 20, *range(26, 36)]


def test_an_autosave_never_removes_later_turns_of_another_branch(tmp_path: Path) -> None:
    late, early = play("lab:2x2", turns=15, limit=100), play("lab:2x2", turns=2, limit=100)
    autosave(late, tmp_path)
    autosave(early, tmp_path)
    assert len(listing(tmp_path)) == 2


def test_the_game_to_go_on_with_is_the_newest_autosave_of_one_that_has_not_ended(tmp_path: Path) -> None:
    going = autosave(play("lab:2x2", turns=3, limit=100), tmp_path)
    ended = autosave(play("lab:2x2", turns=2, limit=2, seed=6), tmp_path)
    by_name = save(play("lab:2x2", turns=1, limit=100), "mine", tmp_path)
    damaged = tmp_path / "autosave-z-t0001.json"
    damaged.write_text("{}")
    for age, path in enumerate((damaged, by_name, ended, going)):
        os.utime(path, (1e9 - age, 1e9 - age))
    row = newest(tmp_path)
    assert row is not None
    assert row.path == going
    going.unlink()
    assert newest(tmp_path) is None
    assert newest(tmp_path / "nowhere") is None


def test_older_saves_are_not_opened_for_the_game_to_go_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = autosave(play("lab:2x2", turns=2, limit=100), tmp_path)
    new = autosave(play("lab:2x2", turns=3, limit=100), tmp_path)
    for path, at in ((new, 2e9), (old, 1e9)):
        os.utime(path, (at, at))
    read, real = [], save_list.opened
    monkeypatch.setattr(save_list, "opened", lambda path: (read.append(path), real(path))[1])
    row = newest(tmp_path)
    assert row is not None
    assert row.path == new
    assert read == [new]


def test_the_last_sound_autosave_is_found_past_a_damaged_one(tmp_path: Path) -> None:
    sound = autosave(play("lab:2x2", turns=2, limit=100), tmp_path)
    damaged = autosave(play("lab:2x2", turns=3, limit=100), tmp_path)
    damaged.write_bytes(damaged.read_bytes()[:-9])
    assert last_sound(tmp_path) == sound


def test_a_damaged_save_is_a_line_in_the_list_and_the_others_stay(tmp_path: Path) -> None:
    good = save(small_game(), "good", tmp_path)
    (tmp_path / "empty.json").write_bytes(b"")
    (tmp_path / "notes.json").write_text('{"shopping": ["eggs"]}')
    (tmp_path / "noise.json.gz").write_bytes(b"\x1f\x8bnoise")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    rows = {row.name: row.problem for row in listing(tmp_path)}
    assert rows.pop("good") == ""
    assert sorted(rows) == ["empty", "folder", "gone", "noise", "notes"]
    assert all(problem.startswith(name) for name, problem in rows.items())
    assert load(good).seed == small_game().seed


def test_a_folder_that_is_not_there_lists_nothing(tmp_path: Path) -> None:
    assert listing(tmp_path / "nowhere") == []
    assert not taken("mine", tmp_path / "nowhere")


def test_a_save_of_somebody_else_is_not_replaced_unasked(tmp_path: Path) -> None:
    source = save(small_game(), "source", tmp_path)
    theirs = tmp_path / "theirs.json"
    theirs.write_bytes(source.read_bytes())
    assert taken("theirs", tmp_path) and not taken("source", tmp_path)
    with pytest.raises(SaveError, match="there is a save of that name already"):
        save(small_game(), "theirs", tmp_path)
    assert theirs.read_bytes() == source.read_bytes()
    save(small_game(), "theirs", tmp_path, replace=True)
    assert not taken("theirs", tmp_path)


def test_a_save_that_another_program_changed_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = save(play("lab:2x2", turns=1, limit=10), "mine", tmp_path)
    other = save(play("lab:2x2", turns=2, limit=10), "other", tmp_path)
    path.write_bytes(other.read_bytes())
    with pytest.raises(SaveError, match="another program has changed that save since"):
        save(small_game(), "mine", tmp_path)
    assert path.read_bytes() == other.read_bytes()


def test_a_damaged_file_in_the_way_is_set_aside_unchanged(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_bytes(b"damaged")
    with pytest.raises(SaveError, match="a damaged file of that name is there"):
        save(small_game(), "mine", tmp_path)
    save(small_game(), "mine", tmp_path, replace=True)
    assert (tmp_path / "mine.json.damaged-1").read_bytes() == b"damaged"
    assert [row.name for row in listing(tmp_path)] == ["mine"]


def test_what_an_interrupted_write_left_is_swept_and_never_listed(tmp_path: Path) -> None:
    left = tmp_path / ".counterpoise-1-dead.tmp"
    left.write_bytes(b"half")
    assert listing(tmp_path) == []
    save(small_game(), "mine", tmp_path)
    assert not left.exists()


@pytest.mark.parametrize(
    "name",
    [
        "",
        " a",
        "a ",
        "a.",
        ".a",
        "..",
        "a/b",
        "../a",
        "a\\b",
        "C:a",
        "a\0b",
        "a\nb",
        "a\u202eb",
        "a?",
        "con",
        "NUL",
        "com1",
        "LPT9.old",
        "COM²",
        "aux .x",
        "a.json",
        "a.gz",
        "x" * 161,
        "ü" * 81,
        "autosave-mine",
        "a\ud800",
    ],
)
def test_a_name_that_some_system_would_not_keep_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="Choose another name"):
        save(small_game(), name, tmp_path)
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("other", ["MINE", "ｍine", "mIne"])
def test_a_name_that_only_looks_different_is_refused(other: str, tmp_path: Path) -> None:
    save(small_game(), "mine", tmp_path)
    with pytest.raises(SaveError, match="hold for the same name"):
        save(small_game(), other, tmp_path, replace=True)


def test_two_forms_of_one_letter_are_one_name(tmp_path: Path) -> None:
    first = save(small_game(), "Zu\u0308rich", tmp_path)
    assert save(small_game(), "Z\u00fcrich", tmp_path) == first


def test_a_name_of_a_player_that_cannot_be_kept_is_refused_when_saving(tmp_path: Path) -> None:
    game = play("lab:2x2", turns=0)
    for player in ("x" * 201, "\ud800"):
        game.seats[0] = SeatRecord("person", "", player)
        with pytest.raises(SaveError):
            save(game, "mine", tmp_path)
    assert listing(tmp_path) == []


def test_a_game_that_could_not_be_read_back_is_not_said_to_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(small_game(), "mine", tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr("game.storage.save_file.LARGEST_SAVE", 1000)
    with pytest.raises(SaveError, match="mine: the game is too long to be saved"):
        save(small_game(), "mine", tmp_path)
    assert path.read_bytes() == before
