"""The state that a role or body belongs to, by its own words or by the home of the article."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

import attrs

from diplonews.actors.beside import SEATED
from diplonews.actors.home import filed_in, outlet_country, reports_from_abroad
from diplonews.actors.resolve import BODIES
from diplonews.lexicons.actornames import Name, find_names
from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.gazetteer import Gazetteer
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.tables import Tables, in_use, per_tables
from diplonews.lexicons.wordsets import WordSet
from diplonews.model.span import Span
from diplonews.syntax.parsing import Parsed

__all__ = [
    "POSTS",
    "Home",
    "code_of",
    "country_of",
    "epithets",
    "is_known_body",
    "is_state_office",
    "known_names",
    "named_states",
    "read_home",
    "state_code",
]

NOT_A_STATE = frozenset(("IGO", "OTHER", "TREATY", "COMPANY"))
AIMS = frozenset(("to", "for", "on", "about", "against", "between", "toward", "towards"))
PLACES = frozenset(("in", "at", "with", "from", "near", "outside"))
JOINT = re.compile(r"\s*(?:,|-|–|/|and|or|&|,\s*and)\s*(?:the\s+)?", re.IGNORECASE)
WORD = re.compile(r"[\w.]+")
OTHERS = WordSet("resolve.others")
TALKS = WordSet("resolve.talks")
LEANING = ("pro-", "anti-")
JOINED = re.compile(r"[-–] ?(\w+)")
MOST_CHARACTERS = 600
MOST_BESIDE = 40
OFFICES = WordSet("origin.offices")
AT_MINISTRY = re.compile(r" (?:at|in) (?:the )?\w*\s?ministry")
ABROAD = WordSet("origin.abroad")  # people from another state than the place
SECRETARIES = WordSet("origin.secretaries")  # states whose ministers are called secretaries
PRESIDENTIAL = frozenset(("president", "presidency", "presidential"))
NO_PRESIDENT = WordSet("origin.no_president")  # states without the office of a president
POSTS = WordSet("origin.posts")  # cities whose reports are mostly about bodies of many states


def state_code(code: str) -> str | None:
    """The code if it belongs to a state, else None: the United Nations have no country."""
    return code if len(code) == len("USA") and code not in BODIES else None


def known_names(words: str) -> tuple[tuple[Span, Name], ...]:
    """The names from the tables in a phrase, in order."""
    return _known_names(words, in_use())


@lru_cache(maxsize=4096)
def _known_names(words: str, _: Tables) -> tuple[tuple[Span, Name], ...]:
    return find_names(words)


@per_tables
def epithets(tables: Tables) -> dict[str, tuple[str, ...]]:
    """The codes that each description may refer to."""
    return {row["words"]: row["codes"] for row in tables["epithets"].rows}


def described_state(words: str, named: Callable[[], frozenset[str]]) -> str | None:
    """The only state among those `named` that a description fits: `the North`, `the island nation`; or None."""
    codes = epithets().get(words[4:].lower(), ()) if words[:4].lower() == "the " else ()
    known = [code for code in codes if code in named()]
    return known[0] if len(known) == 1 else None


@per_tables
def _institutes(tables: Tables) -> Gazetteer[str]:
    rows = tables["institutes"].rows
    return Gazetteer((form, row["code"]) for row in rows for form in row["forms"])


def is_known_body(name: str) -> bool:
    """Whether the tables contain an agency, paper or institute with this name."""
    return find_agency(name) is not None or _institutes().get(name) is not None


@per_tables
def _unique_titles(tables: Tables) -> re.Pattern[str]:
    titles = sorted((row["title"] for row in tables["offices"].rows), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, titles))})\b")


@attrs.frozen(kw_only=True)
class _Found:
    """A state or body in a phrase, with its code and its rank: 0 if close to the head, 1 if only a place."""

    span: Span
    code: str
    rank: int


def _preposition(words: str, start: int) -> str:
    """The last preposition before a position in a phrase, in lower case; "" if there is none."""
    before = WORD.findall(words[:start].lower())
    for i in range(len(before) - 1, -1, -1):
        if before[i] == "for" and i and before[i - 1].startswith("spokes"):
            return "of"
        if before[i] == "of" or before[i] in AIMS or before[i] in PLACES:
            return str(before[i])
    return ""


def _is_beside_another(words: str, span: Span) -> bool:
    """Whether a name only says whose ally a state is, or where talks are: `Oslo's ally Riga`, `the Oslo talks`."""
    following = WORD.findall(words[span.end : span.end + MOST_BESIDE].lower())
    if following[:1] == ["s"]:
        return any(word in OTHERS for word in following[1:3])
    return any(word in TALKS or word.removesuffix("s") in TALKS for word in following[:1])


def _is_topic(words: str, span: Span, *, noun: bool) -> bool:
    """Whether a state is only someone's subject of study: `Japanese studies`, `a Korea expert`."""
    following = WORD.match(words.lower(), span.end + 1)
    if words[span.end : span.end + 1] != " " or following is None:
        return False
    word = following.group()
    after = WORD.match(words.lower(), following.end() + 1)
    if after is not None and after.group() in OFFICES:
        return False  # `Mexican Economy Minister`
    return word in speaker_words("topics") or (noun and word in speaker_words("specialists"))


def _is_only_seat(words: str, span: Span) -> bool:
    """Whether a name is only the seat of a body: `the Oslo-based court`, unlike `an Oslo-based analyst`."""
    joined = JOINED.match(words, span.end)
    based = joined is not None and joined.group(1).lower() in SEATED
    return based and speaker_words("persons").isdisjoint(_low(words))


def _found(words: str) -> list[_Found]:
    """The states and bodies that the head of a phrase may belong to, in order."""
    out = [(span, code, False) for span, code in _institutes().find(words)]
    for span, name in known_names(words):
        if name.kind not in NOT_A_STATE - {"IGO"} and len(name.code) == len("USA"):
            inside = any(other.start < span.end and span.start < other.end for other, _, _ in out)
            if not inside:
                out.append((span, name.code, name.kind in ("NAME", "CAPITAL")))
    found = []
    for span, code, noun in sorted(out, key=lambda item: item[0].start):
        preposition = _preposition(words, span.start)
        leaning = words[: span.start].lower().endswith(LEANING)
        topic = _is_topic(words, span, noun=noun) or _is_beside_another(words, span)
        if preposition not in AIMS and not topic and not leaning and not _is_only_seat(words, span):
            found.append(_Found(span=span, code=code, rank=int(preposition in PLACES)))
    return found


def _low(words: str) -> list[str]:
    """The words of a phrase in lower case, without the full stops of abbreviations."""
    return [word.strip(".") for word in WORD.findall(words[:MOST_CHARACTERS].lower())]


def country_of(words: str) -> str | None:
    """The one state that a role or body belongs to by its own words, or None.

    A state that someone is sent to, speaks about or studies does not count. If an office and its
    location name different states, the office counts.

    Example:
        >>> country_of("the Danish trade minister"), country_of("the Danish and Polish ministers")
        ('DNK', None)
        >>> country_of("Danish envoy to Poland"), country_of("a Poland expert"), country_of("envoy to Poland")
        ('DNK', None, None)
    """
    return state_code(code_of(words) or "")


def code_of(words: str) -> str | None:
    """The code of the one state or body that a role belongs to by its own words, or None.

    Example:
        >>> code_of("a U.N. envoy"), country_of("a U.N. envoy")
        ('UNO', None)
    """
    return _code_of(words[:MOST_CHARACTERS], in_use())


@lru_cache(maxsize=4096)
def _code_of(words: str, _: Tables) -> str | None:
    found = _found(words)
    if not found:
        return None
    best = min(item.rank for item in found)
    if best and not ABROAD.words.isdisjoint(_low(words)):
        return None
    near = [item for item in found if item.rank == best]
    codes = dict.fromkeys(item.code for item in near)
    if len(codes) > 1 and any(
        JOINT.fullmatch(words[left.span.end : right.span.start]) for left, right in pairwise(near)
    ):
        return None
    return next(iter(codes))


def is_state_office(words: str) -> bool:
    """Whether a role or body belongs to a state, not to a firm, a school or a club.

    Example:
        >>> is_state_office("vice foreign minister"), is_state_office("president of the rowing club")
        (True, False)
        >>> is_state_office("the fisheries agency"), is_state_office("the news agency"), is_state_office("the agency")
        (True, False, False)
        >>> is_state_office("minister for European affairs"), is_state_office("European trade official")
        (True, False)
        >>> is_state_office("press secretary"), is_state_office("army general"), is_state_office("attorney general")
        (True, True, False)
    """
    low = _low(words)
    if "for" in low and not speaker_words("ministers").isdisjoint(low[: low.index("for")]):
        low = low[: low.index("for")]  # `minister for European affairs`
    if not speaker_words("state_pairs").isdisjoint(f"{before}-{word}" for before, word in pairwise(low)):
        return True
    if not speaker_words("private").isdisjoint(low):
        return False
    heads = low[: low.index("of")] if "of" in low else low
    agency = any(word == "agency" and before not in speaker_words("plain") for before, word in pairwise(low))
    officer = heads[-1:] == ["general"] and speaker_words("civil_generals").isdisjoint(heads)
    holder = not speaker_words("portfolio_holders").isdisjoint(heads[-1:])
    if agency or officer or (holder and not speaker_words("portfolios").isdisjoint(heads[-2:-1])):
        return True
    return not speaker_words("state_offices").isdisjoint(low) or (heads == low and "president" in low)


@attrs.frozen(kw_only=True)
class Home:
    """The home of an article.

    Attributes:
        outlet: the country of its outlet or agency, if the article mentions that country; else None.
        filed: the country of its dateline, or None.
        issuer: the country whose own office publishes it, such as the transcript of a briefing; else None.
    """

    outlet: str | None = None
    filed: str | None = None
    issuer: str | None = None

    @property
    def is_national(self) -> bool:
        """Whether the article comes from a national outlet and was not filed abroad."""
        return self.outlet is not None and self.filed in (None, self.outlet)

    @property
    def _near(self) -> list[str]:
        """The known countries of its outlet and its dateline, the outlet's first."""
        return [code for code in (self.outlet, self.filed) if code is not None]

    def of_title(self, role: str) -> str | None:
        """The only state with an office of that title, or None: the United States for `secretary of state`."""
        role = " ".join(role.lower().split())
        title = _unique_titles().search(role)
        if title is None or AT_MINISTRY.match(role, title.end()):
            return None  # `secretary of state at the Ministry of Trade`
        code = next(row["code"] for row in in_use()["offices"].rows if row["title"] == title.group())
        abroad = [code for code in self._near if code in SECRETARIES] if title.group().endswith("secretary") else []
        return abroad[0] if abroad else state_code(code)

    def country(self, role: str) -> str | None:
        """The state of an office printed without one, or None if it is not a state's office.

        A title used by one state alone belongs to that state. Any other belongs to the outlet's
        country, or to the country where the article was filed: a paper's `foreign minister` is from
        its own country, even on a journey; its `police` are those of the place.
        """
        titled = self.of_title(role)
        role = " ".join(role.lower().split())
        if titled is not None or not is_state_office(role):
            return titled
        near = self._near
        if not speaker_words("local_offices").isdisjoint(_low(role)):
            near.reverse()
        if self.filed == "USA" and not speaker_words("legislators").isdisjoint(_low(role)):
            return self.filed
        return next((code for code in near if _suits(code, role)), None)


def _suits(code: str, role: str) -> bool:
    """Whether a state has such an office: Washington has no ministers, and only Washington an `administration`."""
    low = _low(role)
    if code in NO_PRESIDENT and not PRESIDENTIAL.isdisjoint(low):
        return False
    if not speaker_words("ministers").isdisjoint(low):
        return code != "USA"
    return code == "USA" or speaker_words("american").isdisjoint(low)


def read_home(parsed: Parsed) -> Home:
    """The home of an article, by its outlet and its dateline."""
    article = parsed.article
    outlet, filed = outlet_country(parsed), filed_in(parsed)
    if article is not None and article.dateline is not None and article.dateline.places:
        filed = None if article.dateline.places[0].name.title() in POSTS else filed
    abroad = filed is not None or (article is not None and reports_from_abroad(article))
    if outlet is not None and filed != outlet and abroad:
        named = {code for code in named_states(parsed) if state_code(code)}
        outlet = outlet if outlet in named or not (filed or named) else None
    return Home(outlet=outlet, filed=state_code(filed or ""), issuer=_issuer(parsed))


def _issuer(parsed: Parsed) -> str | None:
    """The country of the ministry or government that publishes the article, or None."""
    article = parsed.article
    printed = (article.outlet or article.provider or "") if article is not None else ""
    return country_of(printed) if is_state_office(printed) else None


def named_states(parsed: Parsed) -> frozenset[str]:
    """The codes of all states and bodies that an article names."""
    return frozenset(name.code for block in parsed.blocks for _, name in known_names(block.span.of(parsed.text)))
