"""The two questions that the play screen asks back: a hostile order, and a turn that ends with things left."""

from __future__ import annotations

from collections.abc import Callable

from game.foresight import Coalition, Preview
from game.language import _, plural
from game.orders.kind import Order
from game.ui.dialogs import Dialog
from game.ui.play.forecast import Forecast
from game.ui.play.reading import Reading
from game.ui.play.ties import Tie
from game.ui.play.verbs import Option, Verb
from game.ui.play.words import percent, price_text, tie_line
from game.ui.theme import number

__all__ = ["asks", "hostile_guard", "turn_guard"]

_QUIET = ("demand", "sanction", "closed", "war")
_GENTLY = "_notice"  # what ends with notice is not broken
_RESENTED, _LIKELY, _MOST = 0.01, 0.3, 4


def asks(reading: Reading, state: int, order: Order) -> bool:
    """Say whether a hostile order is asked about: an attack, and one towards a state that a treaty binds us to."""
    if order.kind == "attack" or order.choice == "join":
        return True
    return bool(_standing(reading, state)) and not order.choice.endswith(_GENTLY) and order.choice != "access_now"


def _standing(reading: Reading, state: int) -> list[Tie]:
    """Treaties and promises between us and a state."""
    between = reading.ties_between(reading.me, state)
    return [tie for tie in between if not tie.kind.startswith("offer") and tie.kind not in _QUIET]


def hostile_guard(
    reading: Reading, state: int, verb: Verb, option: Option, forecast: Forecast, give: Callable[[], None]
) -> Dialog:
    """Ask once before a hostile order: what it breaks, who learns of it, what it costs, that it is only a plan."""
    attack = option.order.kind == "attack"
    lines = [verb.help]
    treaties = _standing(reading, state)
    if treaties:
        shown = [" ".join(part for part in tie_line(reading, tie, reading.me)[1:] if part) for tie in treaties]
        breaks = _("It breaks: {ties}.") if attack else _("Between you stands: {ties}.")
        lines.append(breaks.format(ties="; ".join(shown)))
    lines.append(_("All states will know of it."))
    lines += _costs(reading, forecast.preview(option.order), option.price)
    if attack:
        lines += _chances(reading, state)
        lines += _comers(reading, forecast.coalition(reading.me, state))
    lines.append(_("It is a plan until you end the turn: you can still take it back."))
    buttons = [("hostile.yes", _("Plan it"), "danger", give), ("hostile.no", _("Leave it"), "secondary", None)]
    return Dialog(option.text, "\n".join(lines), buttons, icon=option.icon)


def _costs(reading: Reading, preview: Preview | None, price: float) -> list[str]:
    """Say what it costs in influence, in good name, and in the eyes of others, as far as that is known by now."""
    lines = [_("It costs {price} influence.").format(price=price_text(price))] if price > 0 else []
    if preview is None:
        return lines
    before, after = (number(value, 2) for value in preview.reputation)
    if before != after:
        lines.append(_("Our good name falls from {before} to {after}.").format(before=before, after=after))
    hurt = [each for each in preview.changes if each.attitude[1] <= each.attitude[0] - _RESENTED]
    if hurt:
        names = ", ".join(reading.nations[each.state].spoken for each in hurt[:_MOST])
        more = len(hurt) - _MOST
        names += plural(" and {n} more", " and {n} more", more) if more > 0 else ""
        lines.append(_("It will be resented by {names}.").format(names=names))
    return lines


def _comers(reading: Reading, found: Coalition | None) -> list[str]:
    """Say who would probably fight beside the victim, if that is known by now."""
    likely = [each for each in found.joiners if each.beside_victim >= _LIKELY] if found else []
    if not likely:
        return []
    told = [f"{reading.nations[each.state].spoken} {percent(each.beside_victim)}" for each in likely[:_MOST]]
    return [_("Would probably come to its aid: {names}.").format(names=", ".join(told))]


def _chances(reading: Reading, state: int) -> list[str]:
    """Say what an attack could bring to bear against what, and who has promised to come."""
    ours, theirs = reading.strike[reading.me][state], reading.nations[state].defence
    likely, arms = reading.nations[state].likely_arms, reading.nations[state].arms
    held = number(theirs, 1)
    if likely is not None and arms > 0:
        least, most = (number(theirs * end / arms, 1) for end in likely)
        held = _("likely {least} to {most}").format(least=least, most=most)
    lines = [_("Our arms that reach it: {ours}. Its defence, alone: {theirs}.")
             .format(ours=number(ours, 1), theirs=held)]  # fmt: skip
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
