"""Planned orders sealed with a seat's key, and opened again."""

from __future__ import annotations

from pydantic import Field

from game.language import _
from game.orders.kind import Order
from game.storage.codec import Tables, canonical
from game.storage.documents import Document
from game.storage.files import FileError, decode, parse
from game.storage.save_document import OrderDocument, read_orders, write_orders
from game.storage.sealing import Key, seal, unseal
from game.world import Setting

__all__ = ["read_plan", "write_plan"]

_BLOCK = 512  # characters a sealed plan is filled up to, so that its length tells little


class _Plan(Document):
    """A plan once opened."""

    orders: list[OrderDocument] = Field(max_length=200)


def write_plan(key: Key, orders: list[Order], setting: Setting) -> str:
    """Seal the planned orders of a seat."""
    tables = Tables.of(setting)
    first = next(iter(tables.states))
    rows = [orders if code == first else [] for code in tables.states]
    text = canonical({"orders": write_orders(rows, tables).get(first, [])})
    return seal(key, text.ljust(-(-len(text) // _BLOCK) * _BLOCK))


def read_plan(key: Key, sealed: str, setting: Setting) -> list[Order] | None:
    """Open the planned orders of a seat; None if they are not what the key sealed."""
    text = unseal(key, sealed)
    if text is None:
        return None
    tables, file = Tables.of(setting), _("the sealed plan")
    try:
        plan = parse(_Plan, decode(text, file), file)
        return read_orders({next(iter(tables.states)): plan.orders}, tables, file)[0]
    except FileError:
        return None
