"""PINs of the seats at a table: who has one, whose is right, and planned orders kept sealed meanwhile."""

from __future__ import annotations

from game.match import Match
from game.storage.save_records import TableRecord
from game.storage.sealed_plans import read_plan, write_plan
from game.storage.sealing import Key, new_lock, open_lock

__all__ = ["Locks"]


class Locks:
    """The locks of one match; keys are only held while the program runs."""

    def __init__(self, match: Match, kept: TableRecord | None = None) -> None:
        self.match = match
        self._locks = dict(kept.locks) if kept else {}
        self._sealed = dict(kept.sealed) if kept else {}
        self._keys: dict[int, Key] = {}

    def has(self, state: int) -> bool:
        """Say whether a seat has a PIN."""
        return state in self._locks

    def set(self, state: int, pin: str) -> None:
        """Give a seat a PIN of four digits, in place of any it had; raises ValueError for anything else."""
        self._locks[state], self._keys[state] = new_lock(pin)
        self._sealed.pop(state, None)

    def drop(self, state: int) -> None:
        """Take a seat's PIN away, and with it orders that are still sealed."""
        for kept in (self._locks, self._keys, self._sealed):
            kept.pop(state, None)

    def opens(self, state: int, pin: str) -> bool:
        """Say whether the PIN is right; if so, the seat's sealed orders are its plan again."""
        lock = self._locks.get(state)
        if lock is None:
            return True
        key = open_lock(lock, pin)
        if key is None:
            return False
        self._keys[state] = key
        sealed = self._sealed.pop(state, None)
        orders = read_plan(key, sealed, self.match.world.setting) if sealed else None
        for order in orders or []:
            self.match.give(state, order)
        return True

    def new_turn(self) -> None:
        """Forget orders of a turn that is over."""
        self._sealed.clear()

    def record(self, clock: int, talk: int) -> TableRecord:
        """Return what a save keeps: locks, and the plans of locked seats sealed."""
        setting = self.match.world.setting
        sealed = dict(self._sealed)
        for state, key in self._keys.items():
            if plan := self.match.plan(state):
                sealed[state] = write_plan(key, plan, setting)
        return TableRecord(clock, talk, dict(self._locks), sealed)
