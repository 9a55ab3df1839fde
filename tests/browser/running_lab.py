"""A real JupyterLab, and a real browser looking at it.

What has to be waited for was found out the hard way: the page is ready when the notebook's context
is, the kernel is idle, and the browser's connection to it stands; the splash screen says nothing.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tools import browser as browsers

PATIENCE = 30_000  # milliseconds; a busy classroom laptop is slow, a broken page never comes
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_LAB_SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    # Else outputs that are off the screen are taken out of the page.
    "notebook-extension/tracker": {"windowingMode": "none"},
}


@contextmanager
def running_lab(workbook: Path, scratch: Path, **environment: str) -> Iterator[RunningLab]:
    """A JupyterLab that serves the folder ``workbook`` on the loopback address until the end.

    Its settings, history and caches lie in ``scratch``. ``environment`` is added to what the
    kernels see.
    """
    lab = RunningLab(workbook, scratch, environment)
    try:
        lab.wait_until_up()
        yield lab
    finally:
        lab.stop()


class RunningLab:
    """The server process and its address."""

    def __init__(self, workbook: Path, scratch: Path, environment: dict[str, str]) -> None:
        self.token = secrets.token_hex(16)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.folder = workbook
        settings = scratch / "settings"
        for name, values in _LAB_SETTINGS.items():
            file = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(values), encoding="utf-8")
        own = {
            "HOME": scratch / "home",
            "JUPYTER_CONFIG_DIR": scratch / "config",
            "JUPYTER_DATA_DIR": scratch / "data",
            "JUPYTER_RUNTIME_DIR": scratch / "runtime",
            "IPYTHONDIR": scratch / "ipython",
            "JUPYTERLAB_SETTINGS_DIR": settings,
            "JUPYTERLAB_WORKSPACES_DIR": scratch / "workspaces",
        }
        for folder in own.values():
            folder.mkdir(parents=True, exist_ok=True)
        self.log = scratch / "server.log"
        command = [
            *(sys.executable, "-m", "jupyterlab", "--no-browser"),
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            f"--IdentityProvider.token={self.token}",
            f"--ServerApp.root_dir={workbook}",
            "--LabApp.expose_app_in_browser=True",
            "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--LabApp.extension_manager=readonly",
            # Should the tests die before they stop it, it goes by itself.
            "--ServerApp.shutdown_no_activity_timeout=600",
            "--MappingKernelManager.cull_idle_timeout=300",
            *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        ]
        surroundings = os.environ | {name: str(folder) for name, folder in own.items()}
        surroundings |= {"WORKBOOK_HOME": str(workbook), **environment}
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command, env=surroundings, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def wait_until_up(self) -> None:
        """Return once it answers.

        Raises:
            RuntimeError: it ended, or did not answer in a minute; with the end of its log.
        """
        for _ in range(600):
            if self._process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.address}/api?token={self.token}", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()[-3000:]}")

    def stop(self) -> None:
        """End the server, and with it its kernels."""
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def real_browser() -> Iterator[Browser]:
    """The browser of this machine; ``tools/browser.py`` knows where."""
    path = browsers.find()
    if path is None:
        raise RuntimeError(f"There is no browser. {browsers.HOW_TO_GET_ONE}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Notebook:
    """One notebook, open in the browser, and all that went wrong in it."""

    def __init__(self, page: Page, lab: RunningLab, path: str) -> None:
        self.page = page
        self.left_the_machine: list[str] = []
        self.page_errors: list[str] = []
        self.expected_problems: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self._note_request(request.url, lab.address))
        page.on("websocket", lambda socket: self._note_request(socket.url, lab.address))
        page.on("pageerror", lambda error: self.page_errors.append(str(error)))
        page.goto(f"{lab.address}/lab/tree/{path}?token={lab.token}&reset")
        page.wait_for_function(
            """() => {
                const panel = window.jupyterapp?.shell?.currentWidget;
                const kernel = panel?.sessionContext?.session?.kernel;
                return panel?.context?.isReady && kernel?.status === 'idle'
                    && kernel?.connectionStatus === 'connected';
            }"""
        )
        # An exception in a widget's callback shows nowhere on the page: listen for it.
        page.evaluate(
            """() => {
                window.kernelErrors = [];
                const {kernel} = window.jupyterapp.shell.currentWidget.sessionContext.session;
                kernel.anyMessage.connect((_, {msg}) => {
                    if (msg.header.msg_type === 'error') {
                        window.kernelErrors.push(`${msg.content.ename}: ${msg.content.evalue}`);
                    }
                });
            }"""
        )
        self.panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def _note_request(self, url: str, address: str) -> None:
        local = (address, address.replace("http:", "ws:"), "data:", "blob:", "about:")
        if not url.startswith(local):
            self.left_the_machine.append(url)

    def run_all(self) -> None:
        """Run every cell, and wait until the last one has its answer."""
        self.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        self.page.wait_for_function(
            """() => {
                const panel = window.jupyterapp.shell.currentWidget;
                const cells = [...panel.content.model.cells].filter(
                    (cell) => cell.type === 'code' && cell.sharedModel.source.trim());
                return panel.sessionContext.session.kernel.status === 'idle'
                    && (window.kernelErrors.length
                        || cells.every((cell) => cell.executionCount !== null));
            }"""
        )

    def restart(self) -> None:
        """A new kernel, in which nothing has been run."""
        self.page.evaluate(
            """async () => {
                const panel = window.jupyterapp.shell.currentWidget;
                for (const cell of panel.content.model.cells) cell.executionCount = null;
                await panel.sessionContext.session.kernel.restart();
            }"""
        )
        self.page.wait_for_function(
            """() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status
                === 'idle'"""
        )

    def cell(self, cell_id: str) -> Locator:
        """The cell with this id."""
        index = self.page.evaluate(
            """(id) => [...window.jupyterapp.shell.currentWidget.content.model.cells]
                .findIndex((cell) => cell.id === id)""",
            cell_id,
        )
        assert index >= 0, f"no cell {cell_id!r}"
        return self.panel.locator(".jp-Notebook .jp-Cell").nth(index)

    def sources(self) -> list[str]:
        """What all cells hold now."""
        return self.page.evaluate(
            """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
                .map((cell) => cell.sharedModel.source)"""
        )

    def close(self) -> None:
        """Close the page and end its kernel, so that kernels do not pile up."""
        self.page.evaluate(
            "window.jupyterapp.shell.currentWidget.sessionContext.shutdown().catch(() => {})"
        )
        self.page.close()

    def problems(self) -> list[str]:
        """Everything that went wrong since the notebook was opened."""
        kernel = self.page.evaluate("window.kernelErrors")
        shown = self.panel.locator('[role="alert"]').all_inner_texts()
        left = [f"left the machine: {url}" for url in self.left_the_machine]
        return [*kernel, *self.page_errors, *left, *shown]
