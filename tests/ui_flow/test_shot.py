"""Pictures of the real window without a display, and what is said when one cannot be drawn."""

from pathlib import Path

import pygame
import pytest

from game.match import PERSON
from game.storage.files import FileError
from game.storage.scenarios import read_scenario
from game.ui.shot import SCREENS, shot
from game.ui.wishes import people_and_others


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_drawn_at_the_size_asked(screen: str, tmp_path: Path) -> None:
    out = shot("five-crowns", turn=3, screen=screen, size=(1024, 600), out=tmp_path / "a" / f"{screen}.png")
    picture = pygame.image.load(str(out))
    assert picture.get_size() == (1024, 600)
    colours = {tuple(picture.get_at((x, y))) for x in range(0, 1024, 16) for y in range(0, 600, 12)}
    assert len(colours) > 20, "something is drawn"


def test_the_same_shot_is_the_same_picture(tmp_path: Path) -> None:
    one, two = (shot(turn=2, out=tmp_path / name).read_bytes() for name in ("one.png", "two.png"))
    assert one == two


def test_seat_lens_and_scale_change_the_picture(tmp_path: Path) -> None:
    plain = shot(turn=2, out=tmp_path / "plain.png").read_bytes()
    assert shot(turn=2, out=tmp_path / "a.png", seat="DO").read_bytes() != plain
    assert shot(turn=2, out=tmp_path / "b.png", lens="fear").read_bytes() != plain
    assert shot(turn=2, out=tmp_path / "c.png", scale=1.2).read_bytes() != plain


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ({"scenario": "five-crown"}, "five-crowns"),
        ({"screen": "repot"}, "report"),
        ({"lens": "powr"}, "power"),
        ({"seat": "Brenmork"}, "Brenmark"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(wrong: dict[str, str], hint: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=hint) as caught:
        shot(**wrong, out=tmp_path / "no.png")  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_a_picture_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ValueError, match="cannot be written"):
        shot(screen="settings", out=tmp_path / "file" / "a.png")


def test_people_are_seated_by_words() -> None:
    scenario = read_scenario("five-crowns")
    kinds = [seat.kind for seat in people_and_others(scenario, ["CO=person", "Avar=jackal"])]
    assert kinds.index(PERSON) == 2
    assert kinds.count(PERSON) == 1


def test_the_second_free_state_is_the_persons_unless_said_otherwise() -> None:
    scenario = read_scenario("five-crowns")
    assert [seat.kind for seat in people_and_others(scenario, [])].index(PERSON) == 1
    assert [seat.kind for seat in people_and_others(scenario, ["BR=hold"])].index(PERSON) == 2


def test_nobody_is_seated_twice() -> None:
    with pytest.raises(FileError, match="twice"):
        people_and_others(read_scenario("five-crowns"), ["CO=person", "CO=hold"])
