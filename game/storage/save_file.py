"""The envelope of a save: two lines of JSON, first what it is (with a checksum over all), then the game.

    {"about":{"checksum":"...","format":"counterpoise-save","game":"0.1.0","serial":3,"summary":{...},"version":1},
    "data":{...}}

The file is one JSON object; its first line alone tells what it is. Files above a megabyte are gzipped.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from game.language import _
from game.storage.codec import canonical
from game.storage.documents import Document, FileName, Title
from game.storage.files import FileError, decode, parse, utf8

__all__ = ["FORMAT", "VERSION", "About", "Sealed", "Summary", "inflate", "open_seal", "pack", "seal", "unpack"]

FORMAT = "counterpoise-save"
VERSION = 3
PLAIN_LIMIT = 1024 * 1024
LARGEST_SAVE = 64 * 1024 * 1024
_LONGEST_HEAD = 64 * 1024
_START, _MIDDLE, _END = '{"about":', ',\n"data":', "}\n"
_GZIP = b"\x1f\x8b"


class Summary(Document):
    """What a list of saves shows: `line` for people, the rest for programs."""

    line: str = Field(max_length=600)
    scenario: FileName
    title: Title
    turn: int = Field(ge=0, le=1_000_000)
    year: int = Field(ge=-10_000, le=1_000_000)
    ended: bool
    players: list[str] = Field(max_length=200)


class About(Document):
    """The first line: what the file is; `serial` counts how often it was written."""

    format: Literal["counterpoise-save"]
    version: int = Field(ge=1, le=1_000_000)
    game: str = Field(min_length=1, max_length=40)
    serial: int = Field(ge=0, le=2**53)
    checksum: str = Field(pattern=r"^[0-9a-f]{64}$")
    summary: Summary


@dataclass(frozen=True)
class Sealed:
    """A save whose checksum holds: what it is about, and the text of the game."""

    about: About
    data: str


def seal(about: dict[str, Any], data: str) -> str:
    """Put the two lines together; the checksum covers both."""
    whole = {**about, "checksum": _checksum(about, data)}
    return f"{_START}{canonical(whole)}{_MIDDLE}{data}{_END}"


def _checksum(about: dict[str, Any], data: str) -> str:
    rest = {key: value for key, value in about.items() if key != "checksum"}
    return hashlib.sha256(f"{canonical(rest)}\n{data}".encode()).hexdigest()


def pack(text: str) -> tuple[bytes, str]:
    """Turn the text into the bytes of a file and its ending; large ones are gzipped.

    Raises FileError for a game that could not be read back for its size.
    """
    raw = text.encode("utf-8")
    if len(raw) > LARGEST_SAVE:
        most = LARGEST_SAVE >> 20
        raise FileError(_("the game is too long to be saved: expected at most {most} MB").format(most=most))
    if len(raw) <= PLAIN_LIMIT:
        return raw, ".json"
    return gzip.compress(raw, 6, mtime=0), ".json.gz"


def inflate(raw: bytes, file: str) -> str:
    """Turn the bytes of a file into text, unpacking them if they are gzipped; raises FileError."""
    if not raw.startswith(_GZIP):
        return utf8(raw, file)
    unpacker = zlib.decompressobj(wbits=31)
    try:
        text = unpacker.decompress(raw, LARGEST_SAVE)
    except zlib.error:
        raise FileError(_("{file}: it is damaged: it cannot be unpacked").format(file=file)) from None
    if unpacker.unconsumed_tail:
        most = LARGEST_SAVE >> 20
        raise FileError(_("{file}: expected at most {most} MB once unpacked").format(file=file, most=most))
    if not unpacker.eof or unpacker.unused_data:
        raise FileError(_("{file}: it is damaged: its end is missing or does not belong to it").format(file=file))
    return utf8(text, file)


def unpack(raw: bytes, file: str) -> Sealed:
    """Read the bytes of a save as far as its envelope; raises FileError."""
    return open_seal(inflate(raw, file), file)


def open_seal(text: str, file: str) -> Sealed:
    """Check the envelope: what the file is, whether this game can read it, and its checksum."""
    head, middle, rest = text.partition(_MIDDLE)
    if not head.startswith(_START) or not middle or not rest.endswith(_END) or len(head) > _LONGEST_HEAD:
        raise FileError(_not_a_save(text, file))
    line = head[len(_START) :]
    found = decode(line, file)
    version = found.get("version") if isinstance(found, dict) else None
    if type(version) is int and version > VERSION and found.get("format") == FORMAT:
        text = _("{file}: it was made by a newer version of the game ({game}); this one reads up to format {most}")
        raise FileError(text.format(file=file, game=str(found.get("game"))[:40], most=VERSION))
    about = parse(About, found, file)
    data = rest[: -len(_END)]
    if canonical(found) != line or _checksum(found, data) != about.checksum:
        raise FileError(_("{file}: it is damaged: its checksum is wrong").format(file=file))
    return Sealed(about, data)


def _not_a_save(text: str, file: str) -> str:
    if text.startswith(_START):
        return _("{file}: it is damaged: it is not whole").format(file=file)
    return _("{file}: it is not a save of this game").format(file=file)
