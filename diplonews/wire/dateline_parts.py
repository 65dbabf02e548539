"""The parts of a dateline: places, regions, dates, agencies, dashes.

Each reader takes a position and returns the part found there with its end, or None.

Every pattern is bounded and possessive, so a reader examines a few hundred characters at most,
whatever the text.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import attrs

from diplonews.lexicons.agencies import Agency, find_agency
from diplonews.lexicons.datelines import fold_word, load_dateline_words, load_months
from diplonews.patterns import lazy_re
from diplonews.wire.instants import existing_day, full_year
from diplonews.wire.places import is_place, is_region

__all__ = [
    "DASH",
    "SEPARATOR",
    "PrintedAgency",
    "PrintedDate",
    "PrintedPlace",
    "known_agency",
    "read_agency",
    "read_bare_agency",
    "read_date",
    "read_places",
]

PLACES_MOST = 4
NAMES_MOST = 8  # words of a place
CASELESS = "֐-׿؀-ۿऀ-ॿ฀-๿぀-ヿ㐀-鿿가-힣ー"
UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏȘȚ"
    f"А-ЯЁІЇЄҐЎЈЉЊЋЏЂΑ-ΩΆΈΉΊΌΎΏԱ-ՖẠ-ỹ{CASELESS}"
)
BLANK = r"[ \t\xa0\u2009\u202f\u3000]"
STOPS = r"\s,;:()\[\]{}<>«»“”\"/|=_–—−…（）【】．。,、•+*?!@#$%&~^.-"
# a hyphen or full stop inside a word; but `LAHORE-Police` is a place and a dash
_INNER = rf"(?:[^{STOPS}]|[-.](?=[^\W\d_])(?!(?<=[A-Z][A-Z]-)[A-Z][a-z]))"
_ARTICLE = r"(?:(?:al|el|ad|an|ar|as|ash|at|az|ed|er|es|ez|es)-)?"
_SHORT = (
    rf"(?:[A-Z](?:\.[A-Z]){{1,3}}\.|(?:S[Tt]|S[Tt][EAOeao]|M[Tt]|F[Tt]|P[Tt]|P[Tt][Oo]|[A-Z])\.(?={BLANK}?[{UPPER}]))"
)
_WORD = rf"(?:{_SHORT}|['’‘`]?{_ARTICLE}[{UPPER}]{_INNER}{{0,40}}+)"
_SMALL = (
    r"(?:of|the|on|upon|del?|la|las|los|les?|da|dos?|das|di|du|des|el|al|ad|an|am|and|der|den|en|sur|sous"
    r"|y|i|van|aan|bei|in|near|off|at|nad|under|au|aux|ob|ao)"
)
_RUN = rf"{_WORD}(?:{BLANK}{{1,3}}(?:{_SMALL}{BLANK}{{1,2}}){{0,2}}{_WORD}){{0,{NAMES_MOST}}}+"
_GOES_ON = (
    rf"{BLANK}{{0,3}}(?:[-/(\[–—−_:.=•|<（【+&]|\d|$"
    rf"|,{BLANK}{{0,3}}(?:\r?\n[ \t]{{0,8}})?(?:[-–—(/\d{UPPER}]|the |[a-zà-ž]{{3,12}}\.?{BLANK}\d))"
)
# a run of capitalised words before something that may continue a dateline
PLACE = lazy_re(rf"({_RUN})(?={_GOES_ON})")
_COMMA = lazy_re(rf"{BLANK}{{0,2}},{BLANK}{{0,3}}(?:\r?\n[ \t]{{0,8}})?")
_REGION_WORD = rf"[{UPPER}](?:[^{STOPS}]|[-.&](?=[^\W\d_])){{0,30}}+\.?"
_REGION_JOINT = rf"(?:{BLANK}{{1,2}}|{BLANK}?&{BLANK}?|(?<=[a-z]){BLANK}?\n[ \t]{{0,6}})(?:{_SMALL}{BLANK}){{0,2}}"
_REGION_KIND = rf"(?:{BLANK}(?:border|province|region|state|district|county|island)\b)?"
_REGION = lazy_re(
    rf"(?:[Tt]he{BLANK})?{_REGION_WORD}(?:{_REGION_JOINT}{_REGION_WORD}){{0,5}}+{_REGION_KIND}",
)
_BRACKETED_REGION = lazy_re(rf"{BLANK}{{0,2}}(?:\[([^\[\]\n]{{2,40}})\]|\(([^()\n]{{2,40}})\))")
_SLASH = lazy_re(rf"{BLANK}{{0,2}}(?:/|&(?={BLANK})){BLANK}{{0,2}}(?=['’]?[{UPPER}])")
SEPARATOR = lazy_re(rf"{BLANK}{{0,8}}(?:[,.;|•]{BLANK}{{0,3}}){{0,2}}(?:\r?\n[ \t]{{0,8}})?")
DASH = lazy_re(rf"{BLANK}{{0,3}}(?:\.{BLANK}?)?(?:[-–—−―_~]{BLANK}?){{1,4}}+(?![-–—_=])|{BLANK}{{0,2}}[:：]")

_YEAR = r"(?:19|20)\d\d"
_MONTH_DAY = lazy_re(
    rf"([^\W\d_]{{3,12}})\.?{BLANK}{{0,2}}(\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:\.(?=,))?"
    rf"(?:(?:,?{BLANK}{{1,2}}|,|/)({_YEAR})(?!\d))?"
)
_DAY_MONTH = lazy_re(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?(?:{BLANK}?de)?{BLANK}{{0,2}}-?([^\W\d_]{{3,12}})(?:\.(?!-))?"
    rf"(?:,?{BLANK}?(?:del?{BLANK})?-?({_YEAR})(?!\d))?(?:{BLANK}?(?:г|р|год[а]?)\.)?"
)
_ISO = lazy_re(rf"({_YEAR})-(\d\d)-(\d\d)(?!\d)")
_NUMBERS = lazy_re(r"(\d{1,2})([./-])(\d{1,2})(?:\2((?:19|20)?\d\d))?(?!\d)")
_YEAR_FIRST = lazy_re(rf"({_YEAR})\.?{BLANK}([^\W\d_]{{3,12}})\.?{BLANK}(\d{{1,2}})\.?(?!\d)")
_ASIAN = lazy_re(r"(?:(\d{4})[年년]\s?)?(?:(\d{1,2})[月월]\s?)?(\d{1,2})[日일](?:[电電]|\b|$)?")
_WEEKDAY = lazy_re(rf"([^\W\d_]{{3,10}})\.?(?:,?{BLANK}{{1,2}}|(?={BLANK}{{0,2}}[-(/–—]))")
_TRAILING_WEEKDAY = lazy_re(rf",?{BLANK}{{1,2}}\(?([^\W\d_]{{3,10}})\)?(?={BLANK}{{0,2}}[-(/–—])")
_WEEKDAY_ALONE = lazy_re(rf"[^\W\d_]{{3,10}}\.?{BLANK}{{0,2}}[-(/–—]")
_DAY_FOLLOWS = lazy_re(rf"\.?,?{BLANK}{{0,2}}\d{{1,2}}(?!\d)")
_TYPO = lazy_re(rf"([^\W\d_]{{3}})[^\W\d_]{{0,6}}\.?{BLANK}{{1,2}}\d{{1,2}}(?=,?{BLANK}{{0,2}}[-–—])")

_BRACKETED = lazy_re(rf"[(（\[<]{BLANK}{{0,2}}([^()（）\[\]<>\n]{{1,60}}(?:\n[^()\[\]\n]{{1,30}})?)[)）\]>]")
_SLASHED = lazy_re(rf"/{BLANK}{{0,2}}([^/()\n]{{2,45}}?(?:/[A-Z][\w-]{{2,30}})?){BLANK}{{0,2}}/")
_BARE = lazy_re(rf"[{UPPER}][\w./&-]{{1,30}}+(?:{BLANK}[{UPPER}][\w.]{{1,20}}+){{0,3}}")
_LAST_PUNCTUATION = ".-,:;/&"
_PARTS = lazy_re(r"\s?[/+&,;|]\s?|\s(?:and|via|und|et|y|with)\s")
_PICTURE = lazy_re(r"\b(?:photos?|file|handout|pool|video|screengrab)\b", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class PrintedPlace:
    """A place as printed: its name, its region, and their positions."""

    name: str
    region: str | None
    known_region: bool
    start: int
    end: int


@attrs.frozen(kw_only=True)
class PrintedDate:
    """A date as printed; parts that are not printed or not readable are None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    end: int
    iso: bool = False
    readable: bool = True

    def near(self, reference: date | None) -> date | None:
        """The day meant, in the year that puts it nearest to `reference`."""
        if self.day is None or (self.month is None and reference is None):
            return None
        if self.month is None:
            return self._near_month(reference) if reference else None
        if self.year is not None:
            return existing_day(self.year, self.month, self.day)
        if reference is None:
            return None
        years = (reference.year - 1, reference.year, reference.year + 1)
        days = [found for year in years if (found := existing_day(year, self.month, self.day)) is not None]
        return min(days, key=lambda found: abs((found - reference).days), default=None)

    def _near_month(self, reference: date) -> date | None:
        """The date of a day printed without its month."""
        months = [reference.year * 12 + reference.month - 1 + step for step in (-1, 0, 1)]
        days = [found for n in months if (found := existing_day(n // 12, n % 12 + 1, self.day or 0)) is not None]
        return min(days, key=lambda found: abs((found - reference).days), default=None)


@attrs.frozen(kw_only=True)
class PrintedAgency:
    """An agency as printed.

    Attributes:
        text: without brackets or slashes.
        agency: its row in the table, or None.
        style: `bracket`, `slash` or `bare`.
        date: a date printed inside the brackets, or None.
    """

    text: str
    agency: Agency | None
    style: str
    start: int
    end: int
    date: PrintedDate | None = None


def _month(word: str) -> int | None:
    return load_months().get(fold_word(word))


def _in_brackets(text: str, pos: int, end: int) -> PrintedDate | None:
    """`(6 May 2024)`."""
    found = read_date(text, pos + 1, end)
    if found is None or found.day is None or text[found.end : found.end + 1] != ")":
        return None
    return attrs.evolve(found, end=found.end + 1)


def _is_calendar(word: str) -> bool:
    folded = fold_word(word)
    return folded in load_dateline_words().weekdays or folded in load_months()


# ---------------------------------------------------------------- places


def _without_calendar(text: str, run: str, stop: int) -> str:
    """A run of words that ends at `stop`, without the month or weekday of a date that follows.

    `RICHMOND Feb` before ` 26` is Richmond; `RIO DE JANEIRO` and `SANTO DOMINGO` are names.
    """
    head, gap, last = run.rpartition(" ")
    if not gap or not _DAY_FOLLOWS.match(text, stop) or not _is_calendar(last):
        return run
    before = head.rstrip()
    if fold_word(before.rpartition(" ")[2]) in load_dateline_words().particles:
        return run
    head, gap, last = before.rpartition(" ")
    return head.rstrip(" ,") if gap and fold_word(last) in load_dateline_words().weekdays else before


def _without_agency(run: str) -> str:
    """A run of words without an unbracketed news service at its end: `Seoul CNN`."""
    for form in load_dateline_words().unbracketed:
        if run.endswith(form) and run[: -len(form)].endswith((" ", "\xa0")):
            return run[: -len(form)].rstrip()
    return run


def _opens_date(text: str, pos: int, end: int) -> bool:
    """Whether a month with its day, or a weekday before one, begins at `pos`."""
    found = read_date(text, pos, end)
    return found is not None and (found.day is not None or _WEEKDAY_ALONE.match(text, pos, end) is not None)


def _read_region(text: str, pos: int, end: int) -> tuple[str, bool, int] | None:
    """The region after a comma or in brackets: its words, whether they are known, its end."""
    comma = _COMMA.match(text, pos, end)
    if comma is None:
        return _read_bracketed_region(text, pos, end)
    if _opens_date(text, comma.end(), end):
        return None
    found = _REGION.match(text, comma.end(), end)
    if found is None:
        return None
    words = _without_calendar(text, found[0], found.end())
    words = _without_agency(words)
    known = is_region(words)
    if not known and known_agency(words) is not None:
        return None
    return words, known, found.start() + len(words)


def _read_bracketed_region(text: str, pos: int, end: int) -> tuple[str, bool, int] | None:
    found = _BRACKETED_REGION.match(text, pos, end)
    if found is None:
        return None
    words = found[1] or found[2]
    if not is_region(words) or (found[2] and known_agency(words) is not None):
        return None
    return words, True, found.end()


def read_places(text: str, pos: int, end: int) -> tuple[list[PrintedPlace], int]:
    """The places from `pos` on, each with its region, and where they end."""
    places: list[PrintedPlace] = []
    while len(places) < PLACES_MOST:
        found = PLACE.match(text, pos, end)
        if found is None:
            break
        if _is_calendar(found[1].split(" ", 1)[0]) and _opens_date(text, pos, end):
            break
        name = _without_agency(_without_calendar(text, found[1], found.end()))
        stop = found.start() + len(name)
        regions: list[str] = []
        known = False
        while len(regions) < 2 and (region := _read_region(text, stop, end)) is not None:
            if regions and not region[1]:
                break
            regions.append(region[0])
            known = known or region[1]
            stop = region[2]
        place = PrintedPlace(
            name=" ".join(name.split()),
            region=", ".join(" ".join(r.split()) for r in regions) or None,
            known_region=known,
            start=found.start(),
            end=stop,
        )
        places.extend(_split_joined(place))
        pos = stop
        if not any(mark in text[stop : stop + 3] for mark in "/&"):
            break
        slash = _SLASH.match(text, stop, end)
        if slash is None or known_slash(text, stop, end):
            break
        pos = slash.end()
    return places, places[-1].end if places else pos


def _split_joined(place: PrintedPlace) -> list[PrintedPlace]:
    """Two places for `PARIS and BRUSSELS`, if both are known; else the place itself."""
    first, joint, second = place.name.partition(" and ")
    if not joint or is_place(place.name) or not (is_place(first) and is_place(second)):
        return [place]
    middle = place.start + len(first)
    return [
        attrs.evolve(place, name=first, region=None, known_region=False, end=middle),
        attrs.evolve(place, name=second, start=middle + len(joint)),
    ]


def known_slash(text: str, pos: int, end: int) -> bool:
    """Whether a slash at `pos` opens an agency: `/TASS/`, ` / ACCESSWIRE / `."""
    found = _SLASHED.match(text, _skip_blanks(text, pos, end), end)
    return found is not None and known_agency(found[1]) is not None


def _skip_blanks(text: str, pos: int, end: int) -> int:
    while pos < end and text[pos] in " \t\xa0":
        pos += 1
    return pos


# ---------------------------------------------------------------- dates


def _year(text: str | None) -> int | None:
    return full_year(text) if text else None


def _read_worded(text: str, pos: int, end: int) -> PrintedDate | None:
    """`Feb. 26`, `26 Feb`, `Dec 10, 2006`, `20 de noviembre de 2020`, `2020. november 20`."""
    found = _MONTH_DAY.match(text, pos, end)
    if found and (month := _month(found[1])) is not None:
        return PrintedDate(year=_year(found[3]), month=month, day=int(found[2]), end=found.end())
    found = _DAY_MONTH.match(text, pos, end)
    if found and (month := _month(found[2])) is not None:
        return PrintedDate(year=_year(found[3]), month=month, day=int(found[1]), end=found.end())
    found = _YEAR_FIRST.match(text, pos, end)
    if found and (month := _month(found[2])) is not None:
        return PrintedDate(year=_year(found[1]), month=month, day=int(found[3]), end=found.end())
    return None


def _read_numbers(text: str, pos: int, end: int) -> PrintedDate | None:
    """`1996-08-28`, `20.11.2020`, `20/11`, `11月20日`; day before month."""
    found = _ISO.match(text, pos, end)
    if found:
        return PrintedDate(year=int(found[1]), month=int(found[2]), day=int(found[3]), end=found.end(), iso=True)
    found = _ASIAN.match(text, pos, end)
    if found:
        month = int(found[2]) if found[2] else None
        return PrintedDate(year=_year(found[1]), month=month, day=int(found[3]), end=found.end())
    found = _NUMBERS.match(text, pos, end)
    if found and found[4] and existing_day(2000, int(found[3]), int(found[1])):
        return PrintedDate(year=_year(found[4]), month=int(found[3]), day=int(found[1]), end=found.end())
    if found and found[2] != "-" and existing_day(2000, int(found[3]), int(found[1])):
        return PrintedDate(month=int(found[3]), day=int(found[1]), end=found.end())
    return None


def read_date(text: str, pos: int, end: int, *, typos: bool = False) -> PrintedDate | None:
    """The date at `pos`, with a weekday before or after it; a weekday alone counts.

    Args:
        text: the text.
        pos: where the date must begin.
        end: where to stop looking.
        typos: whether a misspelt month before a day and a dash counts (its date is unknown).
    """
    if pos >= end:
        return None
    if text[pos] == "(":
        return _in_brackets(text, pos, end) if text[pos + 1 : pos + 2] != "(" else None
    weekday = _WEEKDAY.match(text, pos, end)
    start = pos
    if weekday and fold_word(weekday[1]) in load_dateline_words().weekdays:
        start = weekday.end()
    first = text[start : start + 1]
    found = None
    if first.isdigit():
        found = _read_numbers(text, start, end)
    if found is None and first.isalnum():
        found = _read_worded(text, start, end)
    if found is None:
        if start > pos:
            return PrintedDate(end=weekday.end(1) if weekday else pos)
        typo = _TYPO.match(text, pos, end) if typos else None
        meant = typo is not None and _month(typo[1]) is not None
        return PrintedDate(end=typo.end(), readable=False) if typo and meant else None
    after = _TRAILING_WEEKDAY.match(text, found.end, end)
    if after and fold_word(after[1]) in load_dateline_words().weekdays:
        return attrs.evolve(found, end=after.end())
    return found


# ---------------------------------------------------------------- agencies


def _cased_like(words: str, agency: Agency) -> bool:
    """Whether an agency's name is printed with its capitals: (map) is a word."""
    if words in agency.forms or words == agency.name or words.isupper():
        return True
    return words[:1].isupper() and (len(words) > 4 or (len(words) > 2 and words.upper() in agency.forms))


def _one_agency(words: str) -> Agency | None:
    agency = find_agency(words)
    return agency if agency is not None and _cased_like(words.strip(" ."), agency) else None


@lru_cache(maxsize=2048)
def known_agency(words: str) -> Agency | None:
    """The agency that the words name: alone, with others (`ats afp`, `tca/dpa`), or with an edition.

    Example:
        >>> known_agency("tca/dpa"), known_agency("Newsfile Corp. - May 7"), known_agency("map")
        (<Agency TNS USA None>, <Agency Newsfile CAN None>, None)
    """
    words = words.strip()
    agency = _one_agency(words)
    if agency is not None or not words or _PICTURE.search(words):
        return agency
    for part in _PARTS.split(words):
        if (agency := _one_agency(part)) is not None:
            return agency
    tokens = words.split()
    for size in range(min(3, len(tokens) - 1), 0, -1):
        head = " ".join(tokens[:size]).rstrip(_LAST_PUNCTUATION)
        if (agency := _one_agency(head)) is not None:
            return agency
    return _one_agency(tokens[-1]) if len(tokens) == 2 else None


def _date_inside(words: str) -> PrintedDate | None:
    """The date in `Newsfile Corp. - May 7, 2024`."""
    _, dash, tail = words.partition(" - ")
    return read_date(tail, 0, len(tail)) if dash else None


def read_agency(text: str, pos: int, end: int) -> PrintedAgency | None:
    """The words in brackets or between slashes at `pos`, known as an agency or not."""
    mark = text[pos : pos + 1]
    if mark == "/":
        found = _SLASHED.match(text, pos, end)
        if found is None:
            return None
        agency = known_agency(found[1])
        style = "slash"
        if agency is None:
            return None
    else:
        found = _BRACKETED.match(text, pos, end)
        if found is None:
            return None
        agency = known_agency(" ".join(found[1].split()))
        style = "bracket"
    return PrintedAgency(
        text=" ".join(found[1].split()),
        agency=agency,
        style=style,
        start=found.start(),
        end=found.end(),
        date=_date_inside(found[1]),
    )


def read_bare_agency(text: str, pos: int, end: int) -> PrintedAgency | None:
    """A known agency without brackets at `pos`: `Kyodo`, `Media OutReach Newswire`."""
    found = _BARE.match(text, pos, end)
    if found is None:
        return None
    words = found[0]
    while words:
        printed = words.rstrip(_LAST_PUNCTUATION)
        agency = _one_agency(printed)
        if agency is not None:
            return PrintedAgency(text=printed, agency=agency, style="bare", start=pos, end=pos + len(printed))
        words = words.rpartition(" ")[0]
    return None
