"""Files of every format with the same invented article in them, made anew for each test."""

from __future__ import annotations

import io
from collections.abc import Iterable

TITLE = "Harbour café’s last ferry"
PARAGRAPHS = (
    "The ferry to Ellar carries 30\u00a0cars, and on Friday it will sail for the last time, said "
    "“Captain” Joan Mbeki — it’s been a hundred years.",
    "Its owner gave no reason. “We are sorry,” he wrote in a letter that all of the island’s "
    "households found in their boxes on Monday morning.",
    "The council meets on Thursday at 5\u202fp.m. to talk about what comes next for the harbour, "
    "its café and the people who work there.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def page(
    paragraphs: Iterable[str] = PARAGRAPHS, *, title: str = TITLE, head: str = "", around: str = ""
) -> str:
    """A web page with all that surrounds an article; ``around`` stands in its body, too."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>{title} – The Tide</title>{head}
<style>p {{ color: red }}</style><script>var menu = "not shown";</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies.</p><button>Accept all</button></div>
<article><h1>{title}</h1>{around}
{body}</article>
<aside><h3>Most read</h3><ul><li><a href="/cat">Cat found on roof</a></li></ul></aside>
<footer>© The Tide</footer>
</body></html>"""


def pdf(
    pages: Iterable[Iterable[str]], *, leading: int = 14, title: str = "", author: str = ""
) -> bytes:
    """A PDF with these lines, in Helvetica; an empty line is the space between paragraphs."""
    content = []
    for lines in pages:
        steps = ["BT /F1 11 Tf 72 760 Td"]
        for line in lines:
            shown = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            steps.append(f"({shown}) Tj" if line else "")
            steps.append(f"0 -{leading} Td")
        content.append("\n".join([*steps, "ET"]).encode("cp1252"))
    return pdf_of(content, title=title, author=author)


def pdf_of(pages: list[bytes], *, title: str = "", author: str = "") -> bytes:
    """A PDF whose pages hold these drawing instructions."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title <%s> /Author <%s> >>" % (_hex(title), _hex(author)),
    ]
    for number, content in enumerate(pages):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * number),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, b"".join(places))
    end = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + table + end % (size, len(out))


def _hex(text: str) -> bytes:
    return ("\ufeff" + text).encode("utf-16-be").hex().encode() if text else b""


def docx(
    paragraphs: Iterable[str] = PARAGRAPHS, *, title: str = TITLE, style: str = "Title"
) -> bytes:
    """A Word file; its title in the style of that name, if it has one."""
    import docx

    document = docx.Document()
    document.core_properties.title = document.core_properties.author = ""
    if title:
        document.add_paragraph(title, style=style)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document) -> bytes:
    """The bytes of a document that python-docx or pypdf's writer made."""
    file = io.BytesIO()
    (document.save if hasattr(document, "save") else document.write)(file)
    return file.getvalue()
