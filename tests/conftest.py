"""What all tests share: a workbook of their own, so that nothing touches the learner's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# Times are asserted nowhere: the machine may be busy.
settings.register_profile("workbook", deadline=None)
settings.load_profile("workbook")

ROOT = Path(__file__).resolve().parent.parent
GIVEN = "seeds/putin-proposes-talks-afp-2025-05-11.txt"
INVENTED = ("seeds/ferry-line-the-strait-ledger.txt", "seeds/ferry-line-the-ellar-lantern.txt")
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def copy_workbook(folder: Path) -> Path:
    """A workbook in ``folder``: seeds and notebooks, nobody's work."""
    for part in ("seeds", "notebooks"):
        shutil.copytree(
            ROOT / part, folder / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints")
        )
    return folder


@pytest.fixture(autouse=True)
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook of this test's own, to which the helpers are set; its notebooks are left out."""
    home = tmp_path / "workbook"
    shutil.copytree(ROOT / "seeds", home / "seeds")
    (home / "notebooks").mkdir()
    monkeypatch.setenv("WORKBOOK_HOME", str(home))
    return home
