"""The recovery key: it opens what it was wrapped for, nothing else does, and the group is what it is said to be."""

import pytest

from game.storage import recovery
from game.storage.recovery import LETTERS, LONG, PUBLIC, Recovery, cleaned, fits, new_recovery, unwrap, wrap
from game.storage.sealing import Key, new_lock, seal

WRITTEN, PUBLIC_HALF = new_recovery()
KEY = new_lock("2718")[1]


def _prime(number: int) -> bool:
    """Miller-Rabin to twelve bases."""
    odd, halvings = number - 1, 0
    while odd % 2 == 0:
        odd, halvings = odd // 2, halvings + 1
    for base in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        found = pow(base, odd, number)
        if found in (1, number - 1):
            continue
        if not any((found := found * found % number) == number - 1 for _time in range(halvings - 1)):
            return False
    return True


def test_the_group_is_that_of_a_safe_prime_of_2048_bits() -> None:
    assert recovery._PRIME.bit_length() == 2048
    assert _prime(recovery._PRIME)
    assert _prime(recovery._PRIME // 2)


def test_a_written_key_is_sixteen_letters_that_are_not_mistaken_for_each_other() -> None:
    assert len(cleaned(WRITTEN)) == LONG
    assert WRITTEN.count("-") == 3
    assert not set("ILO01") & set(LETTERS)
    assert new_recovery()[0] != new_recovery()[0]


def test_the_written_key_unwraps_a_seats_key() -> None:
    assert unwrap(PUBLIC_HALF, WRITTEN, wrap(PUBLIC_HALF, KEY)) == KEY


def test_case_blanks_and_hyphens_do_not_matter() -> None:
    typed = WRITTEN.lower().replace("-", " ")
    assert fits(PUBLIC_HALF, typed)
    assert unwrap(PUBLIC_HALF, typed, wrap(PUBLIC_HALF, KEY)) == KEY


def test_another_key_opens_nothing() -> None:
    other = new_recovery()[0]
    assert not fits(PUBLIC_HALF, other)
    assert unwrap(PUBLIC_HALF, other, wrap(PUBLIC_HALF, KEY)) is None


def test_the_same_key_is_wrapped_differently_each_time() -> None:
    assert wrap(PUBLIC_HALF, KEY) != wrap(PUBLIC_HALF, KEY)


@pytest.mark.parametrize("place", [0, PUBLIC - 1, PUBLIC, PUBLIC + 40, -1])
def test_an_altered_digit_is_found_out(place: int) -> None:
    wrapped = list(wrap(PUBLIC_HALF, KEY))
    wrapped[place] = "0" if wrapped[place] != "0" else "1"
    assert unwrap(PUBLIC_HALF, WRITTEN, "".join(wrapped)) is None


@pytest.mark.parametrize("sent", ["", "zz", "0" * PUBLIC, "0" * (PUBLIC - 1) + "1", f"{recovery._PRIME - 1:x}"])
def test_numbers_that_give_the_secret_away_and_other_text_are_nothing(sent: str) -> None:
    assert unwrap(PUBLIC_HALF, WRITTEN, sent) is None


def test_whatever_else_somebody_wrapped_is_nothing() -> None:
    wrapped = wrap(PUBLIC_HALF, Key(b"short", b"key"))
    assert unwrap(PUBLIC_HALF, WRITTEN, wrapped) is None
    assert unwrap(Recovery(PUBLIC_HALF.salt, "0" * PUBLIC), WRITTEN, seal(KEY, "x")) is None
