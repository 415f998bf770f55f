"""The balance scale: lengths that can be compared, words that fit, weights that can be clicked."""

from itertools import combinations

import pygame
import pytest

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Hot
from game.ui.panels.balance import AFRAID, AGAINST, NEITHER, WITH, Balance, BalanceScale, Weight
from game.ui.theme import Theme

SIX = Balance(
    "DE",
    "Germany",
    tuple(
        Weight(code, palette.colour(colour), share, side)
        for code, colour, share, side in (
            ("DE", "#D3DADE", 24.0, WITH),
            ("AH", "#E1C696", 10.0, WITH),
            ("IT", "#A2AE51", 7.0, WITH),
            ("RU", "#83B09A", 19.0, AGAINST),
            ("FR", "#5283DD", 13.0, AGAINST),
            ("GB", "#D2595F", 22.0, AFRAID),
            ("OT", "#A578BD", 5.0, NEITHER),
        )
    ),
)
MANY = Balance(
    "S0",
    "Northmark",
    tuple(Weight(f"S{k}", (90, 120, 150), 100 / 60, (WITH, AGAINST, AFRAID, NEITHER)[k % 4]) for k in range(60)),
)
ALONE = Balance("AA", "Avar", (Weight("AA", (200, 90, 90), 100.0, WITH),))
SIZES = [(1010, 160), (780, 160), (780, 120), (560, 120), (540, 160)]


def placed(balance: Balance, size: tuple[int, int], theme: Theme | None = None, **more: object) -> BalanceScale:
    scale = BalanceScale(balance, **more)
    scale.place(theme or Theme(), pygame.Rect((40, 30), size))
    return scale


@pytest.mark.parametrize("balance", [SIX, MANY, ALONE])
@pytest.mark.parametrize("size", SIZES)
def test_weights_neither_overlap_nor_leave_the_panel(balance: Balance, size: tuple[int, int]) -> None:
    scale = placed(balance, size)
    boxes = [block.rect for block in scale.children]
    assert boxes
    for one, other in combinations(boxes, 2):
        assert not one.colliderect(other)
    for box in boxes:
        assert scale.rect.contains(box)


@pytest.mark.parametrize("balance", [SIX, MANY, ALONE])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("larger", [1.0, 1.3])
def test_nothing_is_drawn_outside_the_panel(balance: Balance, size: tuple[int, int], larger: float) -> None:
    theme = Theme(1.0, larger)
    scale = placed(balance, size, theme)
    surface = pygame.Surface((1100, 240))
    surface.fill((255, 0, 255))
    scale.draw(Canvas(surface, theme), Hot())
    inside = surface.subsurface(scale.rect).copy()
    assert pygame.transform.average_color(inside)[:3] != (255, 0, 255)
    surface.fill((255, 0, 255), scale.rect)
    assert (pygame.surfarray.array3d(surface) == (255, 0, 255)).all()


@pytest.mark.parametrize("size", SIZES)
def test_one_scale_serves_all_weights_and_the_hegemony_line(size: tuple[int, int]) -> None:
    scale = placed(SIX, size)
    layout = scale.layout
    assert layout is not None
    inner = layout.fulcrum[0] - layout.gap
    point = (inner - layout.hegemony) / SIX.hegemony
    for spot in layout.spots:
        assert spot.rect.width == pytest.approx(spot.weight.share * point - 2, abs=1.5)


def test_the_leader_lies_next_to_the_fulcrum_and_the_bound_before_the_afraid() -> None:
    scale = placed(SIX, (1010, 160))
    assert scale.layout is not None
    order = [spot.weight.code for spot in sorted(scale.layout.spots, key=lambda spot: spot.rect.x)]
    assert order == ["IT", "AH", "DE", "RU", "FR", "GB", "OT"]


def test_the_heavier_side_hangs_lower() -> None:
    layout = placed(SIX, (1010, 160)).layout
    assert layout is not None and SIX.lean == 9
    assert layout.left[2] > layout.right[2]
    assert SIX.lean_if_bound == -13


def test_weights_too_small_to_see_share_a_block() -> None:
    scale = placed(MANY, (560, 120))
    assert scale.layout is not None
    together = [spot.weight for spot in scale.layout.spots if spot.weight.count > 1]
    assert together
    assert sum(spot.weight.share for spot in scale.layout.spots) == pytest.approx(100)
    assert sum(spot.weight.count for spot in scale.layout.spots) == 60


def test_a_weight_is_found_under_the_pointer_and_pressed() -> None:
    pressed: list[str] = []
    scale = placed(SIX, (1010, 160), on_weight=pressed.append)
    for block in scale.children:
        assert scale.weight_at(block.rect.center) == block.id.removeprefix("weight-")
    assert scale.weight_at((41, 31)) is None
    found = next(block for block in scale.children if block.id == "weight-GB")
    found.activate(None)
    assert pressed == ["GB"]
    assert "afraid" in found.tip and "22" in found.tip


def test_the_afraid_are_hatched_and_the_bound_solid() -> None:
    theme = Theme()
    scale = placed(SIX, (1010, 160))
    surface = pygame.Surface((1100, 240))
    scale.draw(Canvas(surface, theme), Hot())
    shades = {}
    for code in ("RU", "GB"):
        rect = next(block.rect for block in scale.children if block.id == f"weight-{code}")
        row = [surface.get_at((x, rect.y + 5))[:3] for x in range(rect.x + 4, rect.right - 4)]
        shades[code] = len(set(row))
    assert shades["RU"] == 1
    assert shades["GB"] > 3


def test_a_scale_in_balance_says_so_and_stands_level() -> None:
    even = Balance("AA", "Avar", (Weight("AA", (9, 9, 9), 50.0, WITH), Weight("BB", (9, 9, 9), 50.0, AGAINST)))
    layout = placed(even, (1010, 160)).layout
    assert layout is not None and layout.table is None
    assert layout.ends[0][1] == layout.ends[1][1]


def test_a_hegemon_s_count_stands_beside_the_line() -> None:
    plain, counted = (Balance(SIX.leader, SIX.name, SIX.weights, count=count) for count in ("", "1 of 2"))
    pictures = []
    for balance in (plain, counted):
        surface = pygame.Surface((1100, 240))
        placed(balance, (1010, 160)).draw(Canvas(surface, Theme()), Hot())
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] != pictures[1]
