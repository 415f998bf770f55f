"""One self-contained page of findings that a class can read: claims, pictures, numbers, how they were got."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from game import __version__
from game.lab.describe import describe
from game.lab.fact import Finding
from game.lab.plots import draw
from game.lab.run import Bench, Outcome
from game.language import _

STYLE = """
:root{--paper:#EAE4D6;--bright:#F3EFE2;--ink:#1B1A17;--second:#4A4740;--rule:#CBC3B0;--good:#1F5B38;--bad:#8E2F1D}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
font:17px/1.55 Charter,Georgia,"Times New Roman",serif}
main{max-width:50rem;margin:0 auto;padding:3rem 1.5rem 5rem}h1{font-size:2.3rem;line-height:1.15;margin:0 0 .4rem}
h2{font-size:1.35rem;line-height:1.3;margin:0 0 .3rem}p{margin:.4rem 0}.second{color:var(--second);font-size:.92rem}
article{background:var(--bright);border:1px solid var(--rule);border-radius:6px;padding:1.3rem 1.5rem;margin:1.6rem 0}
.id{font-variant:small-caps;letter-spacing:.06em;color:var(--second);margin:0}
.verdict{font-weight:bold}.good{color:var(--good)}.bad{color:var(--bad)}
svg{width:100%;height:auto;display:block;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}th{text-align:left;font-weight:bold}
td,th{border-top:1px solid var(--rule);padding:.25rem .6rem .25rem 0;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
details{margin-top:.6rem}summary{cursor:pointer;color:var(--second);font-size:.92rem}
nav a{color:inherit;text-decoration:none;border-bottom:1px solid var(--rule)}
.wide{overflow-x:auto}@media print{article{break-inside:avoid}}
"""


def page(found: Sequence[Outcome], bench: Bench, more: str = "") -> str:
    """Write the page; `more` is added before the end (a table of the sensitivity)."""
    held = sum(each.finding.passed for each in found)
    games = sum(each.finding.n for each in found)
    title = _("Do the rules behave?")
    lead = _("{held} of {all} facts about how states balance come out of these rules, in {games:,} games.")
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(lead.format(held=held, all=len(found), games=games))}</p>",
        _how_to_read(),
        _contents(found),
        *(_article(each, bench) for each in found),
        more,
        f'<p class="second">Counterpoise {escape(__version__)}; {escape(_set(bench))}</p>',
    ]
    return document(title, "\n".join(body))


def document(title: str, body: str) -> str:
    """Put a body into a page that needs no other file."""
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return (
        f'<!doctype html>\n<html lang="en"><head>{head}<style>{STYLE}</style></head>\n'
        f"<body><main>\n{body}\n</main></body></html>\n"
    )


def _how_to_read() -> str:
    text = _(
        "Each fact is a claim from the study of international relations with a target that was set before the rules "
        "were tuned. Many games of it were played on random maps by the game's own opponents. A number stands with "
        "the interval that would hold the true one in 95 of 100 such experiments; the verdict "
        "goes by the number itself."
    )
    return f'<p class="second">{escape(text)}</p>'


def _set(bench: Bench) -> str:
    text = _("set “{name}”: maps {first} to {last}, {games} games a map and condition, seeds from {seed}.")
    return text.format(name=bench.name, first=bench.maps[0], last=bench.maps[-1], games=bench.games, seed=bench.seed)


def _contents(found: Sequence[Outcome]) -> str:
    """A table of all facts with their verdicts."""
    rows = [
        f'<tr><td>{each.fact.id}</td><td><a href="#{each.fact.id}">{escape(_(each.fact.claim))}</a></td>'
        f"<td>{_verdict(each.finding)}</td></tr>"
        for each in found
    ]
    return f'<nav class="wide"><table>{"".join(rows)}</table></nav>'


def _verdict(finding: Finding) -> str:
    word, kind = (_("✓ holds"), "good") if finding.passed else (_("✗ does not hold"), "bad")
    return f'<span class="verdict {kind}">{escape(word)}</span>'


def _article(each: Outcome, bench: Bench) -> str:
    """One fact: claim, verdict, picture, numbers, conditions."""
    fact, finding = each.fact, each.finding
    remark = f"<p>{escape(_(finding.remark))}</p>" if finding.remark else ""
    shift = fact.shifts[0] if bench.shifted else 0
    played = "".join(
        f"<tr><td>{escape(name)}</td><td>{escape(describe(setup))}</td></tr>"
        for name, setup in fact.conditions(shift).items()
    )
    return (
        f'<article id="{escape(fact.id)}"><p class="id">{escape(fact.id)} · {escape(fact.source)}</p>'
        f"<h2>{escape(_(fact.claim))}</h2>"
        f"<p>{_verdict(finding)} · {escape(_('target'))}: {escape(_(fact.target))}</p>"
        f"{remark}{_picture(each)}{_numbers(finding)}"
        f"<details><summary>{escape(_('What was played'))}</summary><table>{played}</table></details></article>"
    )


def _picture(each: Outcome) -> str:
    """The chart of a finding, with words for who cannot see it; nothing where there is nothing to draw."""
    chart = each.finding.chart
    if not any(series.x for series in chart.series):
        return ""
    drawn = draw(chart)
    told = escape(_(each.fact.claim), quote=True)
    return drawn[drawn.find("<svg") :].replace("<svg ", f'<svg role="img" aria-label="{told}" ', 1)


def _numbers(finding: Finding) -> str:
    """The table of what was measured."""
    rows = "".join(
        f'<tr><td>{escape(name)}</td><td class="n">{value.value:.3g}</td>'
        f'<td class="n">{value.low:.3g} … {value.high:.3g}</td><td class="n">{value.n:,}</td></tr>'
        for name, value in finding.measured.items()
    )
    heads = (_("Measured"), "", _("95 % interval"), _("games"))
    head = "".join(f"<th{'' if k == 0 else ' class=n'}>{escape(word)}</th>" for k, word in enumerate(heads))
    return f'<div class="wide"><table><tr>{head}</tr>{rows}</table></div>'
