"""Sealing: a plan is opened by its PIN alone, and whoever alters it is found out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.orders.kind import Order
from game.storage.sealed_plans import read_plan, write_plan
from game.storage.sealing import Key, new_lock, open_lock, seal, unseal
from tests.worlds import start

KEY = Key(b"k" * 32, b"t" * 32)
PLAN = [Order("budget", "sliders", None, (0.2, 0.5, 0.3)), Order("ally", "pact", 3), Order("attack", "war", 2)]


def test_a_lock_opens_to_its_pin_only() -> None:
    lock, key = new_lock("2718")
    assert open_lock(lock, "2718") == key
    assert open_lock(lock, "2719") is None
    assert open_lock(lock, "") is None


def test_two_locks_of_one_pin_have_nothing_in_common() -> None:
    one, other = new_lock("0000")[0], new_lock("0000")[0]
    assert one.salt != other.salt
    assert one.check != other.check


@pytest.mark.parametrize("pin", ["", "123", "12345", "12a4", "١٢٣٤"])
def test_a_pin_is_four_digits(pin: str) -> None:
    with pytest.raises(ValueError, match="4 digits"):
        new_lock(pin)


@given(st.text(max_size=300))
def test_what_was_sealed_comes_back(text: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return
    assert unseal(KEY, seal(KEY, text)) == text


@given(st.integers(0, 400), st.integers(1, 255))
def test_one_altered_byte_is_found_out(place: int, by: int) -> None:
    sealed = bytearray(bytes.fromhex(seal(KEY, "guns " * 20)))
    sealed[place % len(sealed)] ^= by
    assert unseal(KEY, sealed.hex()) is None


@pytest.mark.parametrize("sealed", ["", "zz", "00" * 10, "00" * 48, "0"])
def test_anything_else_is_nothing(sealed: str) -> None:
    assert unseal(KEY, sealed) is None


def test_the_same_plan_is_sealed_differently_each_time_and_tells_little_by_its_length() -> None:
    setting = start("five-crowns").setting
    one, other, none = (write_plan(KEY, plan, setting) for plan in (PLAN, PLAN, PLAN[:1]))
    assert one != other
    assert len(one) == len(none)


def test_a_plan_comes_back_as_it_was() -> None:
    setting = start("five-crowns").setting
    assert read_plan(KEY, write_plan(KEY, PLAN, setting), setting) == PLAN


def test_a_plan_under_another_key_or_of_another_form_is_none() -> None:
    setting = start("five-crowns").setting
    assert read_plan(Key(b"x" * 32, b"t" * 32), write_plan(KEY, PLAN, setting), setting) is None
    for text in ("[]", '{"orders":[{"kind":"fly","choice":"up"}]}', '{"orders":3}', "{"):
        assert read_plan(KEY, seal(KEY, text), setting) is None
