"""Where the texts with known answers lie, and the scorers beside them."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent


def gold_folder(name: str) -> Path:
    """The folder with this name in GOLD_DIR, else in ../shared/gold, whether or not it is there."""
    return Path(os.environ.get("GOLD_DIR", ROOT.parent / "shared" / "gold")) / name


def load_scorer(folder: Path) -> ModuleType | None:
    """The scorer of a gold folder; None, and a line that says so, where there is no such folder."""
    if not (folder / "score.py").is_file():
        print(f"No gold folder at {folder}: accuracy was not measured.")
        return None
    specification = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert specification is not None
    assert specification.loader is not None
    score = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(score)
    os.environ["GOLD_DIR"] = str(folder)  # where the scorer itself looks
    return score
