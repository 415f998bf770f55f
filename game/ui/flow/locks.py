"""PINs of the seats at a table: who has one, whose is right, what opens a lost one, and plans kept sealed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.match import Match
from game.storage.recovery import Recovery, fits, new_recovery, unwrap, wrap
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
        self._recovery = kept.recovery if kept else None
        self._keys: dict[int, Key] = {}

    def has(self, state: int) -> bool:
        """Say whether a seat has a PIN."""
        return state in self._locks

    def set(self, state: int, pin: str) -> None:
        """Give a seat a PIN of four digits, in place of any it had; raises ValueError for anything else."""
        self._locks[state], key = new_lock(pin)
        self._sealed.pop(state, None)
        self._hold(state, key)

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
        self._unseal(state, key)
        return True

    # --- the recovery key

    @property
    def recoverable(self) -> bool:
        """Say whether the game has a recovery key."""
        return self._recovery is not None

    def can_recover(self, state: int) -> bool:
        """Say whether the recovery key opens a seat: one whose PIN was set or typed since the game has it."""
        return self._recovery is not None and state in self._locks and bool(self._locks[state].wrapped)

    def make_recovery(self) -> tuple[str, Callable[[], None]]:
        """Make a recovery key, which is kept nowhere, and what gives it to the game once it is written down."""
        written, recovery = new_recovery()
        return written, partial(self._take, recovery)

    def _take(self, recovery: Recovery) -> None:
        self._recovery = recovery
        self._locks = {state: replace(lock, wrapped="") for state, lock in self._locks.items()}
        for state, key in self._keys.items():
            self._hold(state, key)

    def recover(self, state: int, written: str) -> bool:
        """Open a seat by the recovery key: its plan is there again, its PIN is gone; say whether the key was right."""
        if self._recovery is None or not self.can_recover(state) or not fits(self._recovery, written):
            return False
        key = unwrap(self._recovery, written, self._locks[state].wrapped)
        if key is None:
            return False
        self._unseal(state, key)
        self.drop(state)
        return True

    # --- keys and plans

    def _hold(self, state: int, key: Key) -> None:
        """Keep a seat's key while the program runs, and wrapped for whoever has the recovery key."""
        self._keys[state] = key
        if self._recovery is not None and not self._locks[state].wrapped:
            self._locks[state] = replace(self._locks[state], wrapped=wrap(self._recovery, key))

    def _unseal(self, state: int, key: Key) -> None:
        self._hold(state, key)
        sealed = self._sealed.pop(state, None)
        orders = read_plan(key, sealed, self.match.world.setting) if sealed else None
        for order in orders or []:
            self.match.give(state, order)

    def new_turn(self) -> None:
        """Forget orders of a turn that is over."""
        self._sealed.clear()

    def record(self, clock: int, talk: int) -> TableRecord:
        """Return what a save keeps: locks, the plans of locked seats sealed, the recovery key's public half."""
        setting = self.match.world.setting
        sealed = dict(self._sealed)
        for state, key in self._keys.items():
            if plan := self.match.plan(state):
                sealed[state] = write_plan(key, plan, setting)
        return TableRecord(clock, talk, dict(self._locks), sealed, self._recovery)
