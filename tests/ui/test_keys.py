"""Other keys: chosen on the real screen, translated where events come in, and shown by their new names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.ui import keys
from game.ui.app import App
from game.ui.buttons import Button
from game.ui.dialogs import KeysOverlay
from game.ui.figures import KeyCap
from game.ui.labels import Label
from game.ui.layout import Element, Size
from game.ui.play.letters import explained
from game.ui.screen import Screen
from game.ui.screens.keyboard import KeyboardScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.title import Entry, TitleScreen

from .hands import click, key_down, tap


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    keys.use({})


class Listener(Screen):
    """Writes down the keys it gets; undo stands on a button."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def compose(self, size: Size) -> Element:
        return Button("undo", "Undo", key="Z")

    def key(self, event: pygame.event.Event) -> bool:
        self.heard.append(event.key)
        return False


def press(key: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)


def test_a_chosen_key_does_what_the_usual_one_did(app: App) -> None:
    screen = Listener()
    app.push(screen)
    app.prefer(replace(app.preferences, keys=(("undo", "U"),)))
    tap(app, pygame.K_u, pygame.K_z, pygame.K_x)
    assert screen.heard == [pygame.K_z, pygame.K_x], "U undoes, Z was given up, X is as it was"


def test_a_chord_of_two_keys_is_translated_both_ways() -> None:
    keys.use({"end_turn": "F5", "undo": "Ctrl+Z"})
    turn = keys.translate(press(pygame.K_F5))
    assert turn is not None
    assert (turn.key, turn.mod) == (pygame.K_RETURN, pygame.KMOD_CTRL)
    undo = keys.translate(press(pygame.K_z, pygame.KMOD_LCTRL))
    assert undo is not None
    assert (undo.key, undo.mod) == (pygame.K_z, 0)
    assert keys.translate(press(pygame.K_RETURN, pygame.KMOD_LCTRL)) is None


def test_shift_beside_a_chosen_letter_still_means_the_other_way_round() -> None:
    keys.use({"next_state": "F"})
    found = keys.translate(press(pygame.K_f, pygame.KMOD_LSHIFT))
    assert found is not None
    assert found.key == pygame.K_s
    assert found.mod & pygame.KMOD_SHIFT


def test_a_key_is_chosen_by_pressing_it(app: App) -> None:
    app.push(KeyboardScreen())
    click(app, "key.undo")
    key_down(app, pygame.K_u, "u")
    assert app.preferences.keys == (("undo", "U"),)
    click(app, "keys.usual")
    assert app.preferences.keys == ()


def test_a_key_in_use_is_exchanged(app: App) -> None:
    app.push(KeyboardScreen())
    click(app, "key.undo")
    key_down(app, pygame.K_s, "s")
    assert dict(app.preferences.keys) == {"undo": "S", "next_state": "Z"}


def test_escape_leaves_a_key_as_it_was(app: App) -> None:
    app.push(Listener())
    app.push(KeyboardScreen())
    click(app, "key.undo")
    tap(app, pygame.K_ESCAPE)
    assert app.preferences.keys == ()
    assert isinstance(app.top, KeyboardScreen)
    tap(app, pygame.K_ESCAPE)
    assert isinstance(app.top, Listener)


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_TAB, pygame.K_RETURN, pygame.K_1, pygame.K_LEFT])
def test_keys_that_everything_needs_cannot_be_taken(app: App, key: int) -> None:
    app.push(KeyboardScreen())
    click(app, "key.undo")
    tap(app, key)
    assert app.preferences.keys == ()
    assert app.toasts[-1].kind == "bad"


def test_the_chosen_key_is_shown_on_the_control_and_by_the_question_mark(app: App) -> None:
    app.push(Listener())
    app.prefer(replace(app.preferences, keys=(("undo", "U"),)))
    app.step()
    assert app.top is not None
    assert [each.key for each in app.top.tree().walk() if isinstance(each, KeyCap)] == ["U"]
    app.show_keys()
    assert isinstance(app.top, KeysOverlay)
    app.step()


@pytest.mark.parametrize("bindings", [{"undo": "S"}, {"fly": "U"}, {"undo": "Escape"}, {"undo": ""}, {"undo": "u"}])
def test_bindings_that_cannot_work_are_not_sound(bindings: dict[str, str]) -> None:
    assert not keys.sound(bindings)


def test_every_exchange_leaves_every_action_with_a_key_of_its_own() -> None:
    bindings: dict[str, str] = {}
    for action in keys.ACTIONS:
        for chord in ("Z", "S", "F10", "Ctrl+Enter", "U"):
            bindings = keys.with_key(bindings, action.id, chord)
            assert keys.sound(bindings)


def test_no_sentence_names_a_key_that_may_be_changed() -> None:
    named = re.compile(r"""(?:_|mark)\(\s*f?["'][^"']*?(?<![A-Za-z])(Ctrl\+Enter|F1|F10|F11|Shift\+Z)(?![A-Za-z0-9])""")
    found = {
        f"{path.name}: {match.group(0)}"
        for path in (Path(keys.__file__).parent).rglob("*.py")
        for match in named.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == set(), "write {key} and fill it in from keys.shown"


def test_sentences_name_the_chosen_key(app: App) -> None:
    app.push(SettingsScreen())
    assert any("F11 does" in text for text in texts(app))
    app.prefer(replace(app.preferences, keys=(("full_screen", "F6"), ("undo", "U"))))
    assert any("F6 does" in text for text in texts(app))
    assert not any("F11" in text for text in texts(app))
    assert ("Y", "redo it; Shift+U does the same") in explained()
    app.prefer(replace(app.preferences, keys=(("undo", "Ctrl+U"),)))
    assert ("Y", "redo it") in explained()
    app.prefer(replace(app.preferences, keys=(("full_screen", "F6"),)))
    app.push(TitleScreen([Entry("play", "Play", "play", lambda: None)]))
    app.step()
    assert app.top is not None
    caps = [each.key for each in app.top.tree().walk() if isinstance(each, KeyCap)]
    assert caps == ["?", "F6"]


def texts(app: App) -> list[str]:
    assert app.top is not None
    app.step()
    return [each.text for each in app.top.tree().walk() if isinstance(each, Label)]
