"""Helpers for reading a news article closely.

What a notebook needs is imported from here, as in ``from helpers import load_article``. The names
stand in ``__init__.pyi``; each is loaded when it is first used (Scientific Python's SPEC 1), so
that ``import helpers`` costs next to nothing.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
