"""Web addresses: one page is fetched, carefully, and only when it is asked for by its address.

An address may lead anywhere, also back into the own network, where printers, routers and clouds'
machines answer everybody who stands inside. So the name is looked up once, every address that it
has is checked, and the connection goes to the very address that was checked; a second look-up
could give another one. The same happens after every redirect.
"""

from __future__ import annotations

import contextlib
import datetime
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import urllib.parse
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

from helpers.text.loading.unreadable import UnreadableArticle

MOST_REDIRECTS = 5
_CHUNK = 1 << 16
_IN_A_FILE = (
    "Open the page in a browser, save it as .html or copy the article's text into a file that "
    "ends in .txt, and load that file."
)
# The well-known prefix under which IPv6-only networks reach IPv4 addresses (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


_PORTS = {"http": 80, "https": 443}


class _Place(NamedTuple):
    """Whom to ask for what: the parts of an address, its host in ASCII letters."""

    scheme: str
    host: str
    port: int
    target: str


class Page(NamedTuple):
    """What an address gave."""

    raw: bytes
    url: str
    """Where it came from in the end, after redirects."""
    kind: str
    """The content type that the server states, such as ``text/html``; "" where it states none."""
    charset: str
    retrieved: datetime.datetime


def fetch(url: str, *, most: int, timeout: float, allow_private: bool) -> Page:
    """The page at ``url``, of at most ``most`` bytes, within ``timeout`` seconds altogether.

    Raises:
        UnreadableArticle: the address is no http or https one, leads into the own machine or a
            private network, redirects more than five times, does not answer in time or with a
            page, or the page is too large.
    """
    deadline = time.monotonic() + timeout
    asked = url
    for _ in range(MOST_REDIRECTS + 1):
        place = _place(url, asked)
        addresses = _look_up(place, asked, allow_private)
        try:
            with _answer(place, addresses, deadline) as answer:
                if answer.status in (301, 302, 303, 307, 308) and answer.headers["Location"]:
                    url = urllib.parse.urljoin(url, _quoted(answer.headers["Location"]))
                    continue
                if answer.status != 200:
                    raise UnreadableArticle(
                        f"{asked} answered {answer.status} {answer.reason}, and with no article. "
                        f"Check the address. {_IN_A_FILE}"
                    )
                raw = _body(answer, asked, most)
                headers: Message = answer.headers
                if time.monotonic() >= deadline:  # the line was cut: the page is not whole
                    raise TimeoutError
        except ssl.SSLCertVerificationError as error:
            why = getattr(error, "verify_message", error)
            raise UnreadableArticle(
                f"{asked} could not be fetched: {place.host} does not prove that it is "
                f"{place.host} ({why}). {_IN_A_FILE}"
            ) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, UnreadableArticle):
                raise
            if time.monotonic() >= deadline or isinstance(error, TimeoutError):
                raise UnreadableArticle(
                    f"{asked} did not answer within {timeout:g} seconds. Try again later, or give "
                    f"it more time: load_article(…, timeout={3 * timeout:g}). {_IN_A_FILE}"
                ) from error
            raise UnreadableArticle(
                f"{asked} could not be fetched: {error or type(error).__name__}. Check the "
                f"address and the network. {_IN_A_FILE}"
            ) from error
        stated = headers["Content-Type"]
        return Page(
            raw=raw,
            url=url,
            kind=headers.get_content_type() if stated else "",
            charset=str(headers.get_param("charset") or ""),
            retrieved=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
        )
    raise UnreadableArticle(
        f"{asked} redirects more than {MOST_REDIRECTS} times, the last time to {url}. {_IN_A_FILE}"
    )


def _quoted(address: str) -> str:
    """The address with what may not stand in one in its percent form."""
    return urllib.parse.quote(address.strip(), safe="%/:=&?~#+!$,;'@()*[]")


def _place(url: str, asked: str) -> _Place:
    via = "" if url == asked else f", to which {asked} redirects,"
    try:
        parts = urllib.parse.urlsplit(_quoted(url))
        host, port = urllib.parse.unquote(parts.hostname or ""), parts.port
    except ValueError as error:
        raise UnreadableArticle(f"{url}{via} is no web address: {error}.") from error
    if parts.scheme not in ("http", "https"):
        raise UnreadableArticle(
            f"{url}{via} is no address of a web page: it begins with {parts.scheme}://. Addresses "
            "that begin with https:// or http:// are fetched; for a file give its path alone."
        )
    if not host:
        raise UnreadableArticle(
            f"{url}{via} names no host. A web address looks like https://news.example/article."
        )
    if parts.username is not None:
        raise UnreadableArticle(
            f"{url}{via} holds a user's name or password before the host {host}. Leave it out."
        )
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UnreadableArticle(f"{url}{via} is no web address: no host is “{host}”.") from error
    return _Place(
        scheme=parts.scheme,
        host=name,
        port=port or _PORTS[parts.scheme],
        target=urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, "")),
    )


def _look_up(place: _Place, asked: str, allow_private: bool) -> list[str]:
    """The IP addresses of the host, all of them checked."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        raise UnreadableArticle(
            f"{asked} could not be fetched: no host {place.host} was found. Check the spelling of "
            "the address, and whether this computer is online."
        ) from error
    addresses = list(dict.fromkeys(str(numbers[0]) for *_, numbers in found))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise UnreadableArticle(
                f"{asked} was not fetched: {place.host} is {address}, an address of this computer "
                "or of a private network. If you know what answers there, allow it: "
                "load_article(…, allow_private=True)."
            )
    return addresses


def is_public(address: str) -> bool:
    """Does an IP address belong to the open internet, and every address that is wrapped in it?

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("9.9.9.9")
    (False, False, True)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            wrapped.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        # The first 96 bits zero: "IPv4-compatible", given up and never public.
        if ip.is_site_local or int(ip) >> 32 == 0:
            return False
        if any(inner is not None and not is_public(str(inner)) for inner in wrapped):
            return False
        if ip.ipv4_mapped is not None:
            return True
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


@contextlib.contextmanager
def _answer(
    place: _Place, addresses: list[str], deadline: float
) -> Iterator[http.client.HTTPResponse]:
    """The answer to a GET, sent to the first of ``addresses`` that can be reached."""
    stream = _connected(addresses, place.port, deadline)

    def cut() -> None:
        with contextlib.suppress(OSError):
            socket.socket.shutdown(stream, socket.SHUT_RDWR)

    # A server may send a byte a second for ever, and each would be in time. So at the deadline
    # the line is cut, whatever is being waited for.
    timer = threading.Timer(max(0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        if place.scheme == "https":
            context = ssl.create_default_context()
            stream = context.wrap_socket(
                stream, server_hostname=place.host, do_handshake_on_connect=False
            )
            stream.do_handshake()
        connection = http.client.HTTPConnection(place.host, place.port)
        connection.sock = stream
        host = f"[{place.host}]" if ":" in place.host else place.host
        own_port = "" if place.port == _PORTS[place.scheme] else f":{place.port}"
        connection.putrequest("GET", place.target, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host + own_port)
        connection.putheader("User-Agent", "close-reading-workbook (one page, for a reader)")
        connection.putheader("Accept", "text/html, text/plain;q=0.9, */*;q=0.5")
        connection.putheader("Accept-Encoding", "identity")
        connection.putheader("Connection", "close")
        connection.endheaders()
        with contextlib.closing(connection.getresponse()) as answer:
            yield answer
    finally:
        timer.cancel()
        stream.close()


def _connected(addresses: list[str], port: int, deadline: float) -> socket.socket:
    refused: OSError = TimeoutError()
    for position, address in enumerate(addresses):
        # Some time is left for the next address, where one does not answer.
        left = (deadline - time.monotonic()) / min(2, len(addresses) - position)
        try:
            stream = socket.create_connection((address, port), timeout=max(0.01, left))
        except OSError as error:
            refused = error
        else:
            stream.settimeout(max(0.01, deadline - time.monotonic()))
            return stream
    raise refused


def _body(answer: http.client.HTTPResponse, asked: str, most: int) -> bytes:
    """The page, no more than ``most`` bytes of it, whatever its length is said to be."""
    coding = (answer.headers["Content-Encoding"] or "identity").strip().casefold()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise UnreadableArticle(
            f"{asked} answered in the encoding “{coding}”, which was not asked for. {_IN_A_FILE}"
        )
    stated = answer.length
    body = bytearray()
    if stated is not None and stated > most:
        raise _too_large(asked, most)
    while chunk := answer.read(_CHUNK):
        body += chunk
        if len(body) > most:
            raise _too_large(asked, most)
    if stated is not None and len(body) < stated:
        raise OSError(f"the answer broke off after {len(body)} of {stated} bytes")
    if coding == "identity":
        return bytes(body)
    try:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        raw = unpacker.decompress(bytes(body), most + 1)
    except zlib.error as error:
        raise OSError(f"the answer, packed as {coding}, is damaged ({error})") from error
    if len(raw) > most:
        raise _too_large(asked, most)
    if not unpacker.eof:
        raise OSError(f"the answer, packed as {coding}, broke off")
    return raw


def _too_large(asked: str, most: int) -> UnreadableArticle:
    return UnreadableArticle(
        f"{asked} is larger than {most / 1_000_000:g} MB, the limit. If it is an article, allow "
        f"more: load_article(…, limit={2 * most / 1_000_000:g})."
    )
