"""Write the golden saves of the present format: `PYTHONPATH=.:tests python -m storage.golden`.

Run it once for each version of the format, when its rules are settled, and commit what it writes. A golden
save is kept for ever and never written again; it must load in every later version.
"""

import shutil
import tempfile
from pathlib import Path

from game.storage.save_file import VERSION
from game.storage.saves import save

from .games import play

FOLDER = Path(__file__).parent / "golden"
GAMES = {"five-crowns": ("five-crowns", 11), "europe": ("europe-1900", 12), "laboratory": ("lab:4x3:level=full", 10)}


def main() -> None:
    """Write every golden save of this version that is not there yet."""
    FOLDER.mkdir(exist_ok=True)
    for short, (scenario, turns) in GAMES.items():
        target = FOLDER / f"v{VERSION}-{short}.json"
        if not target.exists():
            with tempfile.TemporaryDirectory() as folder:
                shutil.copy(save(play(scenario, turns=turns, seed=1815), short, Path(folder)), target)


if __name__ == "__main__":
    main()
