"""What `bench` reports: the keys that CI reads, and where the time goes."""

from game.arena.bench import GROWTH, STEPS, dearest, rules_speed
from game.phases import PHASES


def test_the_report_has_a_figure_for_every_bar() -> None:
    said: list[str] = []
    report = rules_speed(1, said.append, turns=2)
    for key in ("one_game_turns_per_s", "full_one_game_turns_per_s"):
        assert set(report[key]) == {"7", "12"}
        assert all(figure > 0 for figure in report[key].values())
    assert report["batch_state_turns_per_cpu_s"]["7"] > 0
    assert report["full_batch_state_turns_per_cpu_s"]["7"] > 0
    assert set(report["ms_per_turn"]) == {"40", "180"}
    assert set(report["growth"]["ms_per_turn"]) == {str(n) for n in GROWTH}
    assert len(said) == STEPS


def test_the_dearest_phases_are_five_beside_the_opponents_in_order_of_their_share() -> None:
    shares = dearest("full", turns=4)
    assert "opponents" in shares and len(shares) == 6
    assert list(shares.values()) == sorted(shares.values(), reverse=True)
    assert 0.5 < sum(shares.values()) <= 1.001
    assert set(shares) <= {"opponents", *(phase.name for phase in PHASES)}
