"""`report`: a corpus as one HTML file that opens from disk and loads nothing.

The page is made of `page.html` and the files of `style` and `script`. Content from articles is only text in it:
escaped in the HTML, data for the script. A content security policy blocks all other scripts and all
loading.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path

from diplonews.display.days import day_words
from diplonews.display.marked import marked_html, marks_of, printable
from diplonews.exports.parts import publication_day, publisher, story_id
from diplonews.files import new_file
from diplonews.model import Analysis
from diplonews.release import released
from diplonews.reports.findings import page_data
from diplonews.serialize import dump_json
from diplonews.story import timeline

__all__ = ["MOST_TEXTS", "report"]

MOST_TEXTS = 500
STYLES = ("base", "events", "charts", "tables", "articles", "media")
SCRIPTS = ("base", "events", "charts", "months", "network", "tables", "articles", "start")
SLOT = re.compile(r"\{\{(\w+)\}\}")
UNSAFE = re.compile("[<>&\u2028\u2029]")  # characters that could end a script element, or a line in a script


def report(
    analyses: Iterable[Analysis],
    path: str | Path = "report.html",
    *,
    title: str | None = None,
    embargoed: bool = False,
    overwrite: bool = False,
) -> Path:
    """Write a page with the contents of a corpus: events, charts, tables, and each article with its findings marked.

    The page is a single file that needs only a browser and no network. It lists the events in plain words, with
    links to the sentence behind each event and to the rule that found it. The same analyses always make the
    same page.

    Args:
        analyses: the result of `analyze_many`, or any other iterable of analyses; read once, and held in memory
            while the page is made.
        path: the file to write; missing parent folders are created.
        title: the heading of the page; by default it gives the number of articles.
        embargoed: include articles whose embargo has not ended.
        overwrite: replace an existing file.

    Returns:
        The path of the page. It shows the texts of the first 500 articles, and says so if there are more; its events,
        charts and tables cover all articles.

    Raises:
        TypeError: if `analyses` is one analysis, article or text instead of many.
        OSError: if `path` exists and `overwrite` is false, or the file can't be written.

    Example:
        >>> import tempfile
        >>> from diplonews import analyze_many
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     page = report(analyze_many(["Oslo threatened Riga."]), f"{folder}/report.html").read_text("utf-8")
        >>> "Norway threatened Latvia" in page
        True
    """
    held = list(released(analyses, embargoed=embargoed))
    with new_file(path, overwrite=overwrite) as partial:
        partial.write_text(_page(held, title), encoding="utf-8", newline="\n")
    return Path(path)


def _page(analyses: Sequence[Analysis], title: str | None) -> str:
    entries = timeline(analyses, embargoed=True)
    style = "\n".join(_part(f"style/{name}.css") for name in STYLES)
    script = "\n".join(_part(f"script/{name}.js") for name in SCRIPTS)
    slots = {
        "title": _text(title if title is not None else f"Report on {_count(len(analyses), 'article')}"),
        "summary": _text(_summary(analyses, len(entries))),
        "style": style,
        "style_hash": _hash(style),
        "script": script,
        "script_hash": _hash(script),
        "articles": "\n".join(_article(number, item) for number, item in enumerate(analyses[:MOST_TEXTS])),
        "left_out": _text(_left_out(analyses)),
        "ruleset": _text(", ".join(sorted({item.ruleset for item in analyses if item.ruleset})) or "unknown rules"),
        "data": _json(page_data(analyses, entries, shown=MOST_TEXTS)),
    }
    return SLOT.sub(lambda slot: slots[slot[1]], _part("page.html"))


def _part(name: str) -> str:
    return files("diplonews.reports").joinpath(name).read_text(encoding="utf-8")


def _hash(code: str) -> str:
    """The hash that identifies a script or style in the content security policy."""
    return f"sha256-{b64encode(sha256(code.encode()).digest()).decode()}"


def _json(data: object) -> str:
    """JSON that is safe inside a script element."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", dump_json(data))


def _text(words: str) -> str:
    return escape(printable(words))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _summary(analyses: Sequence[Analysis], events: int) -> str:
    if not analyses:
        return "This report has no articles."
    days = sorted(day for item in analyses if (day := publication_day(item.article)) is not None)
    span = ""
    if days:
        span = f", published {day_words(days[0])}" + (f" to {day_words(days[-1])}" if days[-1] != days[0] else "")
    quotes = sum(quote.duplicate_of is None for item in analyses for quote in item.quotes)
    dates = sum(len(item.dates) for item in analyses)
    failed = sum(item.error is not None for item in analyses)
    unread = sum(item.error is None and item.unread is not None for item in analyses)
    found = f"{_count(events, 'event')}, {_count(quotes, 'quotation')}, {_count(dates, 'date')}"
    problems = f" {_count(failed, 'article')} failed." if failed else ""
    problems += f" {_count(unread, 'article')} could not be read in full." if unread else ""
    return f"{_count(len(analyses), 'article')}{span}: {found}.{problems}"


def _left_out(analyses: Sequence[Analysis]) -> str:
    if len(analyses) <= MOST_TEXTS:
        return ""
    return f"The texts of the first {MOST_TEXTS:,} of {len(analyses):,} articles are shown; all else is of all of them."


def _article(number: int, item: Analysis) -> str:
    """An article, closed, with its text."""
    article = item.article
    day = publication_day(article)
    name = article.headline or article.text[:80] or story_id(item)
    known = (publisher(article), day_words(day) if day is not None else None, article.format, article.identifier)
    about = " · ".join(f"<bdi>{_text(part)}</bdi>" for part in known if part)
    counts = ", ".join(
        _count(len(found), noun)
        for found, noun in ((item.events, "event"), (item.quotes, "quotation"), (item.dates, "date"))
    )
    problems = [f"This article failed: {item.error}"] if item.error is not None else []
    problems += [f"Not searched for quotes, actors and events: {item.unread}"] if item.unread is not None else []
    notes = "".join(f'<p class="problem">{_text(problem)}</p>' for problem in problems)
    text = marked_html(article.text, marks_of(item), focusable=True)
    return (
        f'<details class="article" id="a{number}"><summary><h3 dir="auto">{_text(name)}</h3>'
        f'<span class="about">{about} · {counts}</span></summary>{notes}{_link(article.url)}'
        f'<div class="text" dir="auto">{text}</div></details>'
    )


def _link(url: str | None) -> str:
    """A link to the article; an address that is not a web address is shown as text."""
    if not url:
        return ""
    words = _text(url)
    is_web = url.lower().startswith(("http://", "https://"))
    shown = f'<a href="{words}" rel="noopener noreferrer">{words}</a>' if is_web else words
    return f'<p class="about">{shown}</p>'
