"""Settings: interface scale, text size, full screen, motion; each acts and is kept at once."""

from __future__ import annotations

from dataclasses import replace

from game.language import _
from game.ui import palette
from game.ui.buttons import Button, Segmented
from game.ui.controls import Slider, Toggle
from game.ui.figures import Panel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.theme import LEAST, SCALES, SMALL, STRONG, TEXT_SIZES

__all__ = ["SettingsScreen"]


class SettingsScreen(Screen):
    """What a person can set for the window."""

    def compose(self, size: Size) -> Element:
        """Return one column of settings."""
        wanted = self.app.preferences
        panel = Panel(
            [
                caption(_("Display")),
                Space(height=12),
                self._scale(),
                Rule(14, 14),
                self._text_size(),
                Rule(14, 14),
                Toggle("full_screen", _("Full screen"), self.app.full_screen, self._full_screen,
                       note=_("F11 does the same anywhere.")),
                Rule(14, 14),
                Toggle("reduce_motion", _("Reduce motion"), wanted.reduce_motion, self._reduce_motion,
                       note=_("The reveal and the needle move at once, without animation.")),
            ],
            pad=(28, 22),
            width=min(820, size[0] - 96),
        )  # fmt: skip
        body = Scroll(Row([Space(grow=1), panel, Space(grow=1)], align="start"), self.memory, id="settings")
        return page(size, _("Counterpoise"), _("Settings"), body, back=self.back)

    def _scale(self) -> Element:
        surface = self.app.surface.get_size()
        most = min(surface[0] / LEAST[0], surface[1] / LEAST[1])
        now = self.app.theme.scale
        automatic = self.app.preferences.scale is None
        fit = Button("scale.fit", _("Fit"), self._fit, kind="segment", chosen=automatic,
                     tip=_("Let the window's size decide."))  # fmt: skip
        slider = Slider("scale", SCALES, now, self._set_scale, words=lambda value: f"{round(value * 100)}", most=most)
        words = Column(
            [
                Label(_("Interface scale, per cent"), STRONG),
                Label(self._scale_note(most), SMALL, palette.INK_SECOND, wrap=True),
            ]
        )
        return Column([words, Space(height=10), Row([fit, slider], gap=20)])

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
        words = Column(
            [
                Label(_("Text size"), STRONG),
                Label(_("Letters only; pictures and spacing stay."), SMALL, palette.INK_SECOND, wrap=True),
            ],
            grow=1,
        )
        return Row([words, Segmented("text", options, str(self.app.preferences.larger), self._set_text)], gap=24)

    def _fit(self) -> None:
        self.app.prefer(replace(self.app.preferences, scale=None))

    def _set_scale(self, value: float) -> None:
        self.app.prefer(replace(self.app.preferences, scale=value))

    def _set_text(self, value: str) -> None:
        self.app.prefer(replace(self.app.preferences, larger=float(value)))

    def _full_screen(self, on: bool) -> None:
        self.app.prefer(replace(self.app.preferences, full_screen=on))

    def _reduce_motion(self, on: bool) -> None:
        self.app.prefer(replace(self.app.preferences, reduce_motion=on))
