"""Hands for tests: press controls by id through posted events, type keys, and look for overlaps."""

import pygame

from game.ui.app import App
from game.ui.layout import Column, Element, Row
from game.ui.scroll import Scroll


def point(app: App, id: str) -> tuple[int, int]:
    """Return the middle of a control in physical pixels."""
    assert app.top is not None
    element = app.top.find(id)
    assert element is not None, f"no {id!r} among {ids(app)}"
    scale = app.theme.scale
    return round(element.rect.centerx * scale), round(element.rect.centery * scale)


def ids(app: App) -> list[str]:
    """Return the ids of all controls on the top screen."""
    assert app.top is not None
    return [element.id for element in app.top.tree().walk() if element.id]


def move(app: App, id: str) -> None:
    """Bring the pointer over a control."""
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=point(app, id), rel=(0, 0), buttons=(0, 0, 0)))
    app.step()


def down(app: App, id: str) -> None:
    """Press the left button on a control and keep it down."""
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=point(app, id), button=1))
    app.step()


def up(app: App, id: str) -> None:
    """Let the left button go on a control."""
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=point(app, id), button=1))
    app.step()


def click(app: App, id: str) -> None:
    """Click a control."""
    at = point(app, id)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    app.step()


def key_down(app: App, key: int, unicode: str = "", mod: int = 0) -> None:
    """Press a key and keep it down."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=unicode, mod=mod, scancode=0))
    app.step()


def key_up(app: App, key: int) -> None:
    """Let a key go."""
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0, scancode=0))
    app.step()


def tap(app: App, *keys: int, mod: int = 0) -> None:
    """Press keys one after the other."""
    for key in keys:
        key_down(app, key, mod=mod)
        key_up(app, key)


def write(app: App, text: str) -> None:
    """Type letters: a key event and a text event each, as a real keyboard sends them."""
    for letter in text:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=ord(letter), unicode=letter, mod=0, scancode=0))
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=ord(letter), mod=0, scancode=0))
    app.step()


def collisions(app: App) -> list[str]:
    """Return what lies over its neighbour or outside its place, in words; scrolled columns may be longer."""
    assert app.top is not None
    return _collisions(app.top.tree())


def _collisions(element: Element) -> list[str]:
    found: list[str] = []
    if isinstance(element, (Row, Column)):
        found += [
            f"{_name(child)} leaves {_name(element)}" for child in element.children if not _inside(child, element)
        ]
        for before, after in zip(element.children, element.children[1:], strict=False):
            if before.rect.size and after.rect.size and before.rect.colliderect(after.rect):
                found.append(f"{_name(before)} lies over {_name(after)}")
    children = element.children[0].children if isinstance(element, Scroll) else element.children
    return found + [words for child in children for words in _collisions(child)]


def _inside(child: Element, parent: Element) -> bool:
    return not (child.rect.width and child.rect.height) or parent.rect.contains(child.rect)


def _name(element: Element) -> str:
    text = getattr(element, "text", "")
    return f"{type(element).__name__}({element.id or text}){tuple(element.rect)}"
