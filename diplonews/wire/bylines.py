"""Bylines: the author of a story, as a person, an agency or both."""

from __future__ import annotations

from functools import lru_cache

import attrs

from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.layout import load_stamps
from diplonews.lexicons.speakers import first_name_gender
from diplonews.patterns import lazy_re

__all__ = ["ParsedByline", "find_byline", "find_signature", "is_role", "looks_like_name", "without_place"]

LONGEST_BYLINE_CHARACTERS = 160
LONGEST_NAME_WORDS = 5
LONGEST_EXACT_FORM = 4
# the reporter's name in Korean copy: "홍길동 기자"
KOREAN = lazy_re(r"(?P<name>[가-힣]{2,4})\s?(?:기자|특파원|논설위원)(?:\s?=)?$")
OPENING = lazy_re(r"(?:(?:Posted|Reported|POSTED|REPORTED) )?(?:By|BY|by|Von|Par|Por|Di|Da|От)[:\s]\s{0,3}(?=\S)")
# "Ann Rowe By Ann Rowe Harbour News": the writer's portrait and the line below it
DOUBLED = lazy_re(r"(?P<name>[A-Z][\w.'’ -]{3,40}) (?=[Bb]y (?P=name)\b)")
FOR_OUTLET = lazy_re(r"\s+for\s+(?:the |The )?[A-Z].{1,40}$")
POSTED = lazy_re(r"(?:Posted|Edited|Reported|Written|Curated) [Bb]y:?\s")
SMALL_WORDS = frozenset(
    [
        *("and", "&", "in", "of", "for", "the", "with", "at", "to", "from", "e", "y", "und", "et"),
        *(
            "de",
            "da",
            "di",
            "del",
            "della",
            "der",
            "den",
            "van",
            "von",
            "zu",
            "la",
            "le",
            "el",
            "al",
            "bin",
            "ibn",
            "abu",
        ),
    ]
)
PARTICLES = SMALL_WORDS - {"and", "&", "in", "of", "for", "the", "with", "at", "to", "from", "und", "et"}
# words about a person in a byline that are not the name
ROLE = lazy_re(
    r"(?i)\b(?:writers?|correspondents?|reporters?|editors?|staff|bureau|chief|newsroom|contributors?|columnist"
    r"|sportswriter|photographer|analyst|special to|news (?:service|agency)|press|minister|secretary|desk|reporting)\b"
)
TOKEN = lazy_re(r"[^\s,/|&]+")
PARTS = lazy_re(r"\s*(?:,|/|\||&|;|\band\b|\bund\b|\bet\b|\by\b|\bAND\b)\s*")
AND = lazy_re(r"\s+(?:and|AND|&)\s+")
PLACE_TAIL = lazy_re(r"\s+(?:in|IN|at)\s+.*$")
LEADING_ROLE = lazy_re(
    r"^(?:[Ss]portswriter|[Xx]inhua writers?|[Ss]taff [Ww]riters?|[Cc]orrespondents?|[Ww]riters?)\s+"
)
# words that may follow an agency's name in a byline: "Reuters Staff", "AP Sports Writer", "dpa's correspondent"
AFTER_AGENCY = lazy_re(
    r"(?i)[\s'’]+(?:staff|news(?:room)?|writers?|correspondents?|reporters?|s?)"
    r"(?:\s(?:writers?|correspondents?|reporters?|editors?|staff|service|agency|desk|team|network|bureau|wire))?$"
)
TRAILING = " \t=.,:;|-–—"
BEFORE_DAY = lazy_re(r"\s+[Oo]n$")  # "By Ann Rowe On 8/23/19"
EMAIL_TAIL = lazy_re(r"\s{1,3}[(\[<]?[\w.+-]{1,40}@[\w-]{1,30}(?:\.[\w-]{1,20}){1,3}[)\]>]?\.?$")


@attrs.frozen(kw_only=True)
class ParsedByline:
    """The content of a byline.

    Attributes:
        names: persons, in order.
        provider: canonical name of the agency it names, or None.
    """

    names: tuple[str, ...] = ()
    provider: str | None = None


def find_byline(line: str) -> ParsedByline | None:
    """The content of `line` as a byline, or None if it is not one.

    Takes `By X`, `By X and Y, Agency`, a bare agency (`Reuters Staff`), `X, Agency Writer`.

    Example:
        >>> find_byline("By Ann Rowe and Karl Dahl, Reuters")
        ParsedByline(names=('Ann Rowe', 'Karl Dahl'), provider='Reuters')
        >>> find_byline("By midnight both sides had agreed") is None
        True
    """
    if len(line) > LONGEST_BYLINE_CHARACTERS:
        return None
    korean = KOREAN.match(line)
    if korean is not None:
        return ParsedByline(names=(korean["name"],))
    doubled = DOUBLED.match(line)
    line = line[doubled.end() :] if doubled is not None else line
    opening = OPENING.match(line)
    rest = line[opening.end() if opening else 0 :]
    if "@" in rest:
        rest = EMAIL_TAIL.sub("", rest)
    rest = rest.strip(TRAILING)
    if rest.endswith(("on", "On")):
        rest = BEFORE_DAY.sub("", rest)
    if not rest:
        return None
    if opening is None:
        return _bare(rest)
    if not all(
        _may_stand(token) for part in rest.split(",") if not _ends_in_role(part) for token in TOKEN.findall(part)
    ):
        return None
    writers, bar, outlet = rest.rpartition("|")
    return _parse(writers if bar and _is_outlet(outlet.strip()) else rest)


def _is_outlet(words: str) -> bool:
    """Whether the words after a bar name neither a person nor an agency: `STARS AND STRIPES`."""
    return not looks_like_name(words) and _agency_in(words) is None


def _may_stand(token: str) -> bool:
    """Whether a word can be part of a byline: a capital, a small word of names, or a role."""
    return (
        not token[0].islower()
        or token.casefold() in SMALL_WORDS
        or ROLE.fullmatch(token) is not None
        or _agency_in(token) is not None
    )


@lru_cache(maxsize=512)
def _agency_in(part: str) -> str | None:
    """The agency that a part names, also with the usual words of bylines after it."""
    for form in (part, AFTER_AGENCY.sub("", part)):
        agency = find_agency(form)
        # the case of a short form matters: Mia is a name, MIA an agency
        if agency is not None and (len(form) > LONGEST_EXACT_FORM or form.isupper() or form in agency.forms):
            return agency.name
    return None


def _parse(rest: str) -> ParsedByline:
    names: list[str] = []
    provider: str | None = None
    for raw in PARTS.split(rest):
        part = POSTED.sub("", LEADING_ROLE.sub("", FOR_OUTLET.sub("", PLACE_TAIL.sub("", raw)))).strip(TRAILING)
        if not part:
            continue
        agency = _agency_in(part)
        if agency is not None:
            provider = provider or agency
        elif part.startswith("The "):
            continue  # an outlet
        elif (split := _name_and_agency(part)) is not None:
            names.append(split[0])
            provider = provider or split[1]
        elif part.rpartition(" ")[2].casefold() in load_stamps().no_surnames and not part.isupper():
            provider = provider or next(filter(None, map(_agency_in, _heads(part))), None)
        elif ROLE.search(part) is None:
            names.append(part)
        else:
            provider = provider or next(filter(None, map(_agency_in, _heads(part))), None)
    return ParsedByline(names=tuple(names), provider=provider)


def _name_and_agency(part: str) -> tuple[str, str] | None:
    """A name with the agency's right behind it: `Ann Rowe Associated Press`."""
    words = part.split()
    for size in (3, 2, 1):
        name = " ".join(words[:-size])
        agency = _agency_in(" ".join(words[-size:])) if len(words) > size else None
        if agency is not None and looks_like_name(name):
            return name, agency
    return None


def _heads(part: str) -> list[str]:
    """The beginnings of a part, each one word longer: `Associated Press Writer`."""
    words = part.split()
    return [" ".join(words[:size]) for size in range(min(4, len(words)), 0, -1)]


def _bare(rest: str) -> ParsedByline | None:
    """A line without `By`: an agency alone, or `X, Agency Writer`."""
    agency = _agency_in(rest)
    if agency is not None:
        return ParsedByline(provider=agency)
    if (
        "|" in rest
        and _agency_in(rest.partition("|")[0].strip())
        and all(map(_may_stand, TOKEN.findall(POSTED.sub("", rest))))
    ):
        return _parse(rest)
    first, comma, role = rest.partition(",")
    role = role.strip()
    named = comma and all(map(looks_like_name, AND.split(first)))
    if named and (_agency_in(role) or _holds_role(role)):
        return _parse(rest)
    if len(rest.split()) <= LONGEST_NAME_WORDS and ROLE.search(rest):
        provider = next(filter(None, map(_agency_in, _heads(rest))), None)
        return ParsedByline(provider=provider) if provider else None
    return None


def _ends_in_role(part: str) -> bool:
    """Whether a part after a comma ends in a role and is short: `diplomatic correspondent`."""
    tokens = part.split()
    return 2 <= len(tokens) <= LONGEST_NAME_WORDS and ROLE.fullmatch(tokens[-1]) is not None


def _holds_role(words: str) -> bool:
    """Whether words after a name and a comma are a short title with a role in it, not a sentence."""
    tokens = words.split()
    return len(tokens) <= LONGEST_NAME_WORDS and all(map(_may_stand, tokens)) and ROLE.search(words) is not None


def is_role(words: str) -> bool:
    """Whether words end in a writer's role and name nobody.

    Example:
        >>> is_role("The Harbour's Staff Reporter"), is_role("The harbour is shut")
        (True, False)
    """
    return _ends_in_role(words) and all(map(_may_stand, words.split()))


def without_place(name: str) -> str:
    """A name without the place after it in a byline.

    Example:
        >>> without_place("Ann Rowe in Oslo")
        'Ann Rowe'
    """
    return FOR_OUTLET.sub("", PLACE_TAIL.sub("", name))


# "-- Ann Rowe", "(Ann Rowe)", "by Ann Rowe and Karl Dahl", "Text: Ann Rowe"
SIGNED = lazy_re(r"(?P<mark>[-–—]{1,2} ?|\((?=.*\)$)|(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|Text:|Autor(?:in)?:) ?)")


def find_signature(line: str) -> tuple[str, ...]:
    """The persons who sign a story on a line below it; empty if the line is not a signature.

    Without a mark (`-- Ann Rowe`, `(Ann Rowe)`) a line is a signature only if its first word is a first name.

    Example:
        >>> [find_signature(line) for line in ("-- Ann Rowe and Karl Dahl in Oslo", "Ann Rowe", "Harbour Talks")]
        [('Ann Rowe', 'Karl Dahl'), ('Ann Rowe',), ()]
    """
    if len(line) > LONGEST_BYLINE_CHARACTERS or line.endswith((".", "!", "?", ":")):
        return ()
    mark = SIGNED.match(line)
    bare = (line[mark.end() :] if mark is not None else line).rstrip(") ")
    names = tuple(part for part in PARTS.split(PLACE_TAIL.sub("", bare)) if part)
    if not names or not all(map(looks_like_name, names)):
        return ()
    if mark is None and first_name_gender(names[0].split()[0].title()) is None:
        return ()
    return tuple(name.title() if name.isupper() else name for name in names)


def looks_like_name(line: str) -> bool:
    """Whether a line could be one person's name: two to four capitalised words, nothing else.

    Example:
        >>> looks_like_name("Ann Rowe"), looks_like_name("Talks resume")
        (True, False)
    """
    words = line.split()
    if not 2 <= len(words) <= 4 or words[0] in ("The", "A", "An") or words[-1].casefold() in load_stamps().no_surnames:
        return False
    return all(
        word[0].isupper()
        and word.strip(".'’-").replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha()
        for word in words
        if word.casefold() not in PARTICLES
    )
