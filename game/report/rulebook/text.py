"""The rulebook on a terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from game.report.rulebook.book import Block, Book, Formula, Number, Paragraph, Points, Section, Table, Term


def show(book: Book, console: Console) -> None:
    """Print a book."""
    console.print(Text(book.title, "bold"))
    console.print(_inline(book, book.intro))
    for chapter in book.chapters:
        console.print()
        console.rule(Text(chapter.title, "bold"))
        console.print(_inline(book, chapter.intro))
        for section in chapter.sections:
            _section(book, section, console)


def _section(book: Book, section: Section, console: Console) -> None:
    console.print()
    console.print(Text(section.title, "bold"))
    for block in section.blocks:
        _block(book, block, console)


def _block(book: Book, block: Block, console: Console) -> None:
    match block:
        case Paragraph(text):
            console.print(_in(_inline(book, text), 2))
        case Term(name, text):
            console.print(_in(Text.assemble((name, "italic"), ": ", _inline(book, text)), 2))
        case Formula(text):
            console.print(_in(_inline(book, text), 6))
        case Points(lines):
            for line in lines:
                console.print(_in(_inline(book, f"- {line}"), 4))
        case Table():
            console.print(_in(_grid(block), 2))


def _in(what: Text | Grid, by: int) -> Padding:
    """Indent by so many cells."""
    return Padding(what, (0, 0, 0, by), expand=False)


def _inline(book: Book, text: str) -> Text:
    """A text with the value beside each coefficient that it names."""
    line = Text()
    for piece in book.pieces(text):
        if isinstance(piece, Number):
            line.append(piece.name, "cyan").append(f" ({piece.value})", "dim")
        else:
            line.append(piece)
    return line


def _grid(table: Table) -> Grid:
    grid = Grid(box=None, pad_edge=False, header_style="dim")
    for k, head in enumerate(table.head):
        grid.add_column(head, no_wrap=k == 0 and bool(table.anchors), justify="right" if k == 1 else "left")
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in row))
    return grid
