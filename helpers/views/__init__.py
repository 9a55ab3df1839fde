"""Findings made visible: tables, highlighted text, charts, files, widgets."""
