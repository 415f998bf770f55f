"""Write a game down: the text of a save, canonical to the byte."""

from __future__ import annotations

from typing import Any

from game import __version__
from game.language import _
from game.storage.codec import Tables, canonical, digest, encode_world
from game.storage.rules import rules_in_force
from game.storage.save_document import write_orders, write_seats, write_turn
from game.storage.save_file import FORMAT, VERSION, seal
from game.storage.save_records import Saved, TableRecord
from game.storage.save_table import write_table
from game.world import Setting
from game.world.dates import date_words
from game.world.setting import LEVELS

__all__ = ["write_save"]

MOST_PLAYERS, MOST_PLAYERS_IN_LINE = 60, 4


def write_save(saved: Saved, serial: int) -> str:
    """Give the text of a save.

    Raises ValueError for a batch or a world of another scenario, FileError for names that are too long.
    """
    setting = saved.world.setting
    rules_in_force(setting.rules.values(), _("the game"))
    if saved.world.batch != () or setting.ids != tuple(state.id for state in saved.scenario.states):
        raise ValueError("expected one game of the scenario that is saved with it")
    tables = Tables.of(setting)
    texts, before = [], None
    for turn in saved.past:
        texts.append(write_turn(turn, before, tables))
        before = turn
    parts = {name: canonical(value) for name, value in _data(saved, setting).items()}
    parts["past"] = f"[{','.join(texts)}]"
    data = "{" + ",".join(f'"{name}":{parts[name]}' for name in sorted(parts)) + "}"
    about = {
        "format": FORMAT,
        "version": VERSION,
        "game": __version__,
        "serial": serial,
        "summary": _summary(saved, setting),
    }
    return seal(about, data)


def _data(saved: Saved, setting: Setting) -> dict[str, Any]:
    """All of a save but its past turns."""
    return {
        "game": saved.game[:40],
        "scenario": saved.scenario.model_dump(mode="json", by_alias=True),
        "level": next(name for name, number in LEVELS.items() if number == setting.level),
        "seed": saved.seed,
        "turns": saved.turns_override,
        "seats": write_seats(saved.seats),
        "ground": {
            "ids": setting.region_ids,
            "names": setting.region_names,
            "land": setting.land.tolist(),
            "sea": setting.sea.tolist(),
        },
        "rules": setting.rules.values(),
        "plans": write_orders(saved.plans, Tables.of(setting)) if saved.plans else {},
        **({"table": write_table(saved.table, setting.codes)} if saved.table != TableRecord() else {}),
        "world": encode_world(saved.world),
        "digest": digest(saved.world),
    }


def _summary(saved: Saved, setting: Setting) -> dict[str, Any]:
    turn = int(saved.world.turn)
    people = [
        f"{name} ({seat.player})" if seat.player else name
        for name, seat in zip(setting.names, saved.seats, strict=True)
        if seat.kind == "person"
    ]
    shown = ", ".join(name[:80] for name in people[:MOST_PLAYERS_IN_LINE])
    line = _("{title}, turn {turn} ({date})").format(title=setting.title, turn=turn + 1, date=date_words(setting, turn))
    return {
        "line": f"{line}: {shown}" if shown else line,
        "scenario": setting.scenario,
        "title": setting.title,
        "turn": turn,
        "year": setting.date(turn)[0],
        "ended": bool(saved.world.ending != 0),
        "players": [name[:80] for name in people[:MOST_PLAYERS]],
    }
