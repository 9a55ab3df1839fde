from helpers.views.colours import COLOURS, GREY, ink


def contrast(one, other):
    """The contrast ratio of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour, page, part):
    """What color-mix(in srgb, colour part, transparent) gives on a page of one colour."""
    pairs = [(int(colour[n : n + 2], 16), int(page[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(part * c + (1 - part) * p):02x}" for c, p in pairs)


def test_the_first_24_inks_differ_and_none_is_the_grey_of_nobody():
    assert len({ink(number) for number in range(24)} | {GREY}) == 25


def test_marked_words_are_legible_on_light_and_dark_pages():
    for colour in (*COLOURS, GREY.colour):
        assert contrast("#212121", mixed(colour, "#ffffff", 0.22)) >= 7
        assert contrast("#ffffff", mixed(colour, "#111111", 0.22)) >= 7
