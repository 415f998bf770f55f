"""From a turn that was played to the report of it: headlines, what they mean to the reader, the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.events import Event, headlines
from game.language import _, mark
from game.match import Turn
from game.measures.blocs import AFRAID, AGAINST, sides
from game.measures.power import leader, power
from game.measures.threat import threat
from game.ui.flow.faces import Face
from game.ui.flow.motives import account_of
from game.ui.flow.prose import account, concept
from game.ui.flow.table import Table
from game.ui.flow.weighing import balance_of, public_balance
from game.ui.screens.report import Report
from game.ui.screens.report_log import LogLine, icon_of
from game.ui.screens.report_news import Headline, Rate
from game.ui.screens.report_why import Change, Idea, Why
from game.ui.theme import number, signed
from game.view import View

__all__ = ["THEMES", "log_of", "report_of"]

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
_FELT = 0.015
"""A change of threat below this is called none."""


def report_of(table: Table, index: int, reader: int | None) -> Report:
    """Tell a turn of the history to a state, or (None) to the public."""
    turn, faces = table.history[index], table.faces
    reading = reader if reader is not None else int(leader(turn.before))
    before, after = table.views(index, reading)
    told = _ranked(turn, reader)
    stories = tuple(_story(k, event, turn, (before, after), reader, faces) for k, event in enumerate(told, 1))
    year = table.year_of(index)
    who = _("everybody") if reader is None else faces[reader].name
    weigh = balance_of if reader is not None else public_balance
    return Report(
        kicker=_("Report, turn {n}").format(n=index + 1),
        title=_("The year {year}").format(year=year),
        reader=_("Headlines, ranked by their effect on {name}").format(name=who),
        number=_("No. {year}").format(year=year),
        headlines=stories,
        before=weigh(before, faces),
        after=weigh(after, faces),
        log=log_of(table, index, reader),
        themes=tuple((key, _(word)) for key, word in THEMES.items()),
        rates=tuple(_rates(before, after, faces)),
    )


def _rates(before: View, after: View, faces: Sequence[Face]) -> Iterator[Rate]:
    """Give the shares of power of the living, the largest first."""
    then, now = 100.0 * power(before), 100.0 * power(after)
    for k in sorted(range(len(faces)), key=lambda k: -float(now[k])):
        if after.alive[k]:
            yield Rate(faces[k], float(now[k]), float(now[k] - then[k]))


def _ranked(turn: Turn, reader: int | None) -> list[Event]:
    """Five events, each pair of states and kind once: the most telling one."""
    kept: dict[tuple[str, frozenset[int]], Event] = {}
    for event in headlines(turn.events, reader, most=len(turn.events)):
        kept.setdefault((event.kind, frozenset(event.actors)), event)
    return list(kept.values())[:5]


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
    rank: int,
    event: Event,
    turn: Turn,
    views: tuple[View, View],
    reader: int | None,
    faces: Sequence[Face],
) -> Headline:
    tone, effect = _effect(event, views, reader, faces)
    said = [e for e in turn.events if e.theme == "word" and e.actors[0] in event.actors and e is not event]
    return Headline(
        number=rank,
        actors=event.actors,
        faces=tuple(faces[actor] for actor in event.actors),
        tone=tone,
        effect=effect,
        title=event.sentence.rstrip("."),
        text=account(event, views[1]),
        why=_why(event, turn, views, reader, faces),
        aside=said[0].sentence if said and rank == 1 else "",
    )


def _effect(event: Event, views: tuple[View, View], reader: int | None, faces: Sequence[Face]) -> tuple[str, str]:
    """Say in words what the turn did to the reader through those in the event; "" for the public."""
    newly = _newly_bound(event, views)
    if newly and (reader is None or reader != int(leader(views[1]))):
        text = _("{n} points now bound").format(n=round(newly))
        return ("good", _("Good: {what}").format(what=text)) if reader is not None else ("even", text)
    if reader is None:
        return "even", ""
    moved = [(state, _threat_moved(views, reader, state)) for state in set(event.actors) - {reader}]
    state, most = max(moved, key=lambda row: abs(row[1]), default=(-1, 0.0))
    if abs(most) < _FELT:
        return "even", _("Even: no threat to us changed")
    text = _("threat of {name} to us {change}").format(name=faces[state].name, change=signed(most))
    return ("bad", _("Bad: {what}").format(what=text)) if most > 0 else ("good", _("Good: {what}").format(what=text))


def _newly_bound(event: Event, views: tuple[View, View]) -> float:
    """Points of power that were only afraid of the leader and are bound against it now."""
    if event.kind not in ("pact_signed", "guaranteed"):
        return 0.0
    before, after = views
    moved = [a for a in event.actors if sides(before)[a] == AFRAID and sides(after)[a] == AGAINST]
    return 100.0 * sum(float(power(after)[actor]) for actor in moved)


def _threat_moved(views: tuple[View, View], reader: int, state: int) -> float:
    before, after = (float(threat(view)[reader, state]) for view in views)
    return after - before


def _why(event: Event, turn: Turn, views: tuple[View, View], reader: int | None, faces: Sequence[Face]) -> Why:
    motive = account_of(event, turn, reader)
    actor = motive.state if motive is not None else event.actors[0]
    face = faces[actor]
    named = concept(event, views[1])
    idea = Idea(_(named.name), _(named.says), named.source) if named is not None else None
    return Why(
        face=face,
        question=_("Why did {name} do it?").format(name=face.name) if motive else _("What it comes to"),
        act=motive.act if motive is not None else event.sentence,
        icon=icon_of(event.theme),
        reasons=motive.reasons if motive is not None else (),
        total=motive.total if motive is not None else 0.0,
        idea=idea,
        changes=tuple(_changes(event, views, reader, faces)),
    )


def _changes(event: Event, views: tuple[View, View], reader: int | None, faces: Sequence[Face]) -> list[Change]:
    after = views[1]
    rows = []
    for actor in dict.fromkeys(event.actors):
        old, new = (100.0 * float(power(view)[actor]) for view in views)
        rows.append(Change(faces[actor], _("power share, %"), number(old, 1), number(new, 1)))
        if reader is not None and actor != reader and after.alive[actor]:
            old, new = (float(threat(view)[reader, actor]) for view in views)
            tone = "even" if abs(new - old) < _FELT else "bad" if new > old else "good"
            rows.append(Change(faces[actor], _("threat to us"), number(old, 2), number(new, 2), tone))
    return rows
