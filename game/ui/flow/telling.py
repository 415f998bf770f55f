"""From a turn that was played to the report of it: headlines, what they mean to the reader, the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from game.events import Event
from game.language import _, mark, plural
from game.match import Turn
from game.measures.power import leader, power
from game.measures.threat import threat
from game.ui.flow.effects import changes_of, effect_of, shifts
from game.ui.flow.faces import Face
from game.ui.flow.minds import idea_of, left_of, mind_of, said_by
from game.ui.flow.motives import account_of
from game.ui.flow.prose import account
from game.ui.flow.table import Table
from game.ui.flow.weighing import balance_of, public_balance
from game.ui.screens.report import Report
from game.ui.screens.report_log import LogLine, icon_of
from game.ui.screens.report_news import Headline, Rate
from game.ui.screens.report_why import Why
from game.view import View

__all__ = ["THEMES", "log_of", "notice_of", "report_of"]

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
_MINE, _NEAR, _FEAR = 1.6, 1.25, 4.0  # how much more news is to who is in it, to its partners; per point of threat
_FEW = 4
"""Stories that a page has at least: the largest shifts of power and threat make up for quiet turns."""


def report_of(table: Table, index: int, reader: int | None) -> Report:
    """Tell a turn of the history to a state, or (None) to the public."""
    turn, faces = table.history[index], table.faces
    reading = reader if reader is not None else int(leader(turn.before))
    before, after = table.views(index, reading)
    told: set[int] = set()
    ranked = _ranked(turn, (before, after), reader)
    stories = [_story(event, turn, (before, after), table, reader, told) for event in ranked]
    stories += shifts((before, after), reader, faces, told)[: max(0, _FEW - len(stories))]
    year = table.year_of(index)
    who = _("everybody") if reader is None else faces[reader].called
    weigh = balance_of if reader is not None else public_balance
    return Report(
        kicker=_("Report, turn {n}").format(n=index + 1),
        title=_("The year {year}").format(year=year),
        reader=_("Headlines, ranked by their effect on {name}").format(name=who),
        number=_("No. {year}").format(year=year),
        headlines=tuple(replace(story, number=rank) for rank, story in enumerate(stories, 1)),
        before=weigh(before, faces),
        after=weigh(after, faces),
        log=log_of(table, index, reader),
        themes=tuple((key, _(word)) for key, word in THEMES.items()),
        rates=tuple(_rates(before, after, faces)),
    )


def notice_of(table: Table) -> str:
    """Say, where the epilogue begins, that nobody is asked any more; "" anywhere else."""
    if table.over or not table.epilogue:
        return ""
    return plural(
        "The last orders are given: {n} more year runs on by itself, then the game is scored.",
        "The last orders are given: {n} more years run on by themselves, then the game is scored.",
        table.years_left,
    )


def _rates(before: View, after: View, faces: Sequence[Face]) -> Iterator[Rate]:
    """Give the shares of power of the living, the largest first."""
    then, now = 100.0 * power(before), 100.0 * power(after)
    for k in sorted(range(len(faces)), key=lambda k: -float(now[k])):
        if after.alive[k]:
            yield Rate(faces[k], float(now[k]), float(now[k] - then[k]))


def _ranked(turn: Turn, views: tuple[View, View], reader: int | None) -> list[Event]:
    """Five events by their effect on the reader, each pair of states and kind once; its own words are no news."""
    known = [event for event in turn.events if event.known_to(reader)]
    weight = {id(event): _effect(event, views, reader) for event in known}
    kept: dict[tuple[str, frozenset[int]], Event] = {}
    for event in sorted(known, key=lambda event: -weight[id(event)]):
        if event.theme != "word" or event.actors[0] != reader:
            kept.setdefault((event.kind, frozenset(event.actors)), event)
    return list(kept.values())[:5]


def _effect(event: Event, views: tuple[View, View], reader: int | None) -> float:
    """How much an event matters: its own weight, more to who is in it or bound to who is, and the threat it moves."""
    if reader is None:
        return event.weight
    before, after = views
    mine = reader in event.actors
    near = any(bool(after.pact[reader, actor] | after.war[reader, actor]) for actor in event.actors)
    moved = [abs(float(threat(after)[reader, k] - threat(before)[reader, k])) for k in event.actors if k != reader]
    return event.weight * (_MINE if mine else _NEAR if near else 1.0) + _FEAR * max(moved, default=0.0)


def log_of(table: Table, upto: int, reader: int | None) -> tuple[LogLine, ...]:
    """List all that a state (None: the public) may know of the turns up to one of the history."""
    faces = table.faces
    return tuple(
        LogLine(
            turn.number,
            table.year_of(turn.number),
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
    event: Event, turn: Turn, views: tuple[View, View], table: Table, reader: int | None, told: set[int]
) -> Headline:
    faces = table.faces
    tone, effect = effect_of(event, views, reader, faces, told)
    first, _stop, more = event.sentence.partition(". ")
    said = [e.sentence for e in turn.events if e.theme == "word" and e.actors[0] in event.actors and e is not event]
    return Headline(
        number=0,
        actors=event.actors,
        faces=tuple(faces[actor] for actor in event.actors),
        tone=tone,
        effect=effect,
        title=first.rstrip("."),
        text=f"{more} {account(event, *views)}".strip(),
        why=_why(event, turn, views, table, reader),
        aside=said[0] if said else "",
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
        idea=idea,
        changes=changes,
    )
