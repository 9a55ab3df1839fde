# Thin on purpose: what needs logic is Python in tools/, so that it is the same without make
# (python tools/lab.py, python tools/check.py).

PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help lab test bench lock picture clean python

help:
	@echo "make lab       set up, then open the workbook in JupyterLab"
	@echo "make test      set up, then run every check"
	@echo "make bench     run the benchmarks beside their peers"
	@echo "make lock      write requirements.lock anew from pyproject.toml (ARGS=--upgrade)"
	@echo "make picture   take the README's picture from the running workbook"
	@echo "make clean     remove what was made (never my_work/)"
	@echo "With another Python: make lab PYTHON=python3.13"

lab: python
	@"$(PYTHON)" tools/lab.py $(ARGS)

test: python
	@"$(PYTHON)" tools/check.py $(ARGS)

bench: python
	@"$(PYTHON)" tools/bench.py $(ARGS)

lock: python
	@"$(PYTHON)" tools/lock.py $(ARGS)

picture: python
	@"$(PYTHON)" tools/setup.py
	@.venv/bin/python tools/picture.py $(ARGS)

clean:
	@rm -rf .venv .venv-bench .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	@find helpers tests tools benchmarks notebooks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
	@find notebooks -name .ipynb_checkpoints -prune -exec rm -rf {} + 2>/dev/null || true

python:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or say where it is:" \
	       "make lab PYTHON=/path/to/python3" >&2; exit 1; }
