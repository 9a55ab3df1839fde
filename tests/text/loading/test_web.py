"""A server on this computer plays the web: no test goes out into it."""

import datetime
import gzip
import http.server
import socket
import ssl
import threading
import time
import zlib

import pytest

from helpers import UnreadableArticle, find_my_work, load_article
from helpers.text.article import Link
from helpers.text.loading import web
from tests.text.loading import files
from tests.text.loading.files import TEXT, TITLE, page

HTML = {"Content-Type": "text/html; charset=utf-8"}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Site:
    """What a server answers: for each path a status, headers and a body, or a function."""

    def __init__(self):
        self.answers = {"/ferry": (200, HTML, page().encode())}
        self.asked = []

    def start(self):
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                answer = site.answers.get(self.path, (404, {}, b""))
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *_: None  # a client that hangs up is what we test
        self.server.block_on_close = False
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(5)


@pytest.fixture
def site():
    made = Site()
    made.start()
    yield made
    made.stop()


def load(site, path="/ferry", **options):
    return load_article(f"{site.url}{path}", allow_private=True, **options)


def test_a_web_page_is_fetched_extracted_and_kept(site):
    now = datetime.datetime.now(datetime.UTC)
    article = load(site)
    assert (article.title, article.text) == (TITLE, TEXT)
    assert article.url == article.origin.url == f"{site.url}/ferry"
    assert abs(article.origin.retrieved - now) < datetime.timedelta(seconds=60)
    assert load_article(article.origin.kept) == article


def test_an_address_that_is_kept_is_not_fetched_again_unless_asked_for(site):
    first = load(site)
    site.answers["/ferry"] = (200, HTML, page([*files.PARAGRAPHS, files.PARAGRAPHS[0]]).encode())
    assert load_article(f"{site.url}/ferry#comments") == first
    assert len(site.asked) == 1
    second = load(site, again=True)
    assert second.text == f"{TEXT}\n\n{files.PARAGRAPHS[0]}"
    assert load_article(f"{site.url}/ferry") == second
    assert load_article(first.origin.kept) == first


def test_a_page_that_changed_around_its_article_is_the_same_article(site):
    first = load(site)
    site.answers["/ferry"] = (200, HTML, page().replace("Cat found", "Dog found").encode())
    assert load(site, again=True) == first
    assert len(list((find_my_work() / "articles").iterdir())) == 1


def test_the_same_page_at_two_addresses_is_extracted_once_and_kept_for_both(site, monkeypatch):
    site.answers["/ferry?from=mail"] = site.answers["/ferry"]
    first = load(site)

    def refuse(*_, **__):
        raise AssertionError("it was extracted again")

    monkeypatch.setattr("trafilatura.bare_extraction", refuse)
    for _ in range(2):
        second = load(site, "/ferry?from=mail")
        assert second.text == first.text
        assert second.origin.url.endswith("?from=mail")
    assert len(site.asked) == 2
    assert load(site) == first


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("text/plain; charset=cp1252", "The “Café” is closed.".encode("cp1252"), "“Café”"),
        ("text/html; charset=cp1252", page(["“Café” " * 3 + "is it."]).encode("cp1252"), "“Café”"),
        ("application/pdf", files.pdf([["It rained all day."]]), "It rained all day."),
        (WORD, files.docx(), TEXT),
        ("application/octet-stream", files.docx(), TEXT),
        ("application/octet-stream", b"It rained.", "It rained."),
    ],
)
def test_what_the_server_says_decides_how_a_page_is_read(kind, body, text, site):
    site.answers["/a.txt"] = (200, {"Content-Type": kind}, body)
    assert text in load(site, "/a.txt").text


def test_five_redirects_are_followed_and_the_last_address_is_the_articles(site):
    for step in range(5):
        target = "/ferry" if step == 4 else f"/{step + 1}"
        site.answers[f"/{step}"] = ((301, 302, 303, 307, 308)[step], {"Location": target}, b"")
    article = load(site, "/0")
    assert article.text == TEXT
    assert (article.url, article.origin.url) == (f"{site.url}/ferry", f"{site.url}/0")


def test_six_redirects_and_a_loop_are_refused(site):
    site.answers["/loop"] = (302, {"Location": "/loop"}, b"")
    with pytest.raises(UnreadableArticle, match="redirects more than 5 times"):
        load(site, "/loop")
    assert len(site.asked) == 6


def test_links_to_related_articles_get_their_whole_address(site):
    related = 'Read more: <a href="/boats">Other boats</a>'
    site.answers["/ferry"] = (200, HTML, page([*files.PARAGRAPHS, related]).encode())
    assert load(site).related == (Link("Other boats", f"{site.url}/boats"),)


PRIVATE = [
    *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "localhost"),
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
    *("[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]"),
    *("[::ffff:127.0.0.1]", "[::ffff:a00:1]", "[::127.0.0.1]", "[64:ff9b::10.0.0.1]"),
    *("[2002:7f00:1::]", "[2002:c0a8:101::]", "１２７.0.0.1"),
]


@pytest.mark.parametrize("host", PRIVATE)
def test_addresses_of_this_computer_and_of_private_networks_are_refused(host, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    with pytest.raises(UnreadableArticle, match=r"was not fetched|no host") as caught:
        load_article(f"http://{host}/")
    assert host.strip("[]") in str(caught.value) or "127.0.0.1" in str(caught.value)


@pytest.mark.parametrize("host", [host for host in PRIVATE if host[0].isascii()])
def test_a_redirect_into_a_private_network_is_refused(host, site, monkeypatch):
    # The first host passes for a public one; where it leads is checked like any other.
    is_public, passes = web.is_public, [True]
    monkeypatch.setattr(web, "is_public", lambda ip: bool(passes and passes.pop()) or is_public(ip))
    site.answers["/ferry"] = (302, {"Location": f"http://{host}/secret"}, b"")
    with pytest.raises(UnreadableArticle, match=r"was not fetched|no host"):
        load_article(f"{site.url}/ferry")
    assert len(site.asked) == 1


@pytest.mark.parametrize("address", ["9.9.9.9", "2606:4700:4700::1111", "::ffff:9.9.9.9"])
def test_public_addresses_are_told_from_private_ones(address):
    assert web.is_public(address)


def test_a_name_is_looked_up_once_and_the_address_that_was_checked_is_the_one_called(
    site, monkeypatch
):
    port = site.server.server_port
    looked_up = []

    def rebinding(host, asked_port, **_):
        """A name that is public when it is checked and private when it is called."""
        looked_up.append(host)
        address = "9.9.9.9" if len(looked_up) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, asked_port))]

    called = []

    def call(address, **_):
        called.append(address)
        raise ConnectionRefusedError("nobody answers")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", call)
    with pytest.raises(UnreadableArticle, match="nobody answers"):
        load_article(f"http://rebinding.example:{port}/")
    assert looked_up == ["rebinding.example"]
    assert called == [("9.9.9.9", port)]


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    places = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("9.9.9.9", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: places)
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    with pytest.raises(UnreadableArticle, match=r"is 10\.0\.0\.1"):
        load_article("http://both.example/")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("file:///etc/hosts", "begins with file://"),
        ("ftp://news.example/a.txt", "begins with ftp://"),
        ("gopher://news.example/", "begins with gopher://"),
        ("http://", "names no host"),
        ("https:///a", "names no host"),
        ("http://user:secret@news.example/", "user's name or password"),
        ("http://news.example:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://nobody.example/", "no host nobody.example was found"),
        ("http://.example/", "no web address"),
    ],
)
def test_an_address_that_leads_to_no_page_is_said(address, said, monkeypatch):
    def nobody(*_, **__):
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(UnreadableArticle, match=said):
        load_article(address)


@pytest.mark.parametrize("target", ["file:///etc/hosts", "ftp://127.0.0.1/", "https:///a"])
def test_a_redirect_to_what_is_no_page_is_refused(target, site):
    site.answers["/ferry"] = (302, {"Location": target}, b"")
    with pytest.raises(UnreadableArticle, match=r"to which .* redirects"):
        load(site)


@pytest.mark.parametrize("status", [204, 304, 401, 403, 404, 429, 500])
def test_an_answer_without_a_page_is_said_with_its_number(status, site):
    site.answers["/ferry"] = (status, {}, b"")
    with pytest.raises(UnreadableArticle, match=f"answered {status}"):
        load(site)


def drip(handler, piece, *, head=True):
    if head:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        handler.wfile.write(piece)
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda handler: time.sleep(2), id="nothing"),
        pytest.param(lambda handler: drip(handler, b"<p>"), id="page for ever"),
        pytest.param(lambda handler: drip(handler, b"X-A: b\r\n", head=False), id="head for ever"),
    ],
)
def test_a_server_that_never_ends_is_left_after_the_time_given(answer, site):
    site.answers["/ferry"] = answer
    began = time.monotonic()
    with pytest.raises(UnreadableArticle, match=r"within 0\.3 seconds|could not be fetched"):
        load(site, timeout=0.3)
    assert time.monotonic() - began < 1.9  # and not the two seconds of the silent one


@pytest.mark.parametrize("stated", [True, False], ids=["length stated", "length not stated"])
def test_a_page_over_the_limit_is_left_while_it_comes(stated, site):
    sent = []

    def answer(handler):
        length = b"Content-Length: 50000000\r\n" if stated else b""
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + length + b"\r\n")
        for _ in range(500):
            sent.append(handler.wfile.write(b"x" * 100_000))

    site.answers["/ferry"] = answer
    with pytest.raises(UnreadableArticle, match=r"larger than 0\.2 MB.*limit=0\.4"):
        load(site, limit=0.2)
    assert sum(sent) < 20_000_000  # what fits into the network's own buffers


def test_a_page_that_breaks_off_is_not_taken_for_whole(site):
    body = page().encode()
    site.answers["/ferry"] = (200, {**HTML, "Content-Length": str(len(body) + 9)}, body)
    with pytest.raises(UnreadableArticle, match="broke off"):
        load(site, timeout=1)


@pytest.mark.parametrize(
    ("coding", "body"),
    [("gzip", gzip.compress(page().encode())), ("deflate", zlib.compress(page().encode()))],
)
def test_a_page_that_comes_packed_though_nobody_asked_is_unpacked(coding, body, site):
    site.answers["/ferry"] = (200, {**HTML, "Content-Encoding": coding}, body)
    assert load(site).text == TEXT
    assert site.asked[0][1]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("coding", "body", "said"),
    [
        pytest.param("gzip", gzip.compress(bytes(9_000_000)), "larger than", id="bomb"),
        pytest.param("gzip", gzip.compress(page().encode())[:-9], "broke off", id="cut off"),
        pytest.param("gzip", b"It rained.", "damaged", id="not packed"),
        pytest.param("br", b"It rained.", "which was not asked for", id="unknown"),
    ],
)
def test_a_packed_page_that_cannot_be_unpacked_is_said(coding, body, said, site):
    site.answers["/ferry"] = (200, {**HTML, "Content-Encoding": coding}, body)
    with pytest.raises(UnreadableArticle, match=said):
        load(site, limit=1)


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/json"])
def test_an_address_of_another_kind_of_file_is_said(kind, site):
    site.answers["/ferry"] = (200, {"Content-Type": kind}, b"\x89PNG")
    with pytest.raises(UnreadableArticle, match=f"of the kind {kind}"):
        load(site)


def test_a_server_that_speaks_no_http_is_said(site):
    site.answers["/ferry"] = lambda handler: handler.wfile.write(b"SSH-2.0\r\n\r\n")
    with pytest.raises(UnreadableArticle, match="could not be fetched"):
        load(site)


def test_https_asks_for_a_certificate_of_the_hosts_name(site, monkeypatch):
    asked = []

    def wrap(context, stream, *, server_hostname, **_):
        asked.append((server_hostname, context.check_hostname, context.verify_mode))
        raise ssl.SSLCertVerificationError("certificate of another host")

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", wrap)
    address = f"https://localhost:{site.server.server_port}/"
    with pytest.raises(UnreadableArticle, match="localhost does not prove that it is localhost"):
        load_article(address, allow_private=True)
    assert asked == [("localhost", True, ssl.CERT_REQUIRED)]


def test_a_server_without_tls_is_said_where_https_was_asked_for(site):
    with pytest.raises(UnreadableArticle, match="could not be fetched"):
        load_article(site.url.replace("http:", "https:"), allow_private=True, timeout=2)


def test_signs_in_an_address_that_need_it_are_put_in_their_percent_form(site):
    site.answers["/caf%C3%A9%20a?q=%C3%BC&x=1%2F2"] = site.answers["/ferry"]
    assert load(site, "/café a?q=ü&x=1%2F2").text == TEXT
