"""A key for lost PINs: a game's public half wraps what seals the seats, the written key alone unwraps it.

Diffie-Hellman as encryption (ElGamal 1985; DHIES, Abdalla, Bellare & Rogaway 2001) in the 2048-bit group of RFC 3526,
section 3: scrypt turns the written key into the private exponent, and a shared secret seals a seat's key as
`sealing` seals a plan. So a seat takes a PIN at any time, and whoever keeps the written key need not be asked.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass

from game.storage.sealing import COST, Key, seal, unseal

__all__ = ["LETTERS", "LONG", "PUBLIC", "Recovery", "cleaned", "fits", "new_recovery", "unwrap", "wrap"]

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is read as another: no I, L, O, 0, 1
LONG, _GROUP = 16, 4  # letters of a written key, and in each of its groups; 31**16 is about 2**79
PUBLIC = 512  # hexadecimal digits of a number of the group
_SALT, _EXPONENT = 16, 32  # bytes
_PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AACAA68FFFFFFFFFFFFFFFF",
    16,
)
_BASE = 2
_SEAT_KEY = re.compile("[0-9a-f]{128}")  # anybody can wrap anything: what comes out is looked at


@dataclass(frozen=True)
class Recovery:
    """The public half, kept in the save: salt and public number, both in hexadecimal; neither opens anything."""

    salt: str
    public: str


def new_recovery() -> tuple[str, Recovery]:
    """Make a written key, in groups of four, and its public half."""
    letters = "".join(secrets.choice(LETTERS) for _place in range(LONG))
    salt = secrets.token_bytes(_SALT)
    written = "-".join(letters[at : at + _GROUP] for at in range(0, LONG, _GROUP))
    return written, Recovery(salt.hex(), _hex(pow(_BASE, _private(letters, salt), _PRIME)))


def cleaned(written: str) -> str:
    """Return the letters of a key as somebody typed it: case, blanks and hyphens do not matter."""
    return "".join(letter for letter in written.upper() if letter in LETTERS)


def fits(recovery: Recovery, written: str) -> bool:
    """Say whether this is the written key."""
    return _hex(pow(_BASE, _typed(recovery, written), _PRIME)) == recovery.public


def wrap(recovery: Recovery, key: Key) -> str:
    """Seal a seat's key for the written key, in hexadecimal: a number used once, then the sealed key."""
    once = secrets.randbits(8 * _EXPONENT)
    shared = _key(pow(int(recovery.public, 16), once, _PRIME))
    return _hex(pow(_BASE, once, _PRIME)) + seal(shared, (key.cipher + key.tag).hex())


def unwrap(recovery: Recovery, written: str, wrapped: str) -> Key | None:
    """Return the seat's key; None if the written key is another one, or the text was altered."""
    try:
        sent = int(wrapped[:PUBLIC], 16)
    except ValueError:
        return None
    if not 1 < sent < _PRIME - 1:
        return None
    opened = unseal(_key(pow(sent, _typed(recovery, written), _PRIME)), wrapped[PUBLIC:])
    if opened is None or not _SEAT_KEY.fullmatch(opened):
        return None
    whole = bytes.fromhex(opened)
    return Key(whole[:32], whole[32:])


def _typed(recovery: Recovery, written: str) -> int:
    return _private(cleaned(written), bytes.fromhex(recovery.salt))


def _private(letters: str, salt: bytes) -> int:
    return int.from_bytes(hashlib.scrypt(letters.encode(), salt=salt, dklen=_EXPONENT, **COST))


def _key(shared: int) -> Key:
    found = hashlib.shake_256(_hex(shared).encode()).digest(64)
    return Key(found[:32], found[32:])


def _hex(number: int) -> str:
    return f"{number:0{PUBLIC}x}"
