"""Lines that are not story: web furniture, marks, notes, sign-offs, photo captions, credits.

The forms are rows of `lexicons/data/en/layout.toml`; a parser may add its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import attrs

from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.layout import LineForm, load_caption_cues, load_captions, load_line_forms, load_prefixes
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re

__all__ = [
    "Caption",
    "Furniture",
    "credited_agency",
    "find_bare_credit",
    "find_caption",
    "find_closing_credit",
    "find_closing_mark",
    "find_halves",
    "find_office_credit",
    "find_prefix",
    "find_source_credit",
    "find_trailing_agency",
    "furniture",
    "speaks_as_caption",
]

LONGEST_FORM_CHARACTERS = 1_200
SHORT_FORM_CHARACTERS = 160
DIGIT, BLANK = "0", " "  # in `LineForm.begins`: any digit, any white space
LONGEST_CAPTION_CHARACTERS = 700
CREDIT_TAIL_CHARACTERS = 120
# parts and endings of a photographer's credit at the end of a caption
CREDIT_SIGNS = ("/", "hoto", "HOTO", "©", " | ")
CREDIT_ENDS = (")", "]", "pic")
CAPTION_OPENERS = "FPCT"  # FILE PHOTO: | Photo: | CAPTION: | This photo
SENTENCE_CLOSERS = '.!?"”’'
# "(Norland Foreign Ministry)" after the sentence of a caption
OFFICE_CREDIT = lazy_re(r"[.!?\"”’]\s{1,3}(?P<credit>\([A-Z][\w.&'’-]*(?: [\w.&'’-]{1,20}){0,6}\))$")
# "(Yonhap)", "(AFP-Jiji)", "(With inputs from Reuters)." at the very end
CLOSING_CREDIT = lazy_re(r"[(\[](?P<inner>[^()\[\]\n]{2,50})[)\]]\.?$")
CREDIT_WORDS = lazy_re(
    r"(?i)^(?:with\s+)?(?:(?:inputs?|files?|agenc(?:y|ies)|reports?|wires?|staff)\b(?:\s+from)?\s*)*"
)
CREDIT_PARTS = lazy_re(r"\s*(?:[/,;&–-]|\band\b)\s*")
# "... he said. REUTERS", "... – Bernama", "... PTI ARO KDA"
TRAILING_AGENCY = lazy_re(
    r"(?<=[.!?\"”’])\s{1,3}(?P<credit>(?P<dash>[-–—]{1,2} ?)?"
    r"(?P<inner>[A-Z][A-Za-z]{1,20}(?:[/, ]{1,2}[A-Z][A-Za-z]{1,20}){0,2}?)(?: [A-Z]{2,4}){0,4})$"
)
# "© 2024 AFP", "© KYODO"; below the story "Source: Reuters/ar"
SOURCE_CREDIT = lazy_re(
    r"(?:©\s?(?:\d{4}\s)?|(?P<named>Sources?|SOURCE)\s?:\s?)(?P<inner>[^/\n]{2,40}?)"
    r"(?:/[a-z]{2,4}(?:\([a-z]{2,4}\))?)?\.?"
)
# "... speaks in Oslo, Wednesday. Yonhap"
BARE_CREDIT = lazy_re(r"(?<=[.!?\"”’])\s{1,3}(?P<credit>[A-Z][\w.-]{2,20}(?:[-/ ][A-Z][\w.-]{2,20}){0,2})$")
CLOSING_MARK = lazy_re(
    r"(?:(?<=\s)|(?<=[.!?\"”’)]))"
    r"(?P<mark>\((?:END|End|end)\)|Enditem|NNNN|(?:--|—|–)\s?(?:BERNAMA|Bernama|IANS)|/ritzau/|/TASS/|-0-|END/|[■□▲]|REUTER|Reuter)$"
)


ANY = ""  # the key of lines that begin with no character listed in the table


@attrs.frozen(kw_only=True, eq=False)
class _Form:
    """A form of whole lines, with the kind and rule of its region; see `LineForm`."""

    pattern: re.Pattern[str]
    kind: RegionKind
    rule: str
    needle: str
    long: bool


class _Table:
    """Forms sorted by what a line can begin with, so that a line is compared with few of them.

    Args:
        forms: in the order in which they are tried; those with a needle come last.
        head: for lines before the lead, or else after it.
    """

    def __init__(self, forms: Iterable[LineForm], *, head: bool) -> None:
        chosen = [form for form in forms if form.where in ("", "head" if head else "tail")]
        chosen.sort(key=lambda form: bool(form.needle))
        self._forms = [(form.begins, _compiled(form)) for form in chosen]
        self._beginnings = frozenset("".join(form.begins for form in chosen))
        self._chosen: dict[tuple[str, bool], tuple[_Form, ...]] = {}

    def match(self, line: str) -> tuple[RegionKind, str] | None:
        """Kind and rule of the first form that takes the line."""
        first = line[:1]
        first = DIGIT if first.isdecimal() else BLANK if first.isspace() else first
        key = first if first in self._beginnings else ANY, len(line) > SHORT_FORM_CHARACTERS
        forms = self._chosen.get(key)
        if forms is None:
            forms = self._chosen[key] = self._choose(*key)
        for form in forms:
            if form.needle in line and form.pattern.fullmatch(line) is not None:
                return form.kind, form.rule
        return None

    def _choose(self, first: str, is_long: bool) -> tuple[_Form, ...]:  # noqa: FBT001 -- a key of `_chosen`
        return tuple(
            form
            for begins, form in self._forms
            if (not begins or (first and first in begins)) and (form.long or not is_long)
        )


@cache
def _compiled(form: LineForm) -> _Form:
    return _Form(
        pattern=lazy_re(form.pattern),
        kind=RegionKind[form.kind],
        rule=f"furniture.{form.id}",
        needle=form.needle,
        long=form.long or bool(form.needle),
    )


class Furniture:
    """The forms of whole lines: those of the table, after the parser's own.

    Args:
        own: the forms of one parser.
    """

    def __init__(self, own: tuple[LineForm, ...] = ()) -> None:
        self._tables = {
            head: ((_Table(own, head=head),) if own else ()) + (_common(head=head),) for head in (True, False)
        }

    def match(self, line: str, *, head: bool) -> tuple[RegionKind, str] | None:
        """Kind and rule of a line, or None if it has no known form.

        Args:
            line: the line, without white space at its ends.
            head: whether it is before the lead.
        """
        if len(line) > LONGEST_FORM_CHARACTERS:
            return None
        for table in self._tables[head]:
            found = table.match(line)
            if found is not None:
                return found
        return None


@cache
def _common(*, head: bool) -> _Table:
    return _Table(load_line_forms(), head=head)


@cache
def furniture(own: tuple[LineForm, ...] = ()) -> Furniture:
    """The table's forms, with a parser's own before them."""
    return Furniture(own)


@attrs.frozen(kw_only=True)
class Caption:
    """A photo caption in a line: where the credit starts, and by which rule.

    Attributes:
        credit: offset in the line where the credit begins, or None if it has none.
        rule: id of the form.
    """

    credit: int | None
    rule: str


@cache
def _captions(*, opens: bool) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The forms that begin or end a caption."""
    chosen = (form for form in load_captions() if form.pattern.startswith("^") is opens)
    return tuple((f"caption.{form.id}", form.needle, lazy_re(form.pattern)) for form in chosen)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile("|".join(form.pattern for form in load_caption_cues()))


def speaks_as_caption(words: str) -> bool:
    """Whether a paragraph has the words of a caption: present tense, positions of persons, a full date.

    Example:
        >>> speaks_as_caption("Minister Rowe shakes hands with her guest in Oslo.")
        True
        >>> speaks_as_caption("Minister Rowe met her guest in Oslo.")
        False
    """
    return len(words) <= LONGEST_CAPTION_CHARACTERS and _cues().search(words) is not None


def find_office_credit(line: str) -> int | None:
    """Offset of a bracketed name after the last sentence of a caption: `(Norland Foreign Ministry)`.

    Example:
        >>> find_office_credit("Minister Rowe speaks during a visit to Oslo. (Norland Foreign Ministry)")
        45
        >>> find_office_credit("The envoy spoke in Oslo. (Norland Foreign Ministry)") is None
        True
    """
    start = max(0, len(line) - CREDIT_TAIL_CHARACTERS)
    found = OFFICE_CREDIT.search(line[start:]) if line[-1:] == ")" else None
    return start + found.start("credit") if found is not None and speaks_as_caption(line) else None


def find_caption(line: str) -> Caption | None:
    """A line as a caption, recognised by its opening or by the photographer's credit at its end.

    Example:
        >>> find_caption("A flag flies over the harbour. REUTERS/Ann Rowe").credit
        31
    """
    if len(line) > LONGEST_CAPTION_CHARACTERS:
        return None
    tail_start = max(0, len(line) - CREDIT_TAIL_CHARACTERS)
    tail = line[tail_start:]
    if tail.endswith(CREDIT_ENDS) or any(sign in tail for sign in CREDIT_SIGNS):
        for rule, needle, pattern in _captions(opens=False):
            found = pattern.search(tail) if needle in tail else None
            if found is not None:
                return Caption(credit=tail_start + found.start("credit"), rule=rule)
    if line[:1] in CAPTION_OPENERS:
        for rule, _needle, pattern in _captions(opens=True):
            if pattern.match(line) is not None:
                return Caption(credit=None, rule=rule)
    return None


@lru_cache(maxsize=2048)
def credited_agency(words: str) -> str | None:
    """The agency that a bracketed credit names; None if any part of it is not an agency.

    Example:
        >>> credited_agency("Yonhap"), credited_agency("AFP/Reuters"), credited_agency("photo")
        ('Yonhap', 'AFP', None)
    """
    rest = CREDIT_WORDS.sub("", words.strip())
    whole = find_agency(rest)
    if whole is not None:
        return whole.name
    agencies = [find_agency(part) for part in CREDIT_PARTS.split(rest) if part]
    known = [agency.name for agency in agencies if agency is not None]
    return known[0] if known and len(known) == len(agencies) else None


def find_closing_credit(line: str) -> tuple[int, str] | None:
    """Offset and agency of a bracketed credit at the end of a line, or None.

    Example:
        >>> find_closing_credit("Talks go on, he said. (Yonhap)")
        (22, 'Yonhap')
    """
    if line[-1:] not in ")]" and line[-2:] not in (").", "]."):
        return None
    start = max(0, len(line) - CREDIT_TAIL_CHARACTERS)
    found = CLOSING_CREDIT.search(line[start:])
    agency = credited_agency(found["inner"]) if found is not None else None
    return (start + found.start(), agency) if found is not None and agency is not None else None


def find_source_credit(line: str, *, below: bool) -> str | None:
    """The agency of a line that is only a credit: `© 2024 AFP`, and below the story `Source: Reuters/ar`.

    Example:
        >>> find_source_credit("© 2024 AFP", below=False), find_source_credit("Source: Reuters/ar", below=True)
        ('AFP', 'Reuters')
    """
    if line[:1] not in "©S":
        return None
    found = SOURCE_CREDIT.fullmatch(line)
    return credited_agency(found["inner"]) if found is not None and (below or found["named"] is None) else None


def find_bare_credit(line: str) -> tuple[int, str] | None:
    """Offset and agency of a bare name after the sentence of a caption: `... in Seoul. Yonhap`.

    Example:
        >>> find_bare_credit("Envoys meet in Seoul. Yonhap")
        (22, 'Yonhap')
    """
    if not line[-1:].isalpha():
        return None
    start = max(0, len(line) - CREDIT_TAIL_CHARACTERS)
    found = BARE_CREDIT.search(line[start:])
    agency = credited_agency(found["credit"]) if found is not None else None
    return (start + found.start("credit"), agency) if found is not None and agency is not None else None


def find_trailing_agency(line: str) -> tuple[int, str] | None:
    """Offset and agency of a credit without brackets at the end of a line: `... he said. REUTERS`, `- AFP`.

    Example:
        >>> find_trailing_agency("Talks go on, he said. – AFP")
        (22, 'AFP')
        >>> find_trailing_agency("He spoke to Reuters") is None
        True
    """
    if not line[-1:].isalpha():
        return None
    start = max(0, len(line) - CREDIT_TAIL_CHARACTERS)
    found = TRAILING_AGENCY.search(line[start:])
    if found is None or not (found["dash"] or found["inner"].isupper()):
        return None
    agency = credited_agency(found["inner"])
    return (start + found.start("credit"), agency) if agency is not None else None


def find_closing_mark(line: str) -> int | None:
    """Offset of an end mark glued to the end of a paragraph, or None."""
    if line[-1:] in SENTENCE_CLOSERS:
        return None
    start = max(0, len(line) - 24)
    found = CLOSING_MARK.search(line[start:])
    return start + found.start("mark") if found is not None and start + found.start("mark") > 0 else None


def find_halves(line: str) -> int | None:
    """Offset of the second half of a line that repeats itself, or None.

    Example:
        >>> find_halves("Envoys at sea Envoys at sea")
        14
    """
    size = len(line)
    if not 16 <= size <= LONGEST_CAPTION_CHARACTERS:
        return None
    for gap in range(4):
        half, odd = divmod(size - gap, 2)
        if odd or half < 8 or line[0] != line[half + gap]:
            continue
        if line[:half] == line[half + gap :] and not line[half : half + gap].strip():
            return half + gap
    return None


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile("|".join(form.pattern for form in load_prefixes()))


def find_prefix(line: str) -> int:
    """Length of the update marks and labels in front of a headline; 0 if there are none.

    Example:
        >>> find_prefix("(2nd LD) Envoys to meet again")
        9
    """
    found = _prefix().match(line)
    return found.end() if found is not None and found.end() < len(line) else 0


def as_forms(kind: RegionKind, patterns: Iterable[str], prefix: str) -> tuple[LineForm, ...]:
    """A parser's own patterns as rows of the table."""
    return tuple(
        LineForm(id=f"{prefix}.{number}", pattern=pattern, example="", counter="", kind=kind.name, long=True)
        for number, pattern in enumerate(patterns, 1)
    )
