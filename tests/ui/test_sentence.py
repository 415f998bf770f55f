"""Names stand in sentences as people say them."""

from game.storage.scenarios import read_with_map
from game.ui.flow.faces import faces
from game.ui.text import sentence

TEXTS = {
    "the Netherlands goes too far.": "The Netherlands goes too far.",
    "“the Netherlands goes too far.” so be it": "“The Netherlands goes too far.” So be it",
    "It is bound. the Ottoman Empire holds 3.5 % of all": "It is bound. The Ottoman Empire holds 3.5 % of all",
    "": "",
}


def test_a_sentence_begins_with_a_capital_whatever_name_begins_it() -> None:
    assert {text: sentence(text) for text in TEXTS} == TEXTS


def test_a_face_is_called_as_its_scenario_says() -> None:
    scenario, _land = read_with_map("europe-1900")
    called = {face.name: face.called for face in faces(scenario)}
    assert called["Netherlands"] == "the Netherlands"
    assert called["France"] == "France"
