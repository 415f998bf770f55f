"""Run many independent jobs over processes of this machine: same results, in order, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from os import cpu_count
from signal import SIG_DFL, SIGINT, signal
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
Progress = Callable[[int], None]


def run_all(
    work: Callable[[Job], Result], jobs: Sequence[Job], *, workers: int = 1, progress: Progress = lambda done: None
) -> list[Result]:
    """Do all jobs and give their results in the order of the jobs; raises what a job raises.

    `work` must be a function of a module and jobs and results plain data: with several workers they cross
    to fresh processes (spawned, the same on every system). `progress` gets the index of each finished job.
    """
    found: dict[int, Result] = {}
    for index, result in finished(work, jobs, workers):
        found[index] = result
        progress(index)
    return [found[index] for index in range(len(jobs))]


def finished(work: Callable[[Job], Result], jobs: Sequence[Job], workers: int) -> Iterator[tuple[int, Result]]:
    """Give (index, result) of each job as it is done; stopping early leaves no process behind."""
    if workers <= 1 or len(jobs) <= 1:
        for index, job in enumerate(jobs):
            yield index, work(job)
        return
    pool = ProcessPoolExecutor(min(workers, len(jobs)), mp_context=get_context("spawn"), initializer=_quietly)
    try:
        waiting: dict[Future[Result], int] = {pool.submit(work, job): index for index, job in enumerate(jobs)}
        while waiting:
            done, _rest = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield waiting.pop(future), future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _quietly() -> None:
    """Let an interrupt end a worker at once and without a word: the main process speaks for all."""
    signal(SIGINT, SIG_DFL)


def all_cores() -> int:
    """Number of processors of this machine."""
    return cpu_count() or 1
