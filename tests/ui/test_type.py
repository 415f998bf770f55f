"""The shipped letters: every script we promise, and figures of one width."""

import pytest

from game.ui.assets import asset

fonts = pytest.importorskip("fontTools.ttLib")

SIGNS = "−–—’‘“”…·×½€%°?!"
LETTERS = "ABCXYZabcxyzÄÖÜßéèñçøåłőşžİ"
GREEK_AND_CYRILLIC = "ΑΒΓΩαβγωάήЖЙЯжйяЂђ"


@pytest.mark.parametrize("name", ["NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Italic"])
def test_text_faces_have_the_letters_and_signs(name: str) -> None:
    letters = fonts.TTFont(asset("fonts", f"{name}.ttf")).getBestCmap()
    assert [sign for sign in SIGNS + LETTERS + GREEK_AND_CYRILLIC if ord(sign) not in letters] == []


def test_the_title_face_has_european_letters() -> None:
    letters = fonts.TTFont(asset("fonts", "Cinzel-SemiBold.ttf")).getBestCmap()
    assert [sign for sign in LETTERS if ord(sign) not in letters] == []


@pytest.mark.parametrize("name", ["NotoSans-Regular", "NotoSans-SemiBold"])
def test_figures_are_equally_wide(name: str) -> None:
    font = fonts.TTFont(asset("fonts", f"{name}.ttf"))
    assert len({font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1
