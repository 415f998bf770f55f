"""Script: a loaded bot as a match calls it: asks play(), keeps memory, names and counts what goes wrong."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from types import GeneratorType
from typing import Any

from game.language import _
from game.orders.kind import Order
from game.scripting.caretaker import caretaker
from game.scripting.errors import EXCEPTION, ILLEGAL, REPLY, BotError, Mistake, Remark, near, shown
from game.scripting.memory import plain
from game.scripting.moves import Move, Verdict, judge
from game.scripting.scene import Desk, Scene
from game.scripting.seen import Seen
from game.view import View

Play = Callable[[Any, Any], Any]
NOTE, IDLE, HINT = "note", "nothing to do", "hint"
MOST_ORDERS, MOST_REMARKS, DEEPEST, LOST_TURNS = 1000, 10_000, 5, 3


class BadReply(Mistake):
    """What play() gave is no order."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


class Script:
    """A bot in a file, for one match: give it as `match.bots[state]`. Several states may share one.

    `strict` (while developing): an error or an order that the rules refuse raises BotError. Otherwise the bad
    order is dropped, an error costs the turn, and after three lost turns a caretaker plays on; `counts` names
    how often, `log` says what. A turn asked for again (a game taken back) starts from the memory of then.
    """

    def __init__(self, play: Play, file: Path, *, strict: bool = True) -> None:
        self.play, self.file, self.strict = play, file, strict
        self.name = file.stem
        self.log: list[Remark] = []
        self.counts: Counter[str] = Counter()
        self._kept: dict[int, dict[int, dict[str, Any]]] = {}
        self._lost: dict[int, list[int]] = {}

    def __call__(self, view: View, state: int) -> list[Order]:
        """Ask the script for the orders of a state on what it sees."""
        turn = int(view.turn)
        desk = Desk(str(self.file), self._recall(state, turn))
        lost = self._lost[state]
        if len(lost) >= LOST_TURNS:
            return caretaker(view, state)
        try:
            with redirect_stdout(sys.stderr):
                self._ask(Scene(view, state, desk), turn)
                self._kept[state][turn] = plain(desk.memory)
        except (Exception, SystemExit) as error:
            problem = self._problem(error)
            if self.strict:
                raise problem from error
            self._remark(turn, state, problem.kind, problem.sentence, problem.line)
            lost.append(turn)
            return caretaker(view, state)
        finally:
            for line, text in desk.notes:
                self._remark(turn, state, NOTE, text, line)
        return list(desk.draft)

    def memory(self, state: int) -> dict[str, Any]:
        """What the script remembers for a state: a copy."""
        kept = self._kept.get(state, {})
        return plain(kept[max(kept)]) if kept else {}

    def _recall(self, state: int, turn: int) -> dict[str, Any]:
        """The memory from before a turn; what was remembered of it and later is forgotten."""
        kept = self._kept.setdefault(state, {})
        for later in [each for each in kept if each >= turn]:
            del kept[later]
        self._lost[state] = [each for each in self._lost.get(state, []) if each < turn]
        return self.memory(state)

    def _ask(self, scene: Scene, turn: int) -> None:
        """Let the script play, and put what the rules take on the desk."""
        moves = 0
        for move in _flat(self.play(scene.me, Seen(scene))):
            moves += 1
            if moves > MOST_ORDERS:
                text = _("expected at most {most} orders a turn; does a loop never end?")
                raise BadReply(text.format(most=MOST_ORDERS))
            verdict = judge(scene, scene.draft, move)
            if verdict and move.order is not None:
                scene.draft.append(move.order)
            else:
                self._refused(scene, turn, verdict)
        desk = scene.desk
        if self.strict and not moves and desk.made and not desk.weighed and not self.counts[HINT]:
            text = _("orders were made and none was given; write “yield me.arm()” or “return me.arm()”")
            self._remark(turn, scene.viewer, HINT, text, None)
            print(f"{self.file.name}: {text}", file=sys.stderr)

    def _refused(self, scene: Scene, turn: int, verdict: Verdict) -> None:
        move = verdict.move
        if verdict.moot:
            self._remark(turn, scene.viewer, IDLE, f"{move.text}: {verdict.sentence}", move.line)
            return
        text = _("expected an order that the rules take, found “{order}”: {why}; ask me.can(order) first")
        sentence = text.format(order=move.text, why=verdict.sentence)
        if self.strict:
            raise BotError(self.file.name, sentence, move.line, ILLEGAL)
        self._remark(turn, scene.viewer, ILLEGAL, sentence, move.line)

    def _remark(self, turn: int, state: int, kind: str, text: str, line: int | None) -> None:
        self.counts[kind] += 1
        if len(self.log) < MOST_REMARKS:
            self.log.append(Remark(turn, state, kind, text, line))

    def _problem(self, error: BaseException) -> BotError:
        """Put an error of the script's into one sentence."""
        if isinstance(error, BotError):
            return error
        line = _line_in(error, str(self.file))
        if isinstance(error, BadReply):
            return BotError(self.file.name, str(error), error.line or line, REPLY)
        return BotError(self.file.name, _told(error, str(self.file)), line, EXCEPTION)


def _flat(reply: object, line: int | None = None, depth: int = 0) -> Iterator[Move]:
    """Give the orders in what play() returned or yielded; raises BadReply for what is none."""
    if reply is None:
        return
    if isinstance(reply, Move):
        yield reply
    elif isinstance(reply, GeneratorType):
        yield from _yielded(reply, depth)
    elif isinstance(reply, list | tuple | set | frozenset) and depth < DEEPEST:
        for each in reply:
            yield from _flat(each, line, depth + 1)
    else:
        text = _("expected orders such as me.arm(), or a list of them, found {found}")
        raise BadReply(text.format(found=shown(reply)), line)


def _yielded(play: GeneratorType[object, None, object], depth: int) -> Iterator[Move]:
    while True:
        try:
            item = next(play)
        except StopIteration as stop:
            yield from _flat(stop.value, None, depth + 1)
            return
        frame = play.gi_frame
        yield from _flat(item, None if frame is None else frame.f_lineno, depth + 1)


def _line_in(error: BaseException, file: str) -> int | None:
    """The last line of the script that an error went through."""
    line, at = None, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == file:
            line = at.tb_lineno
        at = at.tb_next
    return line


def _told(error: BaseException, file: str) -> str:
    if isinstance(error, Mistake):
        return str(error)
    if isinstance(error, SystemExit):
        return _("expected play() to return, found a call of exit()")
    if isinstance(error, NameError) and error.name:
        text = _("there is nothing called “{name}”").format(name=error.name)
        return text + near(error.name, _names(error, file))
    said = " ".join(str(error).split())
    kind = type(error).__name__
    return f"{kind}: {said}" if said else kind


def _names(error: BaseException, file: str) -> list[str]:
    """Names that were known where a script failed."""
    names: list[str] = []
    at = error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == file:
            names = [*at.tb_frame.f_locals, *at.tb_frame.f_globals]
        at = at.tb_next
    return names
