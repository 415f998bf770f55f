"""What went wrong with a save: one error that names file, place, reason and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from game.language import _
from game.storage.files import FileError, reason

__all__ = ["SaveError", "telling"]


class SaveError(FileError):
    """A save that cannot be written or read; the text is all that a player needs."""

    def __init__(self, file: str, why: str, *, place: str = "", advice: str = "") -> None:
        self.file, self.why, self.place, self.advice = file, why, place, advice
        at = _("at {place}: ").format(place=place) if place else ""
        text = f"{file}: {at}{why}"
        super().__init__(f"{text}. {advice}" if advice else text)


@contextmanager
def telling(file: str, advice: str) -> Iterator[None]:
    """Turn every failure of the system or of the form inside into one SaveError."""
    try:
        yield
    except SaveError as error:
        if error.advice:
            raise
        raise SaveError(error.file, error.why, place=error.place, advice=advice) from None
    except FileError as error:
        raise SaveError(file, str(error).removeprefix(f"{file}: "), advice=advice) from None
    except OSError as error:
        raise SaveError(file, reason(error), advice=advice) from error
    except UnicodeError:
        raise SaveError(file, _("a name holds a sign that cannot be written"), advice=advice) from None
    except (MemoryError, RecursionError) as error:
        raise SaveError(file, _("it is too large for this computer"), advice=advice) from error
