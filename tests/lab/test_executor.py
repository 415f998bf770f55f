"""The executor: all jobs, in order, over any number of processes; an error stops it and leaves nothing behind."""

import multiprocessing
from math import sqrt

import pytest

from game.arena.executor import finished, run_all


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_jobs(workers: int) -> None:
    seen: list[int] = []
    assert run_all(sqrt, [16.0, 4.0, 9.0, 1.0], workers=workers, progress=seen.append) == [4.0, 2.0, 3.0, 1.0]
    assert sorted(seen) == [0, 1, 2, 3]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_job_raises_is_raised_and_no_process_is_left(workers: int) -> None:
    with pytest.raises(ValueError, match=r"math domain|nonnegative"):
        run_all(sqrt, [1.0, -1.0, 4.0], workers=workers)
    assert multiprocessing.active_children() == []


def test_one_can_stop_early() -> None:
    for index, _value in finished(sqrt, [4.0] * 6, 2):
        assert index >= 0
        break
    assert multiprocessing.active_children() == []


def test_no_jobs_have_no_results() -> None:
    assert run_all(sqrt, [], workers=4) == []
