"""Is what a cell shows accessible, in JupyterLab's light and dark theme?"""

from axe_playwright_python.sync_playwright import Axe

THEMES = ("JupyterLab Light", "JupyterLab Dark")


def assert_accessible(notebook, cell):
    """axe-core finds nothing wrong with what this cell shows."""
    cell.locator(".jp-OutputArea").first.evaluate("area => { area.id = 'under-test'; }")
    report = Axe().run(notebook.page, context="#under-test")
    assert report.violations_count == 0, report.generate_report()


def change_theme(notebook, theme):
    """JupyterLab in this theme, once it is."""
    notebook.page.evaluate(
        "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme
    )
    notebook.page.wait_for_function(
        "theme => document.body.dataset.jpThemeName === theme", arg=theme
    )
