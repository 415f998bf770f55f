"""What a save keeps of the table: clocks, the seats' locks, and planned orders that are sealed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any

from pydantic import Field

from game.language import _
from game.storage.documents import Code, Document
from game.storage.recovery import PUBLIC, Recovery
from game.storage.save_records import TableRecord
from game.storage.sealing import Lock

__all__ = ["TableDocument", "read_table", "table_faults", "write_table"]

Seconds = Annotated[int, Field(ge=0, le=36_000)]
Hex = Annotated[str, Field(pattern=r"^[0-9a-f]+$", max_length=200_000)]


class LockDocument(Document):
    """What is kept of a PIN."""

    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    check: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    wrapped: Annotated[str, Field(pattern=r"^[0-9a-f]*$", max_length=2 * PUBLIC)] = ""


class RecoveryDocument(Document):
    """The public half of the recovery key."""

    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    public: Annotated[str, Field(pattern=rf"^[0-9a-f]{{{PUBLIC}}}$")]


class TableDocument(Document):
    """The table of a shared game; `sealed` are planned orders of seats with a lock, by state code.

    What came after version 2 was settled is written only where it is used, so that other saves stay as they were.
    """

    clock: Seconds = 0
    talk: Seconds = 0
    locks: dict[Code, LockDocument] = Field(default_factory=dict)
    sealed: dict[Code, Hex] = Field(default_factory=dict)
    recovery: RecoveryDocument | None = None


def write_table(table: TableRecord, codes: tuple[str, ...]) -> dict[str, Any]:
    """Write the table down."""
    written = {
        "clock": table.clock,
        "talk": table.talk,
        "locks": {codes[k]: _lock(lock) for k, lock in sorted(table.locks.items())},
        "sealed": {codes[k]: text for k, text in sorted(table.sealed.items())},
    }
    if table.recovery is not None:
        written["recovery"] = {"salt": table.recovery.salt, "public": table.recovery.public}
    return written


def _lock(lock: Lock) -> dict[str, str]:
    written = {"salt": lock.salt, "check": lock.check}
    return written | {"wrapped": lock.wrapped} if lock.wrapped else written


def read_table(document: TableDocument, codes: tuple[str, ...]) -> TableRecord:
    """Read the table back; `table_faults` has been asked before."""
    locks = {codes.index(code): Lock(lock.salt, lock.check, lock.wrapped) for code, lock in document.locks.items()}
    sealed = {codes.index(code): text for code, text in document.sealed.items()}
    found = document.recovery
    recovery = Recovery(found.salt, found.public) if found else None
    return TableRecord(document.clock, document.talk, locks, sealed, recovery)


def table_faults(document: TableDocument, codes: Collection[str]) -> Iterator[str]:
    """What does not fit the game."""
    for code in (*document.locks, *document.sealed):
        if code not in codes:
            yield _("at table: {code} is no state").format(code=code)
    if not document.sealed.keys() <= document.locks.keys():
        yield _("at table.sealed: expected plans of seats with a lock only")
