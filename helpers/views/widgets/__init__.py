"""Findings to explore: each widget shows what a function already gave, and lets you ask again."""
