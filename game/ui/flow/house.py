"""The house rules of a game that is open: its menu, saving by name, and asking before anything is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.language import _
from game.scripting.caretaker import CARETAKER
from game.storage import saves
from game.storage.saves import SaveError
from game.ui.buttons import Act
from game.ui.dialogs import Dialog
from game.ui.flow.naming import NameDialog
from game.ui.flow.pause import Line, PauseMenu
from game.ui.flow.pins import PinDialog
from game.ui.flow.recovering import KeyAsked, KeyMade

if TYPE_CHECKING:
    from game.ui.flow.director import Director

__all__ = ["House"]


class House:
    """What can be done with a game besides playing it."""

    def __init__(self, director: Director) -> None:
        self.director = director
        self.app = director.app

    def menu(self) -> None:
        """Open the game's menu."""
        director, game = self.director, self.director.game
        seated = game.shared and director.sitting is not None
        lines = [
            Line("save", _("Save as…"), "save", self.save_as),
            Line("load", _("Saved games"), "folder-open", lambda: self.ask_first(director.lobby.saved_games)),
            Line("settings", _("Settings"), "settings", director.lobby.settings),
            Line("seats", _("Seats"), "users", director.seats.show),
            *([Line("pin", _("PIN of this seat"), "lock", self.pin)] if seated else []),
            Line("title", _("To the title"), "house", lambda: self.ask_first(director.title), apart=True),
            Line("quit", _("Quit"), "log-out", self.app.ask_to_quit),
        ]
        kicker = _("{date}, turn {n}").format(date=game.date, n=game.turn + 1)
        self.app.push(PauseMenu(game.title, kicker, lines))

    def give_away(self, state: int) -> None:
        """Ask before an opponent takes a person's seat; on the curtain anybody may press the key."""
        director = self.director
        name = director.game.faces[state].called
        text = _(
            "A caretaker keeps promises and the budget and begins nothing; an opponent plays {name} as it likes. "
            "What was planned this turn is dropped. The seat can be taken back under Seats in the menu."
        )
        buttons = [
            ("stay", _("Wait"), "primary", None),
            ("give.opponent", _("Opponent"), "danger", partial(director.seats.hand_over, state)),
            ("give.yes", _("Caretaker"), "danger", partial(director.seats.hand_over, state, CARETAKER)),
        ]
        title = _("Who plays {name} from now on?").format(name=name)
        self.app.push(Dialog(title, text.format(name=name), buttons, icon="bot"))

    def pin(self) -> None:
        """Ask for a PIN of the seat that sits; where the game has no recovery key yet, offer one before."""
        if self.director.sitting is None:
            return
        if self.director.game.locks.recoverable:
            self._ask_pin()
        else:
            self.app.push(KeyMade(self.director.game.locks.make_recovery, self._ask_pin))

    def _ask_pin(self) -> None:
        director, game = self.director, self.director.game
        state = director.sitting
        if state is None:
            return
        title = _("A PIN for {name}").format(name=game.faces[state].called)
        remove = partial(game.locks.drop, state) if game.locks.has(state) else None
        self.app.push(PinDialog(title, partial(self._locked, state), remove))

    def _locked(self, state: int, pin: str) -> None:
        self.director.game.locks.set(state, pin)
        self.app.toast(_("From now on this seat opens to its PIN."), "good")

    def recover(self, state: int) -> None:
        """Ask for the recovery key, and open the seat to it."""
        name = self.director.game.faces[state].called
        self.app.push(KeyAsked(name, partial(self.director.game.locks.recover, state), partial(self._recovered, state)))

    def _recovered(self, state: int) -> None:
        self.director.opened(state)
        self.app.toast(_("This seat is open, with all that was planned. It has no PIN any more."), "good")

    def save_as(self) -> None:
        """Ask for a name and keep the game under it."""
        note = _("The game is also kept by itself after every turn.")
        self.app.push(NameDialog(self.director.game.proposal(), note, self._taken, self._save))

    def _taken(self, name: str) -> bool:
        try:
            return bool(name) and saves.taken(name, self.director.game.folder)
        except SaveError:
            return False  # what is wrong with the name is told when it is used

    def _save(self, name: str, replace: bool) -> str:
        """Keep the game; give the sentence of what went wrong, "" for nothing."""
        try:
            self.director.game.save(name, replace=replace)
        except SaveError as error:
            return str(error)
        self.app.toast(_("Saved as “{name}”.").format(name=name), "good")
        return ""

    def ask_first(self, act: Act) -> None:
        """Do it once the game is kept, planned orders and all; ask if it cannot be kept."""
        if self._kept():
            act()
            return
        text = _("This game could not be kept by itself. Save it under a name first, or it is lost.")
        buttons = [("stay", _("Stay"), "primary", None), ("leave.yes", _("Leave"), "danger", act)]
        self.app.push(Dialog(_("Leave the game?"), text, buttons, icon="log-out"))

    def _kept(self) -> bool:
        """Keep the game by itself if it is not; say whether nothing would be lost now."""
        table = self.director.table
        if table is None or table.over or not table.unsaved:
            return True
        try:
            table.autosave()
        except SaveError:
            return False
        return True

    def may_close(self) -> bool:
        """Say whether the window may close; else ask."""
        if self._kept():
            return True
        if not isinstance(self.app.top, Dialog):
            self.ask_first(self.app.quit)
        return False
