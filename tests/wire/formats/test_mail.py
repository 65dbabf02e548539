"""Copy by e-mail."""

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given, strategies as st

from diplonews import parse_article, parse_articles
from diplonews.errors import ParseError
from diplonews.wire.base import Copy
from diplonews.wire.formats.mail import Mail

BODY = "By Ada Rowe\n\nOSLO, March 12 (AFP) - Zwei Gesandte in Zürich.\n\nSie gingen.\n\n-- \nAda Rowe, desk\n"
PAGE = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://h.example/1\r\nSubject: Talks end\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\n'
    "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><title>Talks end</title>"
    "</head><body><article><h1>Talks end</h1><p>"
    + "They left =C3=BC at night. "
    * 12
    + "</p></article></body></html>\r\n"
    "--B--\r\n"
)


def mail(charset="utf-8", encoding=None, **fields):
    message = EmailMessage()
    known = {"Subject": "Fwd: Gesandte in Zürich", "From": "AFP <desk@afp.example>", "Message-ID": "<1@h.example>"}
    for name, value in (known | {"Date": "Tue, 12 Mar 2024 07:05:00 +0100"} | fields).items():
        message[name] = value
    message.set_content(BODY, charset=charset, cte=encoding)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("as_text", [True, False])
def test_mail(charset, encoding, as_text):
    """Subject, sender, day and text, in any encoding, given as bytes or as text."""
    raw = mail(charset, encoding).as_bytes()
    article = parse_article(raw.decode(charset) if as_text else raw)
    assert (article.format, article.headline, article.provider) == ("mail", "Gesandte in Zürich", "AFP")
    assert article.published.instant.isoformat() == "2024-03-12T07:05:00+01:00"
    assert (article.body, article.identifier) == ("Zwei Gesandte in Zürich.\n\nSie gingen.", "1@h.example")
    assert article.dateline.places[0].name == "OSLO"
    assert [byline.names for byline in article.bylines] == [("Ada Rowe",)]


def test_page_of_two_kinds():
    """Of a text in two forms the plain one is read; one in HTML alone is read as that."""
    both = mail()
    both.add_alternative("<p>In HTML.</p>", subtype="html")
    assert parse_article(both.as_bytes()).body.endswith("Sie gingen.")
    only = mail()
    only.set_content("<p>In HTML.</p>", subtype="html")
    assert parse_article(only.as_bytes()).body == "In HTML."


def test_several():
    """A file of mails is one article each."""
    one = b"From a@h.example Tue Mar 12 07:05:00 2024\n" + mail().as_bytes() + b"\n"
    assert [article.headline for article in parse_articles(one * 3)] == ["Gesandte in Zürich"] * 3


def test_saved_page():
    """A page that a browser saved as mail is the page, with its address."""
    article = parse_article(PAGE)
    assert (article.format, article.url, article.headline) == ("html", "https://h.example/1", "Talks end")
    assert article.body.startswith("They left ü at night.")


def test_unknown_zone():
    """A zone that is not known leaves the clock reading."""
    article = parse_article(mail().as_bytes().replace(b"+0100", b"XYZT"))
    assert (article.published.instant, article.published.local.hour) == (None, 7)


@pytest.mark.parametrize(
    "text",
    [
        "From: Ministry\nSubject: Talks\n\nThe ministry said so.",
        "Subject: Talks",
        "Talks end\nSubject: x\nFrom: y\n",
        "",
    ],
)
def test_other_copy(text):
    """A release that says who it is from is not a mail."""
    assert Mail().score(Copy(text)) == 0


@given(st.data())
def test_cut_anywhere(data):
    """A mail that is cut is read as far as it goes, or refused."""
    raw = data.draw(st.sampled_from((mail().as_bytes(), PAGE.encode())))
    at = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(at, len(raw)))
    with suppress(ParseError):
        assert Mail().parse(Copy(raw[:at] + raw[end:]))
