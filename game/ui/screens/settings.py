"""Settings: presets, scale, text, colours, motion, sound, hints, keys; each acts and is kept at once."""

from __future__ import annotations

from dataclasses import replace

from game.language import _
from game.ui import keys, palette
from game.ui.buttons import Act, Button, Segmented
from game.ui.controls import Slider, Toggle
from game.ui.figures import Panel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.preferences import Preferences, with_preset
from game.ui.screen import Screen
from game.ui.screens.keyboard import KeyboardScreen
from game.ui.screens.page import page
from game.ui.screens.swatches import Swatches
from game.ui.scroll import Scroll
from game.ui.theme import LEAST, SCALES, SMALL, STRONG, TEXT_SIZES

__all__ = ["SettingsScreen"]


class SettingsScreen(Screen):
    """What a person can set for the window."""

    def compose(self, size: Size) -> Element:
        """Return one column of settings, or two where there is room."""
        wide = size[0] >= 1500
        width = min(820, (size[0] - 140) // 2 if wide else size[0] - 96)
        first = self._group(width, self._presets(), self._scale(), self._text_size(), *self._picture())
        second = self._group(width, *self._colours(), *self._rest())
        both: Element = Row([first, second], gap=24, align="start") if wide else Column([first, second], gap=16)
        body = Scroll(Row([Space(grow=1), both, Space(grow=1)], align="start"), self.memory, id="settings")
        return page(size, _("Counterpoise"), _("Settings"), body, back=self.back)

    def _group(self, width: int, *parts: Element) -> Element:
        rows: list[Element] = [parts[0]]
        for part in parts[1:]:
            rows += [Rule(12, 12), part]
        return Panel(rows, pad=(28, 20), width=width)

    # --- display

    def _presets(self) -> Element:
        names = (
            ("laptop", _("Laptop"), _("The usual look, scaled to fit the window.")),
            ("projector", _("Projector"), _("Larger, with high contrast: to be read from the last row.")),
            ("low_vision", _("Low vision"), _("As large as fits, high contrast, plain patterns, no motion.")),
        )
        row = [
            Button(f"preset.{key}", name, self._presetting(key), tip=tip, grow=1, chosen=False)
            for key, name, tip in names
        ]
        return Column([caption(_("Settings that go together")), Space(height=8), Row(row, gap=8)])

    def _presetting(self, name: str) -> Act:
        return lambda: self.app.prefer(with_preset(self.app.preferences, name))

    def _scale(self) -> Element:
        surface = self.app.surface.get_size()
        most = min(surface[0] / LEAST[0], surface[1] / LEAST[1])
        now = self.app.theme.scale
        automatic = self.app.preferences.scale is None
        fit = Button("scale.fit", _("Fit"), self._fit, kind="segment", chosen=automatic,
                     tip=_("Let the window's size decide."))  # fmt: skip
        tip = _("How large everything is drawn. Faint values are larger than this window takes.")
        percent = lambda value: f"{round(value * 100)}"  # noqa: E731
        slider = Slider("scale", SCALES, now, self._set_scale, words=percent, most=most, tip=tip)
        note = self._scale_note(most)
        return Column([_words(_("Interface scale, per cent"), note), Space(height=10), Row([fit, slider], gap=20)])

    def _scale_note(self, most: float) -> str:
        """Say the scale now; where the window caps the one wanted, say so and why."""
        now, wanted = self.app.theme.scale, self.app.preferences.scale
        if wanted is not None and wanted > most:
            note = _("{percent} %: the largest that fits this window, as {wide} x {high} units must have room. "
                     "A larger window gives the {wanted} % chosen.")  # fmt: skip
        else:
            note = _("{percent} % now. At least {wide} x {high} units must fit: this window takes up to {most} %.")
        return note.format(percent=int(now * 100 + 0.01), wide=LEAST[0], high=LEAST[1], most=int(most * 100 + 0.01),
                           wanted=round((wanted or now) * 100))  # fmt: skip

    def _text_size(self) -> Element:
        names = (_("Normal"), _("Large"), _("Largest"))
        options = [(str(size), name) for size, name in zip(TEXT_SIZES, names, strict=True)]
        tips = {key: _("Letters of this size, everywhere.") for key, _name in options}
        words = _words(_("Text size"), _("Letters only; pictures and spacing stay."))
        return _setting(words, Segmented("text", options, str(self.app.preferences.larger), self._set_text, tips=tips))

    def _picture(self) -> list[Element]:
        wanted = self.app.preferences
        return [
            Toggle("full_screen", _("Full screen"), self.app.full_screen, self._full_screen,
                   note=_("{key} does the same anywhere.").format(key=keys.shown("F11"))),
            Toggle("reduce_motion", _("Reduce motion"), wanted.reduce_motion, self._reduce_motion,
                   note=_("The reveal and the needle move at once, without animation; the map behind the menu rests.")),
        ]  # fmt: skip

    # --- colours

    def _colours(self) -> list[Element]:
        options = [("standard", _("Standard")), ("safe", _("Colour-blind safe")), ("contrast", _("High contrast"))]
        tips = {
            "standard": _("Each scenario's own colours."),
            "safe": _("Colours that stay apart for red, green and blue blindness, and in grey."),
            "contrast": _("Bright letters and lines on near black, and the safe colours for states."),
        }
        choice = Segmented("palette", options, palette.kind(), self._set_palette, tips=tips)
        words = _words(_("Colours"), _("States are told apart by code and emblem as well."))
        sample = Swatches(self.app.preferences.patterns)
        return [
            Column([_setting(words, choice), Space(height=10), sample]),
            Toggle("patterns", _("Plain patterns"), self.app.preferences.patterns, self._set_patterns,
                   note=_("The stripes of each state are easy to see on the map.")),
        ]  # fmt: skip

    # --- the rest

    def _rest(self) -> list[Element]:
        wanted = self.app.preferences
        change = Button("keys", _("Change keys"), self._keys, icon="keyboard", tip=_("Choose other keys."))
        again = Button("hints.again", _("Show all again"), self._forget_hints,
                       tip=_("Every hint comes once more, at its first use."),
                       why_not=None if wanted.seen else _("No hint has been shown yet."))  # fmt: skip
        return [
            Toggle("sound", _("Sound"), wanted.sound, self._set_sound, note=_("A few quiet tones.")),
            Toggle("adviser", _("Adviser"), wanted.adviser, self._set_adviser,
                   note=_("Explains the first game step by step, and everything else at its first use.")),
            _setting(_words(_("Hints"), _("Those that were read do not come again.")), again),
            _setting(_words(_("Keys"), _("The question mark shows them on the real controls.")), change),
        ]  # fmt: skip

    # --- acts

    def _prefer(self, **changes: object) -> None:
        self.app.prefer(_changed(self.app.preferences, changes))

    def _fit(self) -> None:
        self._prefer(scale=None)

    def _set_scale(self, value: float) -> None:
        self._prefer(scale=value)

    def _set_text(self, value: str) -> None:
        self._prefer(larger=float(value))

    def _full_screen(self, on: bool) -> None:
        self._prefer(full_screen=on)

    def _reduce_motion(self, on: bool) -> None:
        self._prefer(reduce_motion=on)

    def _set_palette(self, name: str) -> None:
        self._prefer(palette=name)

    def _set_patterns(self, on: bool) -> None:
        self._prefer(patterns=on)

    def _set_sound(self, on: bool) -> None:
        self._prefer(sound=on)
        self.app.sounds.play("done")

    def _set_adviser(self, on: bool) -> None:
        self._prefer(adviser=on)

    def _forget_hints(self) -> None:
        self._prefer(seen=())

    def _keys(self) -> None:
        self.app.push(KeyboardScreen())


def _words(title: str, note: str) -> Column:
    return Column([Label(title, STRONG), Label(note, SMALL, palette.INK_SECOND, wrap=True)], grow=1)


def _setting(words: Element, control: Element) -> Element:
    return Row([words, control], gap=24)


def _changed(preferences: Preferences, changes: dict[str, object]) -> Preferences:
    return replace(preferences, **changes)  # type: ignore[arg-type]  # each caller names one field and its own type
