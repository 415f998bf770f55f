"""The panel beside the timeline that asks “What if?”: the order to change, the games played on, what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import pygame

from game.language import _, plural
from game.ui import palette
from game.ui.buttons import Act, Button, Segmented
from game.ui.canvas import Canvas
from game.ui.controls import Card
from game.ui.dialogs import Choice
from game.ui.figures import Bar, Icon, Panel, Picture, Roundel
from game.ui.flow.faces import Face
from game.ui.labels import Label, Rich, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.screens.whatif_fans import Fan, draw_fan
from game.ui.scroll import Scroll
from game.ui.theme import HEAD, ROW, SMALL, STRONG

__all__ = ["Outcome", "Pick", "Supposed", "Verdict", "panel"]

_FAN = 156  # logical pixels high
_WIDTHS = (74, 74, 84, 74)
_SWATCH = (24, 14)


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice of the question: its options as (key, text, note), and the key that is chosen."""

    options: tuple[tuple[str, str, str], ...]
    chosen: str

    @property
    def text(self) -> str:
        """What is chosen, in words."""
        return next(text for key, text, _note in self.options if key == self.chosen)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row: what, as played, changed, the difference (its tone good, bad or even; luck: none), and in this game."""

    what: str
    without: str
    changed: str
    by: str
    tone: str
    happened: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it in so many games a branch."""

    games: int
    words: str
    fans: tuple[Fan, ...]
    outcomes: tuple[Outcome, ...]


class Supposed(Protocol):
    """The question as it stands, for one turn, and its answer."""

    @property
    def shut(self) -> str | None:
        """Why nothing can be asked at all; None where it can."""

    def at(self, turn: int) -> int:
        """Ask about a turn, or about the nearest that has orders; return it."""

    def work(self) -> bool:
        """Play a little; return whether something is shown that was not."""

    @property
    def date(self) -> str:
        """When the turn begins."""

    @property
    def face(self) -> Face:
        """Whose order is changed."""

    @property
    def picks(self) -> dict[str, Pick]:
        """The choices: state, given, verb, target, span; those missing are not open."""

    @property
    def note(self) -> str:
        """Who decides in the games."""

    @property
    def why_not(self) -> str | None:
        """Why it cannot be played on yet."""

    @property
    def progress(self) -> float | None:
        """What part is played; None while nothing is."""

    @property
    def verdict(self) -> Verdict | None:
        """The answer."""

    def pick(self, name: str, key: str) -> None:
        """Choose."""

    def start(self) -> None:
        """Begin to play on, or play more games."""

    def stop(self) -> None:
        """Leave what is not finished."""

    def reopen(self) -> None:
        """Put the answer away."""


def panel(supposed: Supposed, memory: dict[str, int], changed: Act, close: Act) -> Panel:
    """Return the panel; `changed` is called after a choice."""
    verdict = supposed.verdict
    badge: list[Element] = []
    if verdict is not None:
        badge = [Label(plural("{n} game each", "{n} games each", verdict.games), SMALL, palette.INK_SECOND)]
    shut = Button("whatif.close", "", close, icon="x", kind="plain", tip=_("Back to the map (Esc)"))
    head = Row([Label(_("What if"), HEAD, grow=1), *badge, shut], gap=12)
    parts = (
        [*_question(supposed, changed)]
        if verdict is None
        else [*_asked(supposed, changed), *_answer(verdict, supposed.note)]
    )
    listing = Scroll(Column(parts, gap=8), memory, id="whatif.body")
    return Panel([head, Space(height=6), listing, Space(height=10), _foot(supposed, changed)], pad=(18, 12), grow=1,
                 least=120)  # fmt: skip


# --- the question


def _question(supposed: Supposed, changed: Act) -> Iterator[Element]:
    picks, face = supposed.picks, supposed.face
    disc = Roundel(face.emblem, face.code, face.colour, 30)
    tips = {
        "state": _("Whose order shall have been another?"),
        "given": _("The order that was given that turn"),
        "verb": _("What shall have been ordered in its place?"),
        "target": _("Towards whom?"),
    }

    def choice(name: str) -> Element:
        pick = picks[name]
        return Choice(f"whatif.{name}", pick.options, pick.chosen, partial(_pick, supposed, name, changed),
                      tip=tips[name], grow=1)  # fmt: skip

    yield caption(_("In {date} it was").format(date=supposed.date))
    whose = choice("state") if "state" in picks else Label(face.name, STRONG, grow=1)
    yield Row([disc, whose], gap=10)
    yield Row([choice("given")])
    yield caption(_("Instead"))
    yield Row([choice("verb")])
    if "target" in picks:
        yield Row([choice("target")])
    span = picks["span"]
    segments = [(key, text) for key, text, _note in span.options]
    tip = dict.fromkeys((key for key, _text in segments), _("How far both branches are played"))
    far = Segmented(
        "whatif.span", segments, span.chosen, partial(_pick, supposed, "span", changed), tips=tip, tight=True
    )
    yield Row([Label(_("Played on"), ROW, palette.INK_SECOND, grow=1), far], gap=10)
    yield Label(supposed.note, SMALL, palette.INK_SECOND, wrap=True)


def _asked(supposed: Supposed, changed: Act) -> Iterator[Element]:
    """Show the question in two lines above its answer; a press opens it again."""
    picks, face = supposed.picks, supposed.face
    towards = picks["target"].text if "target" in picks else ""
    rows = (
        ("was", _("In {date} it was").format(date=supposed.date), picks["given"].text),
        ("instead", _("Instead"), picks["verb"].text.replace("…", towards)),
    )

    def reopen() -> None:
        supposed.reopen()
        changed()

    for id, lead, words in rows:
        disc = Roundel(face.emblem, face.code, face.colour, 26)
        cells = [Label(lead, SMALL, palette.INK_SECOND, width=96, wrap=True), disc,
                 Label(words, STRONG, wrap=True, grow=1)]  # fmt: skip
        yield Card(f"whatif.{id}", cells, reopen, chosen=id == "instead", tip=_("Change the question"), pad=(12, 7))


def _pick(supposed: Supposed, name: str, changed: Act, key: str) -> None:
    supposed.pick(name, key)
    changed()


def _foot(supposed: Supposed, changed: Act) -> Element:
    def begin() -> None:
        supposed.start()
        changed()

    def stop() -> None:
        supposed.stop()
        changed()

    if supposed.progress is not None:
        words = Label(_("Playing on …"), SMALL, palette.INK_SECOND)
        return Row(
            [words, Bar(supposed.progress, thick=8), Button("whatif.cancel", _("Cancel"), stop, tip=_("Leave it"))],
            gap=12,
        )
    if supposed.verdict is not None:
        return Row([Space(grow=1), Button("whatif.start", _("More games"), begin, icon="dices",
                                          tip=_("Play as many again, on other luck"))])  # fmt: skip
    text = _("Play on from {date}").format(date=supposed.date)
    return Row([Button("whatif.start", text, begin, icon="git-fork", kind="primary", why_not=supposed.why_not, grow=1,
                       tip=_("Let the opponents play on, with and without the change"))])  # fmt: skip


# --- the answer


def _answer(verdict: Verdict, note: str) -> Iterator[Element]:
    words = Rich(verdict.words, ROW, palette.INK_SECOND, grow=1)
    yield Panel([Row([Icon("scale", 20, palette.ACCENT), words], gap=12, align="start")], fill=palette.RAISED,
                border=None, pad=(12, 10))  # fmt: skip
    yield _legend()
    for fan in verdict.fans:
        yield caption(fan.title, wrap=True)
        yield Picture(partial(_paint, fan), height=_FAN)
    yield from _table(verdict.outcomes)
    yield Label(note, SMALL, palette.INK_SECOND, wrap=True)


def _paint(fan: Fan, canvas: Canvas, rect: pygame.Rect) -> None:
    draw_fan(canvas, rect, fan)


def _legend() -> Element:
    def played(canvas: Canvas, rect: pygame.Rect) -> None:
        canvas.rounded(rect, None, palette.INK, 0, width=2)

    def changed(canvas: Canvas, rect: pygame.Rect) -> None:
        canvas.fill(rect, palette.ACCENT)

    def game(canvas: Canvas, rect: pygame.Rect) -> None:
        canvas.line([(rect.x, rect.centery), (rect.right, rect.centery)], palette.INK, 2, (2, 4))

    keys = ((played, _("as played")), (changed, _("changed")), (game, _("this game")))
    entries: list[Element] = []
    for draw, words in keys:
        swatch = Picture(draw, width=_SWATCH[0], height=_SWATCH[1])
        entries.append(Row([swatch, Label(words, SMALL, palette.INK_SECOND, grow=1)], gap=8, grow=1))
    return Row(entries, gap=12)


def _table(outcomes: Sequence[Outcome]) -> Iterator[Element]:
    heads = (_("As played"), _("Changed"), _("Difference"), _("This game"))
    cells = [Label(text, SMALL, palette.INK_THIRD, align="right", width=wide, wrap=True)
             for text, wide in zip(heads, _WIDTHS, strict=True)]  # fmt: skip
    yield Row([Label(_("At the end"), SMALL, palette.INK_THIRD, grow=1), *cells], gap=4)
    shades = {"good": palette.GOOD, "bad": palette.BAD, "even": palette.INK, "luck": palette.INK_THIRD}
    for row in outcomes:
        values = ((row.without, palette.INK_SECOND), (row.changed, palette.INK), (row.by, shades[row.tone]),
                  (row.happened, palette.INK_SECOND))  # fmt: skip
        figures = [Label(text, STRONG if place in (1, 2) else ROW, shade, align="right", width=_WIDTHS[place],
                         wrap=True)
                   for place, (text, shade) in enumerate(values)]  # fmt: skip
        yield Row([Label(row.what, ROW, wrap=True, grow=1), *figures], gap=4)
