"""What happened: one generic `tell` over the phases' NEWS tables turns records into events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.language import _
from game.phases import Step
from game.phases.record import News, Record
from game.world import Setting


@dataclass(frozen=True)
class Event:
    """One thing that happened in a turn of one game.

    `actors` are state indices in the order of the sentence; `region` an index or None; `parties` says who
    may know (None: everybody); `weight` ranks headlines; `theme` is treaty, soft, crisis, war, arms, peace,
    power or word; `concept` is the concept of the field that it shows, if the numbers show one.
    """

    turn: int
    phase: str
    kind: str
    theme: str
    actors: tuple[int, ...]
    region: int | None
    weight: float
    sentence: str
    parties: tuple[int, ...] | None
    concept: str | None = None

    def known_to(self, viewer: int | None) -> bool:
        """Say whether a state (None: the public) may know of it."""
        return self.parties is None or viewer in self.parties


def tell(turn: int, steps: Sequence[Step]) -> list[Event]:
    """Turn the records of one game's turn into events, in the order of the phases."""
    return [
        event
        for phase, world, record in steps
        for news in phase.news
        for event in _told(turn, phase.name, news, record, world.setting)
    ]


def _told(turn: int, phase: str, news: News, record: Record, setting: Setting) -> Iterator[Event]:
    mask = np.asarray(record[news.entry], bool)
    amount = None if not news.amount else np.asarray(record[news.amount])
    for cell in zip(*(axis.tolist() for axis in np.nonzero(mask)), strict=True):
        if news.symmetric and cell[0] > cell[1]:
            continue
        by_region = mask.ndim == 2 and news.entry in _BY_REGION
        actors = cell[:1] if by_region else cell
        region = cell[1] if by_region else None
        if amount is not None and by_region:
            actors = (*actors, int(amount[cell[1]]))
        elif amount is not None and not news.text:
            region = int(amount[cell])
        said = getattr(setting.shocks[int(amount[cell])], news.text) if amount is not None and news.text else ""
        if news.third:
            actors = (*actors, int(record[news.third][cell]))
        yield Event(
            turn,
            phase,
            news.kind,
            news.theme,
            tuple(actors),
            region,
            news.weight,
            _sentence(news, actors, region, setting, said),
            tuple(actors) if news.parties else None,
        )


_BY_REGION = ("taken", "freed", "returned")


def _sentence(news: News, actors: Sequence[int], region: int | None, setting: Setting, event: str) -> str:
    names = [setting.called(actor) for actor in actors]
    place = "" if region is None else setting.region_names[region]
    told = _(news.sentence).format(*names, region=place, event=event)
    return told[:1].upper() + told[1:]


def headlines(events: Sequence[Event], viewer: int | None, most: int = 5) -> list[Event]:
    """The most telling events that a viewer may know of: by weight, more if the viewer is in it."""
    known = [event for event in events if event.known_to(viewer)]
    rank = {id(e): -(e.weight * (1.6 if viewer in e.actors else 1.0)) for e in known}
    return sorted(known, key=lambda e: rank[id(e)])[:most]
