"""After an error of the program: keep the game beside its other saves, and offer it, now or at the next start."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _
from game.storage.save_errors import SaveError
from game.ui.crash import CrashScreen, keep_report, report_of
from game.ui.dialogs import Dialog

if TYPE_CHECKING:
    from game.ui.flow.director import Director

__all__ = ["Rescue"]

_LARGEST_NOTE = 4096


class Rescue:
    """Stand by while a game is played; `fallen` gives the screen that follows an error."""

    def __init__(self, director: Director) -> None:
        self.director = director
        self.app = director.app
        self._path: Path | None = None

    def fallen(self, error: Exception) -> CrashScreen:
        """Keep the game and the report, leave the table, and say what is safe."""
        kept = self._keep()
        report = report_of(error, [type(screen).__name__ for screen in self.app.stack])
        if self.app.settings is not None:
            keep_report(report, self.app.settings.parent / "crashes")
        self.director.leave()
        go_on = partial(self._open, self._path) if self._path is not None else None
        return CrashScreen(kept, report, go_on, self._to_title)

    def _keep(self) -> str:
        """Keep the open game under a name of its own, orders and all; give the sentence that tells it."""
        self._path = None
        table = self.director.table
        if table is None or table.over:
            return _("No game was open that could be lost.")
        name = _("Rescued {title}").format(title=table.proposal())
        try:
            self._path = table.save(name, replace=True)
        except SaveError as error:
            return str(error)
        except Exception as error:  # whatever broke the program may have broken the game: the autosaves are left
            kind = type(error).__name__
            return _("It could not be kept as it is now ({kind}); its autosaves are untouched.").format(kind=kind)
        self._note(self._path.name)
        return _("The game was kept, planned orders and all, as “{name}”.").format(name=name)

    # --- from one start to the next

    @property
    def _marker(self) -> Path | None:
        return self.app.settings.parent / "rescued.json" if self.app.settings is not None else None

    def _note(self, name: str) -> None:
        if self._marker is not None:
            with suppress(OSError):
                self._marker.parent.mkdir(parents=True, exist_ok=True)
                self._marker.write_text(json.dumps({"save": name}), encoding="utf-8")

    def _forget(self) -> None:
        if self._marker is not None:
            with suppress(OSError):
                self._marker.unlink(missing_ok=True)

    def waiting(self) -> Path | None:
        """Return the game that was rescued and not yet offered; None for none, or when its file has gone."""
        try:
            if self._marker is None or self._marker.stat().st_size > _LARGEST_NOTE:
                return None
            found = json.loads(self._marker.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        from game.ui.flow.shelf import path_of

        name = found.get("save") if isinstance(found, dict) else None
        return path_of(name, self.director.lobby.folder) if isinstance(name, str) else None

    def offer(self) -> None:
        """At a start after an error: ask once whether to go on with the rescued game."""
        path = self.waiting()
        self._forget()
        if path is None:
            return
        text = _("The program stopped with an error when it ran last. The game was kept as “{name}”.")
        buttons = [
            ("rescue.yes", _("Go on with it"), "primary", partial(self.director.lobby.load, path)),
            ("rescue.no", _("Not now"), "secondary", None),
        ]
        self.app.push(Dialog(_("Go on with the rescued game?"), text.format(name=path.stem), buttons, icon="history"))

    def _open(self, path: Path) -> None:
        self._to_title()
        self.director.lobby.load(path)

    def _to_title(self) -> None:
        self._forget()
        self.director.title()
