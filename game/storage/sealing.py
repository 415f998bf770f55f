"""Seal the planned orders of a seat with its PIN, by what Python brings along: scrypt, SHAKE-256 and HMAC.

scrypt (Percival & Josefsson 2016, RFC 7914) turns PIN and salt into two keys. The text is XORed with SHAKE-256 of
the first key and a nonce used once, then authenticated by HMAC-SHA-256 with the second (encrypt-then-MAC, Bellare &
Namprempre 2000, section 4.3).

What it does not do: four digits are ten thousand tries, and a program that reads the save makes them all in minutes.
The PIN keeps out classmates, not somebody who can program; the rest of the save is open in any case.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

__all__ = ["COST", "LENGTH", "Key", "Lock", "new_lock", "open_lock", "seal", "unseal"]

LENGTH = 4  # digits of a PIN
COST = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26}  # 32 MiB and about a tenth of a second
_SALT, _NONCE, _TAG = 16, 16, 32  # bytes


@dataclass(frozen=True)
class Lock:
    """What is kept of a PIN: salt and a check value, and the seat's key wrapped for the game's recovery key, if any.

    None of them opens anything by itself.
    """

    salt: str
    check: str
    wrapped: str = ""


@dataclass(frozen=True, repr=False)
class Key:
    """What a right PIN gives while the program runs; it is never written down."""

    cipher: bytes
    tag: bytes


def _derive(pin: str, salt: bytes) -> tuple[Key, str]:
    found = hashlib.scrypt(pin.encode(), salt=salt, dklen=96, **COST)
    return Key(found[:32], found[32:64]), hashlib.sha256(found[64:]).hexdigest()


def new_lock(pin: str) -> tuple[Lock, Key]:
    """Make a lock for a PIN, with a fresh salt; raises ValueError unless it is four digits."""
    if len(pin) != LENGTH or not (pin.isascii() and pin.isdecimal()):
        raise ValueError(f"expected {LENGTH} digits")
    salt = secrets.token_bytes(_SALT)
    key, check = _derive(pin, salt)
    return Lock(salt.hex(), check), key


def open_lock(lock: Lock, pin: str) -> Key | None:
    """Return the key if the PIN is right, else None."""
    key, check = _derive(pin, bytes.fromhex(lock.salt))
    return key if hmac.compare_digest(check, lock.check) else None


def seal(key: Key, text: str) -> str:
    """Return a text sealed, in hexadecimal: nonce, tag, cipher text; no two are alike."""
    nonce = secrets.token_bytes(_NONCE)
    hidden = _mixed(key, nonce, text.encode())
    return (nonce + _tag(key, nonce, hidden) + hidden).hex()


def unseal(key: Key, sealed: str) -> str | None:
    """Return the text; None if it was sealed with another key, or altered."""
    try:
        whole = bytes.fromhex(sealed)
    except ValueError:
        return None
    nonce, tag, hidden = whole[:_NONCE], whole[_NONCE : _NONCE + _TAG], whole[_NONCE + _TAG :]
    if not hmac.compare_digest(tag, _tag(key, nonce, hidden)):
        return None
    try:
        return _mixed(key, nonce, hidden).decode()
    except UnicodeDecodeError:
        return None


def _mixed(key: Key, nonce: bytes, text: bytes) -> bytes:
    stream = hashlib.shake_256(key.cipher + nonce).digest(len(text))
    return bytes(one ^ other for one, other in zip(text, stream, strict=True))


def _tag(key: Key, nonce: bytes, hidden: bytes) -> bytes:
    return hmac.new(key.tag, nonce + hidden, hashlib.sha256).digest()
