"""The form of a save's data, and how the records of a game are written to it and read back."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from game.language import _
from game.orders.kind import REGION, SELF, Order, Terms
from game.orders.kinds import KINDS
from game.storage.codec import (
    Tables,
    canonical,
    decode_column,
    decode_world,
    digest,
    encode_column,
    encode_world,
)
from game.storage.documents import LONGEST_GAME, MOST_REGIONS, Code, Document, Scenario, Title, Word
from game.storage.files import FileError, did_you_mean, parse
from game.storage.save_records import SeatRecord, TurnRecord, Written
from game.storage.save_table import TableDocument
from game.world import COLUMNS, World

__all__ = [
    "SaveDocument",
    "TurnDocument",
    "read_orders",
    "read_seats",
    "read_turns",
    "write_orders",
    "write_seats",
    "write_turn",
]

Index = Annotated[int, Field(ge=0, lt=MOST_REGIONS)]
Edge = Annotated[list[Index], Field(min_length=2, max_length=2)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[float, Field(ge=-1e6, le=1e6, allow_inf_nan=False)]
Name = Annotated[str, Field(max_length=200)]
_TARGETS = {(kind.name, choice.name): choice.to for kind in KINDS for choice in kind.choices}


class Seat(Document):
    """Who plays a state."""

    kind: Literal["person", "doctrine", "bot"]
    name: Name
    player: Name


class GroundDocument(Document):
    """The regions that the game is played on and which of them touch, by place in `ids`."""

    ids: list[Word] = Field(min_length=2, max_length=MOST_REGIONS)
    names: list[Title] = Field(min_length=2, max_length=MOST_REGIONS)
    land: list[Edge] = Field(max_length=20_000)
    sea: list[Edge] = Field(max_length=20_000)


class TermsDocument(Document):
    """What an order names beside its target; states by code, regions by id."""

    turns: int | None = Field(default=None, ge=1, le=99)
    against: Code | None = None
    give: Literal["", "lift", "money", "arms", "region"] = ""
    ask: Literal["", "lift", "money", "arms", "region"] = ""
    region: Annotated[str, Field(max_length=60)] | None = None


class OrderDocument(Document):
    """An order with its target by code or region id."""

    kind: Word
    choice: Word
    to: str | None = Field(default=None, max_length=60)
    shares: list[Number] | None = Field(default=None, min_length=3, max_length=3)
    terms: TermsDocument | None = None


class TurnDocument(Document):
    """A past turn: orders by state code, the columns that changed, now and then the whole world."""

    orders: dict[Code, Annotated[list[OrderDocument], Field(max_length=5000)]]
    columns: dict[str, Any]
    world: dict[str, Any] | None = None
    digest: Hash | None = None


class SaveDocument(Document):
    """Everything a game needs to go on."""

    game: Annotated[str, Field(max_length=40)]
    scenario: Scenario
    level: Literal["foundations", "standard", "full"]
    seed: int = Field(ge=-(2**63), lt=2**63)
    turns: int | None = Field(ge=1, le=LONGEST_GAME)
    seats: list[Seat]
    ground: GroundDocument
    rules: dict[Word, dict[Word, Number]]
    past: list[TurnDocument] = Field(max_length=LONGEST_GAME + 50)
    plans: dict[Code, Annotated[list[OrderDocument], Field(max_length=200)]] = Field(default_factory=dict)
    table: TableDocument = Field(default_factory=TableDocument)
    world: dict[str, Any]
    digest: Hash


def write_turn(turn: TurnRecord, before: TurnRecord | None, tables: Tables) -> str:
    """Write a past turn; only the columns that differ from the turn before, null for those that ended."""
    kept = turn.written
    if kept is not None and kept.before is before:
        return kept.text
    old = before.columns if before is not None else {}
    changed = {
        name: encode_column(COLUMNS[name], np.asarray(array), tables)
        for name, array in turn.columns.items()
        if name not in old or not np.array_equal(old[name], array)
    }
    document: dict[str, Any] = {
        "columns": {**changed, **dict.fromkeys(old.keys() - turn.columns.keys())},
        "orders": write_orders(turn.orders, tables),
    }
    if turn.world is not None:
        document |= {"world": encode_world(turn.world), "digest": digest(turn.world)}
    text = canonical(document)
    turn.written = Written(before, text)
    return text


def write_orders(orders: Sequence[Sequence[Order]], tables: Tables) -> dict[str, Any]:
    """Write orders down by state code; states without any are left out."""
    return {
        code: [_write_order(order, tables) for order in given]
        for code, given in zip(tables.states, orders, strict=True)
        if given
    }


def _write_order(order: Order, tables: Tables) -> dict[str, Any]:
    entry: dict[str, Any] = {"kind": order.kind, "choice": order.choice}
    words = _words(order.kind, order.choice, tables)
    if words and order.target is not None:
        entry["to"] = words[order.target]
    if order.shares is not None:
        entry["shares"] = list(order.shares)
    if order.terms is not None:
        entry["terms"] = _write_terms(order.terms, tables)
    return entry


def _write_terms(terms: Terms, tables: Tables) -> dict[str, Any]:
    """Write down the terms that say something."""
    entry = {
        "turns": terms.turns,
        "against": None if terms.against is None else tables.states[terms.against],
        "give": terms.give or None,
        "ask": terms.ask or None,
        "region": None if terms.region is None else tables.regions[terms.region],
    }
    return {name: value for name, value in entry.items() if value is not None}


def _words(kind: str, choice: str, tables: Tables) -> tuple[str, ...]:
    to = _TARGETS.get((kind, choice))
    return {REGION: tables.regions, SELF: (), None: ()}.get(to, tables.states)


def read_turns(turns: Sequence[TurnDocument], world: World, file: str, later: Collection[str] = ()) -> list[TurnRecord]:
    """Read the past turns back, each with all its columns; `world` gives the setting.

    `later` are columns that came after the save was written and that its digests do not cover.
    """
    tables = Tables.of(world.setting)
    read: list[TurnRecord] = []
    columns: dict[str, NDArray[Any]] = {}
    for number, turn in enumerate(turns):
        place = _("{file}: turn {number}").format(file=file, number=number + 1)
        columns = _follow(columns, turn.columns, tables, place)
        then = decode_world(turn.world, world.setting, place) if turn.world is not None else None
        if then is not None and (digest(then, later) != turn.digest or int(then.turn) != number + 1):
            raise FileError(_("{file}: its world is not the one that was saved").format(file=place))
        orders = read_orders(turn.orders, tables, place)
        read.append(TurnRecord(orders, columns, then))
    return read


def _follow(
    old: Mapping[str, NDArray[Any]], changed: Mapping[str, Any], tables: Tables, file: str
) -> dict[str, NDArray[Any]]:
    columns = dict(old)
    for name, value in changed.items():
        if name not in COLUMNS:
            text = _("{file}: there is no column “{name}”").format(file=file, name=name[:40])
            raise FileError(text + did_you_mean(name[:40], COLUMNS))
        if value is None:
            columns.pop(name, None)
        else:
            columns[name] = decode_column(COLUMNS[name], value, tables, file)
    return columns


def read_orders(given: Mapping[str, Sequence[OrderDocument]], tables: Tables, file: str) -> list[list[Order]]:
    """Read orders back, a list a state; raises FileError for what cannot be one."""
    stray = next((code for code in given if code not in tables.states), None)
    if stray is not None:
        raise FileError(_("{file}: at orders: {code} is no state").format(file=file, code=stray))
    return [[_read_order(entry, tables, file) for entry in given.get(code, [])] for code in tables.states]


def _read_order(entry: OrderDocument, tables: Tables, file: str) -> Order:
    to = _TARGETS.get((entry.kind, entry.choice))
    if to is None:
        text = _("{file}: at orders: there is no order “{kind} {choice}”")
        raise FileError(text.format(file=file, kind=entry.kind, choice=entry.choice))
    words = _words(entry.kind, entry.choice, tables)
    if (entry.to is None) != (to == SELF) or (entry.to is not None and entry.to not in words):
        text = _("{file}: at orders: “{kind} {choice}” cannot be addressed to “{to}”")
        near = did_you_mean(entry.to or "", words)
        raise FileError(text.format(file=file, kind=entry.kind, choice=entry.choice, to=entry.to) + near)
    target = words.index(entry.to) if entry.to is not None else None
    return Order(entry.kind, entry.choice, target, _read_shares(entry, file), _read_terms(entry, tables, file))


def _read_terms(entry: OrderDocument, tables: Tables, file: str) -> Terms | None:
    terms = entry.terms
    if terms is None:
        return None
    for name, word, words in (("against", terms.against, tables.states), ("region", terms.region, tables.regions)):
        if word is not None and word not in words:
            text = _("{file}: at orders: the terms name “{word}” as “{name}”, which there is not")
            raise FileError(text.format(file=file, word=word, name=name) + did_you_mean(word, words))
    against = None if terms.against is None else tables.states.index(terms.against)
    region = None if terms.region is None else tables.regions.index(terms.region)
    return Terms(terms.turns, against, terms.give, terms.ask, region)


def _read_shares(entry: OrderDocument, file: str) -> tuple[float, float, float] | None:
    wanted = (entry.kind, entry.choice) == ("budget", "sliders")
    shares = entry.shares
    sound = shares is not None and min(shares) >= 0.0 and math.isclose(math.fsum(shares), 1.0, abs_tol=1e-6)
    if wanted != (shares is not None) or (wanted and not sound):
        raise FileError(_("{file}: at orders: the shares of a budget must add up to 1").format(file=file))
    return (shares[0], shares[1], shares[2]) if shares is not None else None


def write_seats(seats: Sequence[SeatRecord]) -> list[dict[str, str]]:
    """Write the seats down; raises FileError for a name that is too long."""
    plain = [{"kind": seat.kind, "name": seat.name, "player": seat.player} for seat in seats]
    return [parse(Seat, seat, _("seat {n}").format(n=k + 1)).model_dump() for k, seat in enumerate(plain)]


def read_seats(seats: Sequence[Seat]) -> list[SeatRecord]:
    """Read the seats back."""
    return [SeatRecord(seat.kind, seat.name, seat.player) for seat in seats]
