"""Damaged, forged and hostile saves: refused in one sentence, or sound for many more turns."""

import gzip
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from game.orders.sheet import blank
from game.phases import resolve
from game.storage.codec import canonical, decode_world, digest
from game.storage.files import FileError
from game.storage.save_file import VERSION, open_seal, seal
from game.storage.saves import SaveError, load, save
from game.world import Setting

from .games import play, small_game

MUTATIONS = int(os.environ.get("COUNTERPOISE_MUTATIONS", "400"))
TURNS_AFTER = 50 if MUTATIONS > 400 else 6


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save(small_game(), "mine", tmp_path_factory.mktemp("saves")).read_text("utf-8")


def refusal(path: Path) -> str:
    with pytest.raises(SaveError) as caught:
        load(path)
    assert path.name in str(caught.value)
    assert str(caught.value).endswith("The file was not changed; load another save, or the last autosave.")
    return str(caught.value)


def forge(path: Path, text: str, change: Callable[[dict[str, Any]], Any]) -> Path:
    """Write the save with changed data under a checksum that is right again."""
    sealed = open_seal(text, "it")
    data = json.loads(sealed.data)
    changed = change(data)
    about = sealed.about.model_dump(exclude={"checksum"})
    path.write_text(seal(about, canonical(data if changed is None else changed)), "utf-8")
    return path


def test_every_shortened_save_is_refused(text: str, tmp_path: Path) -> None:
    raw, path = text.encode(), tmp_path / "short.json"
    for end in range(len(raw)):
        path.write_bytes(raw[:end])
        refusal(path)


def test_a_turned_bit_in_any_byte_is_refused(text: str, tmp_path: Path) -> None:
    raw, path = bytearray(text.encode()), tmp_path / "flipped.json"
    for place in range(len(raw)):
        raw[place] ^= 1 << place % 8
        path.write_bytes(raw)
        refusal(path)
        raw[place] ^= 1 << place % 8


def test_a_packed_save_with_a_turned_bit_is_refused_or_the_same(text: str, tmp_path: Path) -> None:
    raw, path = bytearray(gzip.compress(text.encode(), mtime=0)), tmp_path / "flipped.json.gz"
    refused = 0
    for place in range(len(raw)):
        raw[place] ^= 1 << place % 8
        path.write_bytes(raw)
        try:
            assert digest(load(path).world) == digest(small_game().world)
        except SaveError:
            refused += 1
        raw[place] ^= 1 << place % 8
    assert refused >= len(raw) - 8  # only the header's time, system and flags tell nothing about the game


def test_every_shortened_packed_save_is_refused(text: str, tmp_path: Path) -> None:
    raw, path = gzip.compress(text.encode(), mtime=0), tmp_path / "short.json.gz"
    for end in range(len(raw)):
        path.write_bytes(raw[:end])
        refusal(path)
    path.write_bytes(raw + b"more")
    refusal(path)


def test_a_packed_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.json.gz"
    path.write_bytes(gzip.compress(b"[" * (200 << 20), 9))
    assert "once unpacked" in refusal(path)


def test_a_save_of_a_newer_version_is_refused_in_one_sentence(text: str, tmp_path: Path) -> None:
    about = open_seal(text, "it").about.model_dump(exclude={"checksum"})
    path = tmp_path / "new.json"
    path.write_text(seal(about | {"version": VERSION + 1, "game": "9.1", "news": 1}, "{}"), "utf-8")
    assert "made by a newer version of the game (9.1)" in refusal(path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("[" * 50 + "]" * 50, "at most 40 levels of brackets"),
        ('{"seed":1,"seed":2}', "the key “seed” stands twice"),
        ('{"seed":NaN}', "expected a finite number, found NaN"),
        ('{"seed":-Infinity}', "expected a finite number"),
        ('{"seed":1e999}', "expected a finite number, found 1e999"),
        ('{"seed":' + "9" * 5000 + "}", "at most 32 digits"),
        ('{"seed":1.' + "9" * 5000 + "}", "at most 32 digits"),
        ('{"seed":}', "expected JSON"),
        ("[]", "expected an object"),
        ('"' + "\\" * 100_001, "expected JSON"),
        ('{"seed":"' + "x" * 1_000_000 + '"}', "field required"),
    ],
)
def test_hostile_data_under_a_right_checksum_is_refused(data: str, why: str, text: str, tmp_path: Path) -> None:
    about = open_seal(text, "it").about.model_dump(exclude={"checksum"})
    path = tmp_path / "hostile.json"
    path.write_text(seal(about, data), "utf-8")
    assert why in refusal(path)


@pytest.mark.parametrize("make", ["folder", "pipe", "bytes", "huge", "missing"])
def test_what_is_no_readable_file_is_refused(make: str, tmp_path: Path) -> None:
    path = tmp_path / "it.json"
    if make == "folder":
        path.mkdir()
    elif make == "pipe":
        os.mkfifo(path)
    elif make == "bytes":
        path.write_bytes(b'{"about":\xff\xfe')
    elif make == "huge":
        with path.open("wb") as stream:
            stream.truncate(5 << 30)
    refusal(path)


def set_at(*path: str | int, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = to

    return change


def without(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for key in path[:-1]:
            place = place[key]
        del place[path[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (set_at("seed", to=7), "expected the seed of the game"),
        (set_at("seed", to=2**70), "at seed"),
        (set_at("turns", to=0), "at turns"),
        (set_at("level", to="expert"), "at level"),
        (set_at("extra", to=1), "at extra"),
        (set_at("seats", to=[]), "at seats: expected 2, one a state, found 0"),
        (set_at("seats", 0, "kind", to="god"), "at seats.0.kind"),
        (set_at("past", to=[]), "expected 3 turns, found 0"),
        (set_at("past", 0, "orders", to={"ZZ": []}), "ZZ is no state"),
        (set_at("past", 0, "orders", to={"S1": [{"kind": "ally", "choice": "war"}]}), "no order “ally war”"),
        (set_at("past", 0, "orders", to={"S1": [{"kind": "ally", "choice": "pact", "to": "S9"}]}), "to “S9”"),
        (set_at("past", 0, "orders", to={"S1": [{"kind": "ally", "choice": "pact"}]}), "cannot be addressed to"),
        (set_at("past", 0, "orders", to={"S1": [{"kind": "budget", "choice": "sliders"}]}), "must add up to 1"),
        (set_at("past", 0, "columns", "arm", to=1.0), "turn 1: there is no column “arm”; did you mean “arms”?"),
        (set_at("past", 1, "columns", "arms", to=["a", 1.0]), "turn 2: at arms: expected a number"),
        (set_at("past", 1, "columns", "arms", to=[1.0]), "expected 2 entries, found 1"),
        (set_at("world", "arms", to=-1.0), "at arms: expected numbers from 0"),
        (set_at("world", "arms", to=3.0), "it is not the world that was saved"),
        (set_at("world", "alive", to="02"), "expected a string of 0 and 1"),
        (set_at("world", "alive", to=1), "expected true or false"),
        (set_at("world", "owner", to=["S1", "S1", "S2", "S3"]), "there is no “S3” here"),
        (set_at("world", "owner", to="-"), "there is no “-” here"),
        (set_at("world", "war", to=["00"]), "expected 2 rows, found 1"),
        (set_at("world", "turn", to=True), "expected a number, found True"),
        (set_at("world", "seed", to=2**64), "at seed"),
        (without("world", "arms"), "the column “arms” is missing"),
        (without("digest"), "at digest: field required"),
        (set_at("world", "army", to=1), "there is no column “army”; did you mean “arms”?"),
        (set_at("ground", "ids", to=["a", "a", "b", "c"]), "each id once"),
        (set_at("ground", "land", to=[[1, 0]]), "expected sorted pairs of regions"),
        (set_at("ground", "land", to=[[0, 9]]), "expected sorted pairs of regions"),
        (set_at("rules", "power", "reach_hal", to=3.0), "did you mean “power.reach_half”?"),
        (set_at("rules", "power", "reach_half", to=0.0), "too far from 3"),
        (set_at("rules", "influence", "initiatives", to=1000.0), "too far from 3"),
        (set_at("scenario", "states", 0, "arms", to=-1.0), "at scenario.states.0.arms"),
        (set_at("scenario", "regions", 0, "share", to=0.7), "must add up to 1"),
    ],
)
def test_a_forged_save_is_refused_with_its_place(
    change: Callable[[dict[str, Any]], None], why: str, text: str, tmp_path: Path
) -> None:
    assert why in refusal(forge(tmp_path / "forged.json", text, change))


def mended(data: dict[str, Any], setting: Setting) -> dict[str, Any]:
    """Make the digest of a forged world right, where it can be read at all."""
    with suppress(FileError, AttributeError, KeyError):
        data["digest"] = digest(decode_world(data["world"], setting, "it"))
    return data


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"pact": ["01", "00"]}, "a treaty or a war stands one way only"),
        ({"attitude": [[0.5, 0.0], [0.0, 0.0]]}, "a state has a tie with itself"),
        ({"alive": "01"}, "a region belongs to a state that is no more"),
        ({"capital": ["r1-0", "r1-0"]}, "a capital is not held by its state"),
        ({"alive": "10", "owner": "S1"}, "a state that is no more has something left"),
        ({"budget_arms": 0.9, "budget_growth": 0.9}, "the shares of a budget add up to more than all"),
        ({"published": 3.0}, "something is there that the level does not have"),
        ({"last_turn": 12}, "expected a turn that the scenario allows"),
        ({"turn": 4}, "expected 4 turns, found 3"),
    ],
)
def test_a_forged_world_with_all_hashes_right_is_held_to_the_invariants(
    columns: dict[str, Any], why: str, text: str, tmp_path: Path
) -> None:
    def change(data: dict[str, Any]) -> dict[str, Any]:
        data["world"] |= columns
        return mended(data, small_game().world.setting)

    assert why in refusal(forge(tmp_path / "forged.json", text, change))


VALUES = (None, True, "", "x", "S1", -1, 0, 1, 2**40, -1e300, 0.5, 1e6, [], {}, [1], {"a": 1}, "0" * 300)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every path in a JSON value."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


def mutate(data: dict[str, Any], rng: random.Random, every: list[tuple[str | int, ...]]) -> None:
    *path, key = rng.choice(every)
    place: Any = data
    for step in path:
        place = place[step]
    kind = rng.randrange(4)
    if kind == 0:
        del place[key]
    elif kind == 1 and isinstance(place, list):
        place.insert(0, deepcopy(place[key]))
    elif kind == 2 and isinstance(place[key], int | float):
        place[key] = place[key] * rng.choice((0.5, 2, -1, 1.000001))
    else:
        place[key] = deepcopy(rng.choice(VALUES))


def test_mutated_saves_are_refused_or_sound_for_many_turns(tmp_path: Path) -> None:
    game = play("lab:3x2:level=full", turns=3, limit=100)
    text = save(game, "mine", tmp_path).read_text("utf-8")
    every = list(places(json.loads(text)["data"]))
    rng, refused = random.Random(4), 0

    def change(data: dict[str, Any]) -> dict[str, Any]:
        mutate(data, rng, every)
        return mended(data, game.world.setting)

    for number in range(MUTATIONS):
        path = forge(tmp_path / f"mutated-{number}.json", text, change)
        began = time.perf_counter()
        try:
            world = load(path).world
        except SaveError:
            refused += 1
        else:
            for _ in range(TURNS_AFTER):
                world = resolve(world, blank(world))[0]
        assert time.perf_counter() - began < 2.0
        path.unlink()
    assert refused > MUTATIONS // 3
