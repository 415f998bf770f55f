"""Find the countries of Natural Earth: a file that was given, or the npm package world-atlas."""

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from game.cartography.topojson import Country, countries

__all__ = ["CREDITS", "PACKAGE", "modern_countries"]

PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/countries-50m.json"
CREDITS = (
    "Natural Earth 1:50m (public domain), by way of world-atlas 2.0.2 (ISC, Mike Bostock); "
    "regions and the borders of 1900 drawn for Counterpoise."
)
SECONDS = 120


def modern_countries(source: Path | None) -> dict[str, Country]:
    """Return today's countries from `source`, or fetch them with npm; raise ValueError when neither works."""
    if source is not None:
        if not source.is_file():
            raise ValueError(f"Expected the world-atlas file at {source}, found none.")
        return countries(source)
    with tempfile.TemporaryDirectory() as folder:
        return countries(_fetched(Path(folder)))


def _fetched(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise ValueError(f"npm is missing: install it, or get {MEMBER} of {PACKAGE} and name it with --source.")
    try:
        subprocess.run([npm, "pack", PACKAGE], cwd=folder, check=True, capture_output=True, timeout=SECONDS)
    except (subprocess.SubprocessError, OSError) as fault:
        raise ValueError(f"npm could not fetch {PACKAGE}: check the connection, or use --source.") from fault
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        packed = archive.extractfile(MEMBER)
        if packed is None:
            raise ValueError(f"Expected {MEMBER} in {PACKAGE}, found none.")
        (folder / "countries.json").write_bytes(packed.read())
    return folder / "countries.json"
