"""The sheet that a draft is written to."""

from dataclasses import fields

import numpy as np

from game.opponents.choose import choose
from game.orders.sheet import Sheet, blank, write
from game.view import outlook
from tests.worlds import mixed, reached


def test_a_sheet_has_every_field_of_its_own_shape() -> None:
    for world in reached("five-crowns")[:4]:
        sheet = write(world, choose(outlook(world), mixed(world)).draft)
        assert sheet.__dict__.keys() == {field.name for field in fields(Sheet)}
        empty = blank(world)
        for name, array in sheet.__dict__.items():
            assert array.shape == getattr(empty, name).shape and np.ndim(array) >= 1, name
