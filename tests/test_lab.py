"""``make lab`` as a teacher runs it: the printed address opens notebook 00."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
def test_the_printed_address_opens_notebook_00_even_where_the_usual_port_is_taken(tmp_path):
    surroundings = os.environ | {"NO_BROWSER": "1", "PYTHONIOENCODING": "utf-8"}
    for name in ("CONFIG", "DATA", "RUNTIME"):
        surroundings[f"JUPYTER_{name}_DIR"] = str(tmp_path / name)
    surroundings.pop("JUPYTER_TOKEN", None)
    with socket.socket() as usual:
        try:
            usual.bind(("127.0.0.1", 8888))
            usual.listen()
        except OSError:
            pass  # somebody else has it: taken all the same
        lab = subprocess.Popen(
            [sys.executable, "tools/lab.py"],
            cwd=ROOT,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        patience = threading.Timer(120, lab.kill)
        patience.start()
        try:
            address = next(
                (found[0] for line in lab.stdout if (found := re.search(r"http://\S+", line))), ""
            )
            assert "/lab/tree/notebooks/00_start_here.ipynb?token=" in address
            assert ":8888/" not in address
            direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with direct.open(address, timeout=30) as page:
                assert page.status == 200
            contents = address.replace("/lab/tree/", "/api/contents/")
            with direct.open(contents, timeout=30) as notebook:
                assert b"Start here" in notebook.read()
        finally:
            lab.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            with lab.stdout:
                rest = lab.stdout.read()
            ended = lab.wait()
            patience.cancel()
    if os.name == "posix":  # Windows ends a process without asking it
        assert ended == 0, rest
        assert "Traceback" not in rest
