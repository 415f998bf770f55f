"""The play screen: the map, the balance, what I know, what I order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from time import perf_counter

import pygame

from game.orders.kind import Refusal
from game.ui.canvas import Canvas
from game.ui.layout import Element, Size
from game.ui.panels.dossier import Dealings, dossier, nobody
from game.ui.panels.lensbar import legend, lens_bar, ties_legend
from game.ui.panels.opening import Opening, opening
from game.ui.panels.strip import bottom_strip
from game.ui.panels.topbar import top_bar
from game.ui.panels.weighed import weighed
from game.ui.play.answering import answer
from game.ui.play.chart import Chart
from game.ui.play.dealing import Dealing
from game.ui.play.desk import Desk
from game.ui.play.forecast import Forecast
from game.ui.play.frame import Frame, across, frame_of
from game.ui.play.guards import turn_guard
from game.ui.play.hovering import Hovering
from game.ui.play.lenses import LENSES
from game.ui.play.letters import explained, letters
from game.ui.play.plans import Plans
from game.ui.play.playmap import PlayMap
from game.ui.play.reading import read
from game.ui.play.side import Side
from game.ui.play.stage import Drift, Float, Shield, Stage
from game.ui.play.stands import stand
from game.ui.screen import KeyLine, Screen

__all__ = ["PlayScreen"]


class PlayScreen(Screen):
    """One state's turn at its desk."""

    typing = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.chart = Chart(desk.map_document)
        self.lens = LENSES[0]
        self.side = Side(self)
        self.unused_told = False
        self._under: object = None
        self.turned()
        self.opened_card = not self.reading.epilogue or bool(self.reading.news)

    # --- what is shown

    def turned(self) -> None:
        """Read the desk anew: call it after every change that did not come from this screen.

        The news has been read in the report by then: the card comes only for answers that are due.
        """
        view = self.desk.view()
        self.reading = read(self.desk)
        self.forecast = Forecast(view, self.desk.state, self.desk.plan)
        self.setting = view.setting
        self.plans = Plans(self.desk, view.setting, self.refresh)
        self.dealing = Dealing(self, view.setting)
        self.hovering = Hovering(self)
        self.opened_card = bool(self.reading.questions)
        self.refresh()

    @property
    def frame(self) -> Frame:
        """Return where everything lies now."""
        open_ = self.dealing.state is not None
        return frame_of(self.app.logical_size, self.app.theme.larger, open_)

    def compose(self, size: Size) -> Element:
        """Return the map with the panels over it."""
        frame, reading = self.frame, self.reading
        self.chart.dress(self.app.theme)
        self.chart.show(reading, self.lens, self.plans.orders, self.dealing.state, self.dealing.asked)
        ground = Float(PlayMap(self, frame.clear), frame.map)
        self.first = "opening.close" if self.opened_card else ""
        floats: list[Element | None] = [
            self._left(frame),
            *self._over_map(frame),
            Float(self._strip(frame), frame.bottom),
            Float(self.side.panel(frame), frame.right),
            self._top(size, frame),
            self.dealing.floating(frame),
            self._weighed(frame),
            self._card(frame),
        ]
        return Stage(ground, floats)

    def _top(self, size: Size, frame: Frame) -> Element:
        desk = self.desk
        bar = top_bar(self.reading, desk.scenario.title, desk.tools, self.app.show_keys, desk.open_menu,
                      self._weight, height=frame.top.height, wide=size[0] >= 1500,
                      roomy=frame.top.height >= 140 * self.app.theme.larger)  # fmt: skip
        return Float(Shield(bar, id="top"), frame.top)

    def _left(self, frame: Frame) -> Element | None:
        state = self.dealing.state
        if state is not None:
            dealing, carded = self.dealing, self.opened_card
            at = Dealings(dealing.open_ring, None if self.forecast.over else dealing.who_would_come, dealing.drop,
                          None if carded else partial(answer, self), self.plans.orders)  # fmt: skip
            panel = dossier(self.reading, state, self.forecast, self.memory, at)
            return Float(panel, frame.left)
        if frame.narrow:
            return None
        others, box = nobody(self.reading, self.select, self.memory), frame.left.copy()
        box.height = min(box.height, others.size(self.app.theme, box.width)[1])
        return Float(others, box)

    def _over_map(self, frame: Frame) -> list[Element]:
        """Return the lens bar, its legend beside it or below, and the legend of ties, off the wars where may be."""
        theme, middle = self.app.theme, frame.middle
        bar = lens_bar(self.lens, middle.width >= 900, self._look)
        words = legend(self.lens.wash(self.reading).legend)
        size, second = bar.size(theme, middle.width), words.size(theme, middle.width)
        crowded = partial(self.chart.crowded, self.reading, theme.scale)
        places = [pygame.Rect(middle.right - second[0], middle.top, *second)]
        if size[0] + second[0] + 12 > middle.width:
            places = across(middle, middle.top + size[1] + 6, second)
        found: list[Element] = [Float(bar, pygame.Rect(middle.topleft, size)), Drift(words, places, crowded)]
        below = max(places[0].bottom, middle.top + size[1]) + 6
        for rows in (1, 2, 3):
            lines = ties_legend(self.chart.shown, rows)
            wide, high = lines.size(theme, 4000) if lines is not None else (0, 0)
            if lines is not None and wide <= middle.width:
                ways = [*across(middle, middle.bottom - high, (wide, high)), *across(middle, below, (wide, high))]
                found.append(Drift(lines, ways, crowded))
                break
        return found

    def _strip(self, frame: Frame) -> Element:
        strip = bottom_strip(self.reading, self.select, self.open_card, width=frame.bottom.width,
                             height=frame.bottom.height)  # fmt: skip
        return Shield(strip, id="strip")

    def _weighed(self, frame: Frame) -> Element | None:
        """Return the card about the weight that was pressed, under the scale."""
        state = self.dealing.weighed
        if state is None:
            return None
        placed = stand(self.forecast.view, state)
        card = weighed(self.reading, placed, self.memory, self.dealing.step_back, self.dealing.open_ring)
        wide, high = card.size(self.app.theme, frame.middle.width)
        box = pygame.Rect(0, 0, min(wide, frame.middle.width), min(high, frame.middle.height))
        box.midtop = frame.middle.midtop
        return Float(card, box)

    def _card(self, frame: Frame) -> Element | None:
        if not self.opened_card:
            return None
        at = Opening(self.plans.orders, partial(answer, self), self._from_card, self.close_card,
                     self.desk.scenario.summary)  # fmt: skip
        wide = min(620, frame.right.left - 40)
        card = opening(self.reading, at, self.memory, (wide, 0))
        high = min(card.size(self.app.theme, wide)[1], frame.map.height - 40)
        room = pygame.Rect(0, frame.map.top, frame.right.left, frame.map.height)
        box = pygame.Rect(0, 0, wide, high)
        box.center = (frame.middle.centerx if not frame.narrow else room.centerx), frame.map.centery
        return Float(card, box.clamp(room))

    # --- what is done

    def select(self, state: int) -> None:
        """Show a state's dossier and the verbs around it; one's own state shows neither."""
        self.dealing.select(None if state == self.reading.me else state)

    def end_turn(self) -> None:
        """End the turn, after one question if something is really left to do."""
        lines = (
            []
            if self.reading.epilogue
            else self.plans.left_to_do(self.reading, None if self.unused_told else self.forecast)
        )
        if not lines:
            self.desk.end_turn()
            return
        self.unused_told = True
        self.app.push(turn_guard(lines, self.desk.end_turn))

    def _weight(self, code: str) -> None:
        state = self.reading.with_code(code)
        if state is not None:
            self.dealing.weigh(state)

    def _look(self, id: str) -> None:
        self.lens = next(lens for lens in LENSES if lens.id == id)
        self.refresh()

    def open_card(self) -> None:
        """Show the card with what happened and the answers due."""
        self.opened_card = True
        self.refresh()

    def close_card(self) -> None:
        """Leave the card that opens a turn for the map."""
        self.opened_card = False
        self.refresh()

    def _from_card(self, state: int) -> None:
        self.close_card()
        self.select(state)

    def complain(self, refusals: Sequence[Refusal]) -> bool:
        """Say the first reason why an order was refused; return whether there was one."""
        if refusals:
            self.app.toast(refusals[0].sentence, "bad")
        return bool(refusals)

    # --- keys, time

    def back(self) -> None:
        """Answer Esc: one step back, from list to ring to dossier to map; then the menu."""
        if self.opened_card:
            self.close_card()
        elif not self.dealing.step_back():
            self.desk.open_menu()

    def key(self, event: pygame.event.Event) -> bool:
        """Answer the screen's own keys."""
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and event.mod & pygame.KMOD_CTRL:
            self.end_turn()
            return True
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        for lens in LENSES:
            if event.unicode == lens.key:
                self._look(lens.id)
                return True
        act = letters(self, bool(event.mod & pygame.KMOD_SHIFT)).get(event.key)
        if act is not None:
            act()
            return True
        if not self.hot.shown and not self.opened_card and self.chart.view.hand.key(event.key):
            self.follow()
            return True
        return False

    def tree(self) -> Element:
        """Return the tree; what floats at a state goes where the map, now placed, shows it."""
        fresh = self.root is None
        tree = super().tree()
        if fresh:
            self.dealing.follow(self.frame)
        return tree

    def follow(self) -> None:
        """Keep what floats at a state there while the map moves."""
        self.dealing.follow(self.frame)
        self.app.dirty = True

    def animate(self, seconds: float) -> bool:
        """Let the map draw itself sharp when the wheel rests, and weigh a little what others will do."""
        self._follow_pointer()
        self.hovering.follow(seconds)
        if self.forecast.work(perf_counter):
            self.refresh()
        if self.chart.view.tick():
            self.app.dirty = True
        return self.chart.view.busy

    def _follow_pointer(self) -> None:
        """Let the words at the pointer wait again when it comes over something else on the map."""
        under = self.chart.under(self.app.pointer, self.app.theme.scale) if self.hot.hover == "map" else None
        if under != self._under and self.app.rest.id == "map":
            self.app.dirty = self.app.dirty or self.app.rest.shown
            self.app.rest.id, self.app.rest.shown = "", False
        self._under = under

    def aside(self) -> None:
        """Answer the right button: one step back, as far as the bare map."""
        if not self.opened_card:
            self.dealing.step_back()

    def paint_behind(self, canvas: Canvas) -> None:
        """The map fills everything."""

    def paint_over(self, canvas: Canvas) -> None:
        """Draw the card that tells what the order under the pointer would change."""
        if self is self.app.top:
            self.hovering.paint(canvas)

    def tells_more(self) -> bool:
        """The card beside an order tells more than its tooltip, and the row of a way says itself why it cannot be."""
        return self.hovering.card() is not None or self.app.rest.id.startswith("way.")

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        return explained()
