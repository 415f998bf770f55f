"""The card that opens a turn: what happened since one last sat here, and the answers that are due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.events import headlines
from game.language import _, plural
from game.orders.kind import Order
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.figures import Icon, Panel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.panels.asked import asked
from game.ui.panels.strip import headline
from game.ui.play.questions import Question
from game.ui.play.reading import Reading
from game.ui.play.stage import Shield
from game.ui.play.words import threat_word, tie_line, turn_words
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEADLINE, number

__all__ = ["Opening", "opening"]


@dataclass(frozen=True)
class Opening:
    """What the card's controls do."""

    plan: list[Order]
    answer: Callable[[Question, str], None]
    select: Callable[[int], None]
    close: Act
    summary: str


def opening(reading: Reading, at: Opening, memory: dict[str, int], size: Size) -> Element:
    """Return the card for a width."""
    first = reading.turn == 1 and not reading.news
    title = _("You speak for {name}").format(name=reading.mine.spoken) if first else _("Since you last sat here")
    head = Row(
        [
            Column([caption(f"{reading.date}  ·  {turn_words(reading)}"), Label(title, HEADLINE, wrap=True)], grow=1),
            Button("opening.x", "", at.close, icon="x", kind="plain", tip=_("To the map (Esc)")),
        ],
        gap=12,
        align="start",
    )
    parts: list[Element] = []
    if reading.questions:
        parts += [caption(_("They wait for your answer")), Space(height=4)]
        parts += [asked(reading, question, at.plan, at.answer, narrow=False) for question in reading.questions]
        parts.append(Rule(12, 10))
    if first:
        parts += [Label(at.summary, BODY, palette.INK_SECOND, wrap=True), Space(height=10), *_standing(reading)]
        parts += [Space(height=10), caption(_("What it is about")), Space(height=4), *_aims(reading)]
    else:
        parts += [caption(_("What happened")), Space(height=4), *_news(reading, at)]
    foot = Row([Space(grow=1), Button("opening.close", _("To the map"), at.close, kind="primary", key="Enter")])
    body = Scroll(Column(parts, gap=2), memory, id="opening.body")
    panel = Panel([head, Rule(8, 10), body, Space(height=12), foot], pad=(24, 16, 20, 16), width=size[0])
    return Shield(panel, id="opening")


def _standing(reading: Reading) -> list[Element]:
    """Say whom we fear most and who is bound to us, for the first turn."""
    feared = max(reading.others, key=lambda other: reading.threat[reading.me][other.index])
    value = reading.threat[reading.me][feared.index]
    fear = _("{name}: its threat to us is {word} ({value}).")
    lines = [("eye", fear.format(name=feared.name, word=threat_word(value), value=number(value, 2)))]
    for tie in reading.ties_of(reading.me):
        if tie.kind in ("pact", "guarantee", "war"):
            icon, words, _right = tie_line(reading, tie, reading.me)
            lines.append((icon, words))
    return [_told(icon, words) for icon, words in lines]


def _aims(reading: Reading) -> list[Element]:
    """Say how one wins and what a turn consists of, for the first turn."""
    half = round(reading.balance.hegemony)
    lines = [
        ("scale", _("Be secure, independent, prosperous and true to your word: that is your score.")),
        ("crown", _("Let nobody hold {half} % of all power for {n} turns: a hegemon ends the game.")
         .format(half=half, n=reading.hegemony_turns)),
        ("zap", plural("One initiative a turn towards other states, paid in influence.",
                       "{n} initiatives a turn towards other states, paid in influence.", reading.initiatives)),
        ("swords", _("Plan by a click on a state; then end the turn, and all orders happen at once.")),
    ]  # fmt: skip
    return [_told(icon, words) for icon, words in lines]


def _told(icon: str, words: str) -> Element:
    return Row([Icon(icon, 16), Label(words, BODY, wrap=True, grow=1)], gap=10)


def _news(reading: Reading, at: Opening) -> list[Element]:
    found = headlines(reading.news, reading.me, 5)
    if not found:
        return [Label(_("A quiet turn."), BODY, palette.INK_SECOND)]
    return [headline(reading, event, place, at.select, strong=place == 0, prefix="opening.news", wrap=True)
            for place, event in enumerate(found)]  # fmt: skip
