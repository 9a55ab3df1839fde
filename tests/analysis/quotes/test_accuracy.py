import re

from helpers.analysis.quotes.accuracy import MEASURED, rules_version


def test_the_figures_are_percentages_with_the_corpus_that_they_were_measured_on():
    figures = {name: value for name, value in MEASURED.record().items() if type(value) is float}
    assert len(figures) == 4
    assert all(0 < value <= 100 for value in figures.values())
    said = MEASURED.in_words()
    assert MEASURED.corpus in said
    assert MEASURED.measured in said
    assert all(f"{value:.1f}%" in said for value in figures.values())


def test_the_version_of_the_rules_changes_when_a_rule_does(monkeypatch, tmp_path):
    from helpers.analysis.quotes import accuracy

    for place in ("analysis/quotes", "analysis/people", "text"):
        (tmp_path / place).mkdir(parents=True)
    rule = tmp_path / "analysis" / "quotes" / "cues.py"
    rule.write_bytes(b"CUES = 'said'\n")
    monkeypatch.setattr(accuracy, "files", lambda _: tmp_path)
    fresh = rules_version.__wrapped__
    before = fresh()
    assert re.fullmatch("[0-9a-f]{12}", before)
    rule.write_bytes(b"CUES = 'said'\r\n")
    assert fresh() == before
    rule.write_bytes(b"CUES = 'said, told'\n")
    assert fresh() != before


def test_the_version_of_the_rules_that_are_used_is_known():
    assert re.fullmatch("[0-9a-f]{12}", rules_version())
