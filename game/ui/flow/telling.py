"""From a turn that was played to the report of it: headlines, what they mean to the reader, the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from game.events import Event
from game.language import _, mark
from game.match import Turn
from game.measures.power import power
from game.ui.flow.effects import changes_of, said, shifts
from game.ui.flow.evidence import evidence_of
from game.ui.flow.faces import Face
from game.ui.flow.felt import SLIGHT, Effect, effect_of
from game.ui.flow.minds import idea_of, left_of, mind_of, said_by
from game.ui.flow.motives import account_of
from game.ui.flow.prose import account
from game.ui.flow.standing import standing
from game.ui.flow.table import Table
from game.ui.flow.weighing import balance_of, public_balance
from game.ui.screens.report import Report
from game.ui.screens.report_log import LogLine, icon_of
from game.ui.screens.report_news import Headline, Rate
from game.ui.screens.report_why import Why
from game.ui.text import sentence
from game.view import View
from game.world.dates import span_words

__all__ = ["THEMES", "log_of", "notice_of", "report_of"]

_QUICK = 20
"""Up to so many states what would have changed a mind is weighed before the page is shown."""
THEMES = {
    "treaty": mark("Treaties"),
    "soft": mark("Sanctions"),
    "crisis": mark("Crises"),
    "war": mark("War"),
    "peace": mark("Peace"),
    "arms": mark("Arms"),
    "power": mark("Power"),
    "word": mark("Words"),
}
_NEWS, _AGAIN = 0.2, 0.3
"""How much an event's own weight counts beside what it did to the reader, and an effect told before."""
_MOST, _FEW = 5, 4
"""Stories that a page has at most, and at least: the largest shifts of power make up for quiet turns."""


def report_of(table: Table, index: int, reader: int | None) -> Report:
    """Tell a turn of the history to a state, or (None) to the public."""
    turn, faces = table.history[index], table.faces
    before, after = table.views(index, reader)
    told: set[int] = set()
    ranked = _ranked(turn, (before, after), reader, faces, told)
    stories = [_story(event, effect, turn, (before, after), table, reader) for event, effect in ranked]
    stories += shifts((before, after), reader, faces, told)[: max(0, _FEW - len(stories))]
    stories.sort(key=lambda story: reader is not None and story.felt < SLIGHT)
    date = table.date_of(index)
    who = _("everybody") if reader is None else faces[reader].called
    weigh = balance_of if reader is not None else public_balance
    return Report(
        kicker=_("Report, turn {n}").format(n=index + 1),
        title=_("The year {year}").format(year=date) if turn.before.setting.parts == 1 else sentence(date),
        reader=_("Headlines, ranked by their effect on {name}").format(name=who),
        number=_("No. {n}").format(n=date if turn.before.setting.parts == 1 else index + 1),
        headlines=tuple(replace(story, number=rank) for rank, story in enumerate(stories, 1)),
        before=weigh(before, faces),
        after=weigh(after, faces),
        log=log_of(table, index, reader),
        themes=tuple((key, _(word)) for key, word in THEMES.items()),
        rates=tuple(_rates(before, after, faces)),
        rated=_rated(table),
        standing=standing((before, after), reader, faces),
    )


def notice_of(table: Table) -> str:
    """Say, where the epilogue begins, that nobody is asked any more; "" anywhere else."""
    if table.over or not table.epilogue:
        return ""
    text = _("The last orders are given: all runs on by itself for {time}, then the game is scored.")
    return text.format(time=span_words(table.match.world.setting, table.turns_left))


def _rated(table: Table) -> str:
    if table.estimated:
        return _("Shares of power at the turn’s end as estimated, per cent")
    return _("Shares of power at the turn’s end, per cent")


def _rates(before: View, after: View, faces: Sequence[Face]) -> Iterator[Rate]:
    """Give the shares of power of the living, the largest first."""
    then, now = 100.0 * power(before), 100.0 * power(after)
    for k in sorted(range(len(faces)), key=lambda k: -float(now[k])):
        if after.alive[k]:
            yield Rate(faces[k], float(now[k]), float(now[k] - then[k]))


def _ranked(
    turn: Turn, views: tuple[View, View], reader: int | None, faces: Sequence[Face], told: set[int]
) -> list[tuple[Event, Effect]]:
    """Five events by what they did to the reader; see `felt.effect_of` for `told`."""
    left = _known(turn, reader)
    ranked: list[tuple[Event, Effect]] = []
    while left and len(ranked) < _MOST:
        felt = [(event, effect_of(event, views, reader, faces, told)) for event in left]
        again = {effect.words for _event, effect in ranked}
        event, effect = max(felt, key=lambda pair: _worth(pair[0], pair[1], pair[1].words in again))
        ranked.append((event, effect))
        left.remove(event)
        told |= set() if effect.of is None else {effect.of}
    return ranked


def _worth(event: Event, effect: Effect, again: bool) -> float:
    """How much a story is worth; one of the same effect once more is worth less."""
    return effect.size * (_AGAIN if again else 1.0) + _NEWS * event.weight


def _known(turn: Turn, reader: int | None) -> list[Event]:
    """What a reader may know, each pair of states and kind once; its own words are no news."""
    kept: dict[tuple[str, frozenset[int]], Event] = {}
    for event in sorted(turn.events, key=lambda event: -event.weight):
        if event.known_to(reader) and (event.theme != "word" or event.actors[0] != reader):
            kept.setdefault((event.kind, frozenset(event.actors)), event)
    return list(kept.values())


def log_of(table: Table, upto: int, reader: int | None) -> tuple[LogLine, ...]:
    """List all that a state (None: the public) may know of the turns up to one of the history."""
    faces = table.faces
    return tuple(
        LogLine(
            turn.number,
            table.date_of(turn.number),
            event.theme,
            _(THEMES.get(event.theme, event.theme)),
            event.sentence,
            event.actors,
            tuple(faces[actor] for actor in event.actors),
            event.parties is not None,
        )
        for turn in table.history[: upto + 1]
        for event in turn.events
        if event.known_to(reader)
    )


def _story(
    event: Event, effect: Effect, turn: Turn, views: tuple[View, View], table: Table, reader: int | None
) -> Headline:
    faces = table.faces
    first, _stop, more = event.sentence.partition(". ")
    asides = [e.sentence for e in turn.events if e.theme == "word" and e.actors[0] in event.actors and e is not event]
    return Headline(
        number=0,
        actors=event.actors,
        faces=tuple(faces[actor] for actor in event.actors),
        tone=effect.tone,
        effect=said(effect, reader),
        felt=effect.size,
        title=first.rstrip("."),
        text=f"{more} {account(event, *views)}".strip(),
        why=_why(event, turn, views, table, reader),
        aside=asides[0] if asides else "",
    )


def _why(event: Event, turn: Turn, views: tuple[View, View], table: Table, reader: int | None) -> Why:
    faces = table.faces
    motive = account_of(event, turn, views[0], reader, table.open_books(event.actors[0]))
    actor = motive.state if motive is not None else event.actors[0]
    face = faces[actor]
    idea = idea_of(event)
    changes = tuple(changes_of(event.actors, views, reader, faces))
    if motive is None:
        return Why(face, _("What it comes to"), event.sentence, icon_of(event.theme), idea=idea, changes=changes)
    return Why(
        face=face,
        question=_("Why did {name} do it?").format(name=face.called),
        act=motive.act,
        icon=icon_of(event.theme),
        answered=True,
        true=motive.true,
        asked=motive.asked,
        reasons=motive.reasons,
        total=motive.total,
        unmet=motive.unmet,
        said=said_by(actor, turn),
        left=tuple(left_of(motive)),
        mind=cache(partial(mind_of, motive, faces)),
        slow=len(faces) > _QUICK,
        idea=idea,
        changes=changes,
        evidence=tuple(evidence_of(motive)),
    )
