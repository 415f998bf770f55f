"""What a kind of event means: a sentence under the headline."""

from __future__ import annotations

from game.events import Event
from game.language import _, mark
from game.measures.power import power
from game.orders.sanction import EMBARGO
from game.ui.text import sentence
from game.view import View

__all__ = ["account"]

_ACCOUNTS = {
    "pact_signed": mark("Each will come if the other is attacked. Together they hold {both} % of all power."),
    "guaranteed": mark("{0} alone is bound by it. It holds {first} % of all power, {1} {second} %."),
    "trade_signed": mark("Both economies gain by it, and both would lose it by a war."),
    "nonaggression_signed": mark("Neither needs to watch that border for now; breaking the word would cost a name."),
    "notice": mark("The treaty still binds both for the time of notice."),
    "broken": mark("All others have seen what its word is worth."),
    "ended": mark("Nothing binds the two to each other any more."),
    "lapsed": mark("It had promised more than its influence could carry."),
    "said": mark("Words cost nothing; deeds that contradict them do."),
    "offered": mark("The answer is due next turn."),
    "declined": mark("The offer is off the table; another may be made."),
    "sanction": mark("A rebuke that everybody sees; trade goes on."),
    "embargo": mark("Everybody sees it, and it costs both their trade."),
    "sanction_lifted": mark("Trade and talk may come back."),
    "demand": mark("A refusal would be a cause for war. {0} holds {first} % of all power, {1} {second} %."),
    "conceded": mark("What was demanded is handed over; others may ask for more."),
    "refused": mark("{1} now has a cause for war and may let it drop, at the price of its face."),
    "dropped": mark("A threat that was not carried out."),
    "honoured": mark("Its word holds, and its arms now fight beside {1}."),
    "abandoned": mark("The promise was called on and not kept; the treaty is gone."),
    "joined": mark("It brings {first} % of all power into the war."),
    "attack": mark("{0} holds {first} % of all power, {1} {second} %."),
    "attack refused": mark("The refused demand was the cause. {0} holds {first} % of all power, {1} {second} %."),
    "surprise": mark("No demand came before it: the whole system will think the worse of {0}."),
    "region_taken": mark("Conquered land yields little until it is integrated, and must be garrisoned."),
    "region_freed": mark("Its own people: at once whole again."),
    "capital_lost": mark("Court and arsenals are gone: arms and cohesion suffer."),
    "died": mark("Its land is divided among those who hold it."),
    "peace": mark("The lines stand as agreed."),
    "support": mark("A part of its means arms another."),
    "arming": mark("The larger part of its means now goes into arms."),
    "posture": mark("How it stands is seen by all its neighbours."),
    "secret": mark("Only the two know, until one of them is attacked."),
    "revealed": mark("All others must now reckon with both."),
    "closed": mark("Its fleets and armies will find no harbour there."),
    "opened": mark("Its fleets and armies may pass again."),
    "reform": mark("It learns from the best army there is, at a price at home."),
    "motion": mark("All will vote on it next turn."),
    "vote": mark("Votes count by the square root of power."),
    "resolution": mark("A vote costs little; who ignores it is watched by all."),
    "countered": mark("The answer is due next turn; until then nobody loses face."),
    "settled": mark("A bargain in place of a war."),
    "omen": mark("It is foretold for the coming turn."),
    "near_hegemony": mark("It holds {first} % of all power; who would hold it in check must do so now."),
    "hegemony": mark("With {first} % of all power nobody is left who could hold it in check."),
}


def account(event: Event, before: View, view: View) -> str:
    """Say in a sentence what an event means, with numbers as the view after the turn knows them; "" for none."""
    text = _ACCOUNTS.get(_case(event, before, view))
    if text is None:
        return ""
    names = [view.setting.called(actor) for actor in event.actors] + ["", ""]
    shares = [float(power(view)[actor]) * 100 for actor in event.actors] + [0.0, 0.0]
    first, second = shares[0], shares[1]
    told = _(text).format(*names, first=_whole(first), second=_whole(second), both=_whole(first + second))
    return sentence(told)


def _case(event: Event, before: View, after: View) -> str:
    """Tell apart what one kind of event may mean: an attack by its cause, a sanction by its degree."""
    if event.kind == "attack" and before.refused[event.actors[:2]]:
        return "attack refused"
    if event.kind == "sanction" and after.sanction[event.actors[:2]] == EMBARGO:
        return "embargo"
    return event.kind


def _whole(share: float) -> str:
    """Write a share in whole per cent; what is there at all never reads 0."""
    return f"{share:.0f}" if share >= 0.5 or share == 0 else "<1"
