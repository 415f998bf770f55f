"""The two questions that the play screen asks back: a hostile order, and a turn that ends with things left."""

from __future__ import annotations

from collections.abc import Callable

from game.language import _
from game.ui.dialogs import Dialog
from game.ui.play.reading import Reading
from game.ui.play.verbs import Option, Verb
from game.ui.play.words import price_text, tie_line
from game.ui.theme import number

__all__ = ["hostile_guard", "turn_guard"]

_QUIET = ("demand", "sanction", "war")


def hostile_guard(reading: Reading, state: int, verb: Verb, option: Option, give: Callable[[], None]) -> Dialog:
    """Ask once before a hostile order: what stands between the two, what it costs, that it is only a plan."""
    lines = [verb.help]
    between = [tie for tie in reading.ties_between(reading.me, state) if not tie.kind.startswith("offer")]
    treaties = [tie for tie in between if tie.kind not in _QUIET]
    if treaties:
        shown = [" ".join(part for part in tie_line(reading, tie, reading.me)[1:] if part) for tie in treaties]
        lines.append(_("Between you stands: {ties}.").format(ties="; ".join(shown)))
    if option.order.kind == "attack":
        lines += _chances(reading, state)
    if option.price > 0:
        lines.append(_("It costs {price} influence.").format(price=price_text(option.price)))
    lines.append(_("It is a plan until you end the turn: you can still take it back."))
    buttons = [("hostile.yes", _("Plan it"), "danger", give), ("hostile.no", _("Leave it"), "secondary", None)]
    return Dialog(option.text, "\n".join(lines), buttons, icon=option.icon)


def _chances(reading: Reading, state: int) -> list[str]:
    """Say what an attack could bring to bear against what, and who has promised to come."""
    ours, theirs = reading.strike[reading.me][state], reading.nations[state].defence
    lines = [_("Our arms that reach it: {ours}. Its defence, alone: {theirs}.")
             .format(ours=number(ours, 1), theirs=number(theirs, 1))]  # fmt: skip
    pledged = [tie.one if tie.other == state else tie.other for tie in reading.ties_of(state)
               if tie.kind == "pact" or (tie.kind == "guarantee" and tie.other == state)]  # fmt: skip
    names = [reading.nations[k].spoken for k in dict.fromkeys(pledged) if k != reading.me]
    if names:
        lines.append(_("Bound to defend it: {names}.").format(names=", ".join(names)))
    else:
        lines.append(_("Nobody is bound to defend it."))
    return lines


def turn_guard(lines: list[str], end: Callable[[], None]) -> Dialog:
    """Ask before a turn ends with something left to do."""
    text = "\n".join(f"•  {line}" for line in lines)
    buttons = [("guard.end", _("End turn"), "primary", end), ("guard.stay", _("Go on planning"), "secondary", None)]
    return Dialog(_("Still to do"), text, buttons, icon="circle-alert", width=560)
