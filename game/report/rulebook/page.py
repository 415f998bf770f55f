"""The rulebook as one self-contained page: a table of contents, references, fit to print."""

from html import escape

from game.language import _
from game.report.rulebook.book import Block, Book, Chapter, Formula, Number, Paragraph, Points, Section, Table, Term

_STYLE = """
:root { color-scheme: light dark; --ink: #1b2a36; --paper: #f7f3ea; --line: #cfc4ad; --accent: #8a5a1f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6dfd0; --paper: #12212e; --line: #33475a; --accent: #d9a95b; } }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink);
       font: 1rem/1.55 Georgia, "Noto Serif", serif; }
h1, h2, h3 { font-weight: 600; line-height: 1.2; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { margin: 3rem 0 .5rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); }
h3 { margin: 2rem 0 .3rem; }
p { margin: .4rem 0; }
a { color: var(--accent); text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
nav { columns: 2; font-size: .95rem; } nav ul ul { margin: 0 0 .8rem; padding-left: 1.1rem; break-inside: avoid; }
nav > ul { list-style: none; margin: 0; padding: 0; } nav ul ul { list-style: none; }
pre { margin: .6rem 0; padding: .7rem .9rem; overflow-x: auto;
      border-left: 3px solid var(--line); font: .8rem/1.55 ui-monospace, "DejaVu Sans Mono", monospace; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } td:nth-child(2) { width: 4rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.value { opacity: .75; font-size: .9em; }
:target { background: color-mix(in srgb, var(--accent) 20%, transparent); }
@media print { :root { --ink: #000; --paper: #fff; --line: #bbb; --accent: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; } h2 { break-before: page; } h2, h3 { break-after: avoid; }
  tr, pre { break-inside: avoid; } pre { white-space: pre-wrap; font-size: 8pt; } a { color: inherit; } }
"""


def page(book: Book, language: str = "en") -> str:
    """Write a book as HTML without anything to load from elsewhere."""
    title, intro = escape(book.title), _inline(book, book.intro)
    main = "".join(_chapter(book, chapter) for chapter in book.chapters)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n<p>{intro}</p>\n{_contents(book)}<main>\n{main}</main>\n</body>\n</html>\n"
    )


def _contents(book: Book) -> str:
    chapters = "".join(
        f"<li>{_to(chapter.anchor, chapter.title)}\n<ul>{_list(chapter)}</ul></li>\n" for chapter in book.chapters
    )
    return f'<nav aria-label="{escape(_("Contents"))}">\n<ul>{chapters}</ul></nav>\n'


def _list(chapter: Chapter) -> str:
    return "".join(f"<li>{_to(section.anchor, section.title)}</li>" for section in chapter.sections)


def _to(anchor: str, title: str) -> str:
    return f'<a href="#{escape(anchor)}">{escape(title)}</a>'


def _chapter(book: Book, chapter: Chapter) -> str:
    sections = "".join(_section(book, section) for section in chapter.sections)
    head = f'<h2 id="{escape(chapter.anchor)}">{escape(chapter.title)}</h2>'
    return f"<section>\n{head}\n<p>{_inline(book, chapter.intro)}</p>\n{sections}</section>\n"


def _section(book: Book, section: Section) -> str:
    blocks = "\n".join(_block(book, block) for block in section.blocks)
    return f'<h3 id="{escape(section.anchor)}">{escape(section.title)}</h3>\n{blocks}\n'


def _block(book: Book, block: Block) -> str:
    match block:
        case Paragraph(text):
            return f"<p>{_inline(book, text)}</p>"
        case Term(name, text):
            return f"<p><b>{escape(name)}</b>: {_inline(book, text)}</p>"
        case Formula(text):
            return f"<pre>{_inline(book, text)}</pre>"
        case Points(lines):
            return "<ul>" + "".join(f"<li>{_inline(book, line)}</li>" for line in lines) + "</ul>"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    places = [f' id="{escape(anchor)}"' for anchor in table.anchors] or [""] * len(table.rows)
    rows = "\n".join(
        f"<tr{place}>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row, place in zip(table.rows, places, strict=True)
    )
    return f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'


def _inline(book: Book, text: str) -> str:
    """A text in which each coefficient refers to its row and says its value."""
    return "".join(_named(piece) if isinstance(piece, Number) else escape(piece) for piece in book.pieces(text))


def _named(number: Number) -> str:
    place = f'<a href="#{number.name}" title="{escape(number.unit)}">{number.name}</a>'
    return f'{place} <span class="value">({number.value})</span>'
