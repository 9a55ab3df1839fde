"""What tests of several widgets share."""

import pytest


@pytest.fixture
def count_calls(monkeypatch):
    """Counts from now on how often each of these is called, by name: ``(place, name)`` pairs."""

    def count(*places):
        counts = {}

        def counted(place, name):
            original = getattr(place, name)

            def counting(*arguments, **options):
                counts[name] = counts.get(name, 0) + 1
                return original(*arguments, **options)

            monkeypatch.setattr(place, name, counting)

        for place, name in places:
            counted(place, name)
        return counts

    return count
