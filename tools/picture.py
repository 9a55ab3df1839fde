"""Takes the README's picture from the running workbook: make picture

The picture shows an invented report, because the given article may not be passed on.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from tests.browser.running_lab import Notebook, real_browser, running_lab  # noqa: E402
from tests.conftest import INVENTED, copy_workbook  # noqa: E402

PICTURE = ROOT / ".github" / "workbook.png"


def main() -> None:
    """Write the picture of notebook 04 with one quotation chosen."""
    with tempfile.TemporaryDirectory() as scratch:
        workbook = copy_workbook(Path(scratch) / "workbook")
        (workbook / "my_work").mkdir()
        settings = f'article = "{INVENTED[1]}"\nreader = "Blue Heron"\n'
        (workbook / "my_work" / "workbook.toml").write_text(settings, encoding="utf-8")
        with running_lab(workbook, Path(scratch) / "lab") as lab, real_browser() as browser:
            page = browser.new_page(
                viewport={"width": 1280, "height": 860}, device_scale_factor=1.5
            )
            notebook = Notebook(page, lab, "notebooks/04_quotes.ipynb")
            notebook.run_all()
            cell = notebook.cell("do-explore")
            cell.get_by_label("Quotation").select_option(index=8)
            page.wait_for_timeout(1000)  # until the pane has scrolled to it
            cell.evaluate("cell => cell.scrollIntoView({block: 'start'})")
            page.wait_for_timeout(500)
            if notebook.problems():
                sys.exit(f"Something went wrong: {notebook.problems()}")
            page.screenshot(path=PICTURE)
            notebook.close()
    print(f"{PICTURE.relative_to(ROOT)} was written. Look at it before you commit it.")


if __name__ == "__main__":
    main()
