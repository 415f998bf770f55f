"""The words of a why-card: the concept, what its state said and left, what would have swayed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.events import Event
from game.language import _
from game.match import Turn
from game.opponents.swaying import Sway
from game.report.concepts import BY_NAME
from game.ui.flow.faces import Face
from game.ui.flow.motives import Motive, in_words
from game.ui.play.words import order_icon
from game.ui.screens.report_why import Idea, Left, Mind
from game.ui.text import sentence
from game.ui.theme import signed

__all__ = ["idea_of", "left_of", "mind_of", "said_by"]


def said_by(state: int, turn: Turn) -> str:
    """What the state said in public in that turn; "" for nothing."""
    said = (event.sentence for event in turn.events if event.theme == "word" and event.actors[0] == state)
    return next(said, "")


def idea_of(event: Event) -> Idea | None:
    """The concept that an event shows by its numbers, with its definition and source."""
    if event.concept is None:
        return None
    concept = BY_NAME[event.concept]
    return Idea(_(concept.title), _(concept.definition), concept.source)


def left_of(motive: Motive) -> Iterator[Left]:
    """Give the next best orders that it weighed and did not give."""
    for order, score in motive.rejected:
        yield Left(order_icon(order), in_words(order, motive.state, motive.turn), score)


def mind_of(motive: Motive, faces: Sequence[Face]) -> Mind:
    """Say what would have changed its mind, and who could have done it in one turn."""
    found = motive.change()
    if found is None:
        return Mind(None, _nothing(motive))
    face = faces[found.mover]
    name = _("We") if found.mover == motive.reader else sentence(face.called)
    act = in_words(found.order, found.mover, motive.turn)
    words = _("{name}: {order}").format(name=name, order=act[:1].lower() + act[1:])
    return Mind(face, words, _in_truth(motive, found) if motive.true else _from_outside(found))


def _nothing(motive: Motive) -> str:
    if motive.true:
        return _("Nothing that one state could have ordered in one turn.")
    if motive.reader is None:
        return _("To be seen when the game is over.")
    return _("Nothing that we could have ordered, as far as we can tell.")


def _in_truth(motive: Motive, found: Sway) -> str:
    score = signed(found.score)
    if motive.order.choice.endswith("_no"):
        text = _("Its sum rises from {before} to {score}: it would have said yes.")
    elif found.score <= 0:
        text = _("Its sum falls from {before} to {score}: not done.")
    else:
        return _("It would have done something else instead, or not have dared.")
    return text.format(before=signed(motive.total), score=score)


def _from_outside(found: Sway) -> str:
    """Odds in words and per cent: from outside its luck and its feelings are guesses."""
    text = _("As far as we can tell: {before} % likely as it was, {after} % then.")
    return text.format(before=round(100 * found.before), after=round(100 * found.after))
