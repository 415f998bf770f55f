"""The rulebook of a level, made from the very files: orders, phases, measures, concepts, coefficients."""

from game.report.rulebook.book import Book, Chapter, Section
from game.report.rulebook.chapters import Coefficients, rulebook
from game.report.rulebook.page import page
from game.report.rulebook.text import show

__all__ = ["Book", "Chapter", "Coefficients", "Section", "page", "rulebook", "show"]
