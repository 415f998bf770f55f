"""Underlined terms: the first mention on every card, reached by mouse and Tab, each opening its definition."""

import pygame
import pytest

from game.storage.scenarios import read_with_map
from game.ui import terms
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.openings import seated
from game.ui.flow.seated import SeatedScreen
from game.ui.flow.table import Table
from game.ui.labels import Label, Rich
from game.ui.layout import Column, Element
from game.ui.screens.definition import Definition
from game.ui.screens.end import EndScreen
from game.ui.screens.glossary import GlossaryScreen
from game.ui.screens.report import ReportScreen
from game.ui.theme import Theme
from tests.ui.hands import click, ids, key_down, point, tap

READER = 1


@pytest.fixture(scope="module")
def played() -> Table:
    scenario, land = read_with_map("europe-1900")
    table = Table.lay(scenario, land, seated(scenario, READER), seed=7)
    for _turn in range(4):
        table.end_turn()
    return table


def marks(app: GameWindow, card: str) -> list[terms.Term]:
    assert app.top is not None
    found = [each for each in app.top.tree().walk() if isinstance(each, terms.Term)]
    return [each for each in found if each.id.startswith(f"term.{card}.")]


def report(app: GameWindow, director: Director, table: Table) -> ReportScreen:
    app.resize((1920, 1080))
    director.table = table
    director.report_last(READER)
    app.step()
    assert isinstance(app.top, ReportScreen)
    return app.top


def dossier(app: GameWindow, director: Director, table: Table) -> SeatedScreen:
    app.resize((1920, 1080))
    director.table = table
    director.sit(READER)
    screen = app.top
    assert isinstance(screen, SeatedScreen)
    screen.close_card()
    screen.select(0)
    screen.dealing.step_back()
    app.step()
    return screen


def test_each_term_is_underlined_once_on_a_card(app: GameWindow, director: Director, played: Table) -> None:
    screen = report(app, director, played)
    for place in range(len(screen.report.headlines)):
        screen._choose(str(place))
        app.step()
        for card in ("why", "paper"):
            named = [each.term for each in marks(app, card)]
            assert len(named) == len(set(named))
        assert {"power", "balance_of_power"} <= {each.term for each in marks(app, "why")}
        assert marks(app, "paper")


def test_the_dossier_and_the_end_and_the_coach_explain_their_terms(
    app: GameWindow, director: Director, played: Table
) -> None:
    dossier(app, director, played)
    assert {"threat", "reach", "power", "posture", "cohesion"} <= {each.term for each in marks(app, "dossier")}
    scenario, land = read_with_map("five-crowns")
    table = Table.lay(scenario, land, seated(scenario, READER), seed=7)
    while not table.over:
        table.end_turn()
    director.table = table
    director.finish()
    app.step()
    assert isinstance(app.top, EndScreen)
    assert {"hegemony", "power"} <= {each.term for each in marks(app, "end")}
    director.title()
    app.step()
    director.school.teach("alliance")
    app.step()
    assert isinstance(app.top, SeatedScreen)
    app.top.close_card()
    app.step()
    assert marks(app, "coach"), ids(app)


def test_a_click_opens_the_definition_with_its_source(app: GameWindow, director: Director, played: Table) -> None:
    screen = report(app, director, played)
    click(app, "term.why.power")
    assert isinstance(app.top, Definition)
    told = [getattr(each, "text", "") for each in app.top.tree().walk()]
    found = terms.entry("power")
    assert found is not None
    assert {found.term, found.text, found.source} <= set(told)
    tap(app, pygame.K_ESCAPE)
    assert app.top is screen


def test_tab_reaches_a_term_and_enter_opens_it(app: GameWindow, director: Director, played: Table) -> None:
    screen = dossier(app, director, played)
    for _press in range(80):
        tap(app, pygame.K_TAB)
        if screen.hot.focus == "term.dossier.reach":
            break
    assert screen.hot.focus == "term.dossier.reach"
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, Definition)
    assert app.top.term == "reach"
    tap(app, pygame.K_RETURN)
    assert app.top is screen
    assert screen.hot.focus == "term.dossier.reach"


def test_a_term_in_a_definition_leads_on_and_g_to_the_glossary(
    app: GameWindow, director: Director, played: Table
) -> None:
    screen = report(app, director, played)
    click(app, "term.why.power")
    bubble = app.top
    assert isinstance(bubble, Definition)
    terms_named = [each.term for each in marks(app, "definition")]
    assert "power" not in terms_named
    Definition.open(bubble, "threat", bubble.anchor)
    app.step()
    assert app.top is bubble and bubble.term == "threat"
    key_down(app, pygame.K_g, "g")
    assert isinstance(app.top, GlossaryScreen)
    assert app.top.asked == "threat"
    tap(app, pygame.K_ESCAPE)
    assert app.top is screen


def test_a_click_beside_the_definition_closes_it(app: GameWindow, director: Director, played: Table) -> None:
    screen = report(app, director, played)
    click(app, "term.why.power")
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=(3, 3), button=1))
    app.step()
    assert app.top is screen


@pytest.mark.parametrize("width", range(100, 420, 20))
@pytest.mark.parametrize("kind", [Label, Rich])
def test_the_line_lies_under_the_words_however_they_break(kind: type[Label | Rich], width: int) -> None:
    theme = Theme()
    says = "Nobody balances at once: the security dilemma, 12 %, comes before hegemony and before power does."
    text: Label | Rich = Label(says, wrap=True) if kind is Label else Rich(says)
    card = terms.explained(Column([text]), "card")
    high = card.size(theme, width)[1]
    card.place(theme, pygame.Rect(10, 20, width, high))
    found = {each.term: each.rect for each in card.walk() if isinstance(each, terms.Term)}
    assert {"hegemony", "power"} <= set(found)
    for rect in found.values():
        assert card.rect.inflate(2, 2).contains(rect) and rect.width > 0
    alone = theme.width("hegemony", text.style)
    assert abs(found["hegemony"].width - alone) <= 2
    for one, other in zip(found.values(), list(found.values())[1:], strict=False):
        assert not one.colliderect(other)


def test_a_word_that_is_cut_off_is_no_stop() -> None:
    theme = Theme()
    card = terms.explained(Column([Label("They speak at length of hegemony")]), "card")
    card.place(theme, pygame.Rect(0, 0, 90, 22))
    assert not [each for each in card.walk() if isinstance(each, terms.Term)]


@pytest.mark.parametrize(("text", "term"), [("Buck-passer, 63 %", "buck_passing"), ("a PACT of two", "alliance"),
                                            ("a security dilemma", "security_dilemma"),
                                            ("in the balance of power", "balance_of_power")])  # fmt: skip
def test_plurals_doers_and_the_longest_term_are_found(text: str, term: str) -> None:
    card: Element = terms.explained(Column([Label(text)]), "card")
    card.place(Theme(), pygame.Rect(0, 0, 600, 22))
    assert [each.term for each in card.walk() if isinstance(each, terms.Term)] == [term]


@pytest.mark.parametrize("text", ["powerful", "the powers", "outreach", "a non-alliance", "overpower"])
def test_parts_of_other_words_are_no_terms(text: str) -> None:
    card: Element = terms.explained(Column([Label(text)]), "card")
    card.place(Theme(), pygame.Rect(0, 0, 600, 22))
    assert not [each for each in card.walk() if isinstance(each, terms.Term)]


def test_a_term_on_a_headline_does_not_take_the_headline_s_click(
    app: GameWindow, director: Director, played: Table
) -> None:
    screen = report(app, director, played)
    story = screen.find("headline.1")
    assert story is not None
    at = point(app, "headline.1")
    free = (story.rect.right - 12, at[1])
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=free, button=1))
    app.step()
    assert app.top is screen and screen.chosen == 1
