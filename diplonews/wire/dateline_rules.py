"""The rules that decide whether parts form a dateline; each rule names what it needs.

A headline with a dash, a sentence that opens with a city, and an acronym in brackets have the same
parts as a dateline. Each function here is one rule that distinguishes them.
"""

from __future__ import annotations

from functools import lru_cache

import attrs

from diplonews.lexicons.datelines import load_dateline_words, load_regions
from diplonews.lexicons.places import fold_place, load_places, lookup_cities
from diplonews.model import Span
from diplonews.patterns import lazy_re
from diplonews.wire.dateline_parts import PrintedAgency, PrintedDate, PrintedPlace, known_agency
from diplonews.wire.places import is_place, is_region

__all__ = ["Draft", "decide", "is_acronym", "is_agency_like", "is_known"]

REST_CHARACTERS = 300
SENTENCE_CHARACTERS = 40  # the text after a doubtful dateline is a sentence, not a headline
HEADLINE_SHARE = 0.34  # with fewer words in small letters it is a headline
WORDS_MOST = 5  # of a place supported only by capitals and a date
NAME_WORDS_MOST = 3
ACRONYM_CHARACTERS = 4
COUNTRY_CODE_CHARACTERS = 3

_AGENCY_LIKE = lazy_re(
    r"[A-Z][A-Z0-9&.-]{1,11}(?:/[A-Z][A-Za-z]{1,20})?|[A-Z][\w'’&.-]{1,20}(?: [A-Z][\w'’&.-]{1,20}){0,4}"
)
_SMALL_WORD = lazy_re(r"(?<![\w'’])[a-z]{2,}")
_ANY_WORD = lazy_re(r"[^\W\d_]{2,}")
_SENTENCE_END = lazy_re(r"[.!?。][\"'”’)]?(?:\s|$)")
_RANGE = lazy_re(r"\d{1,2}(?:\s*$|,|\s(?:[12]\d{3}|[A-Z][a-z]{2,8})\b)")
_PLACE_NAME = lazy_re(r"[A-ZÀ-Þ][\w'’-]{2,20}(?: [A-ZÀ-Þ][\w'’-]{2,20})?")
_INITIAL = lazy_re(r"[A-Z]")


@attrs.define(kw_only=True)
class Draft:
    """The parts read so far, and where they end.

    `joined` is whether a comma or full stop separates the places from the date.
    """

    places: tuple[PrintedPlace, ...]
    end: int
    spans: list[Span]
    date: PrintedDate | None = None
    agency: PrintedAgency | None = None
    dash: str = ""
    joined: bool = False

    @property
    def capitals(self) -> bool:
        """Whether every place is printed in capitals; a stray small letter is forgiven."""
        return bool(self.places) and all(_in_capitals(place.name) for place in self.places)

    def restore(self, other: Draft) -> None:
        """Undo the reading since `other` was copied."""
        self.date, self.agency, self.dash = other.date, other.agency, other.dash
        self.end, self.spans, self.joined = other.end, other.spans, other.joined


@lru_cache(maxsize=2048)
def _in_capitals(name: str) -> bool:
    upper = sum(map(str.isupper, name))
    return upper >= 2 and upper >= 3 * sum(map(str.islower, name))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())


def is_agency_like(words: str, draft: Draft) -> bool:
    """Whether bracketed words that are not in the table may be an agency: `(KGTV)`, `(TIP)`."""
    if not _AGENCY_LIKE.fullmatch(words) or is_region(words) or (" " in words and words.isupper()):
        return False
    return words not in load_places().countries.values() and not _is_acronym(words, draft)


def _is_acronym(words: str, draft: Draft) -> bool:
    """Whether the brackets only abbreviate the words before them: `World Ports Group (WPG)`."""
    if len(draft.places) != 1 or not words.isupper():
        return False
    place = draft.places[0]
    letters = "".join(_INITIAL.findall(words))
    return len(letters) > 1 and letters in (_initials(place.name), _initials(f"{place.name} {place.region or ''}"))


def _is_code(draft: Draft) -> bool:
    """Whether the brackets hold the code of the place's state: `Rajkot (GJ)`, `Town (AP)` in India."""
    if draft.agency is None or draft.date is not None or draft.capitals or len(draft.places) != 1:
        return False
    countries = load_dateline_words().codes.get(draft.agency.text)
    if countries is None:
        return False
    place = draft.places[0]
    alone = load_dateline_words().stand_alone.get(fold_place(place.name))
    if alone is not None:
        return alone[0] in countries
    cities = lookup_cities(fold_place(place.name))
    return not cities or any(city.country in countries for city in cities)


def is_known(draft: Draft, *, large: bool = False) -> bool:
    """Whether every place is in the table or has a known region."""
    return all(
        place.known_region or is_place(place.name, large=large) or _is_described(place.name) for place in draft.places
    )


def _partly_known(draft: Draft) -> bool:
    """Whether one of the places is in the table: `Frankfurt/Main`."""
    return any(place.known_region or is_place(place.name) or _is_described(place.name) for place in draft.places)


def _is_described(name: str) -> bool:
    words = load_dateline_words()
    folded = name.casefold()
    last = folded.rpartition(" ")
    return folded.startswith(words.aboard) or (last[1] != "" and last[2] in words.landmarks)


def _rest(text: str, draft: Draft) -> str:
    """The line after the dash; the next one if the dash ends its line."""
    rest = text[draft.end : draft.end + REST_CHARACTERS].lstrip()
    return rest.split("\n", 1)[0].rstrip()


def _is_shouted(rest: str) -> bool:
    """Whether the rest of the line is in capitals, as in a headline."""
    return rest.isupper() and len(_ANY_WORD.findall(rest)) > 0


def _is_sentence(rest: str, text: str, draft: Draft) -> bool:
    """Whether the following text reads like a sentence and not like a headline."""
    if len(rest) < SENTENCE_CHARACTERS or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘«"):
        return False
    small, words = len(_SMALL_WORD.findall(rest)), len(_ANY_WORD.findall(rest))
    if small < HEADLINE_SHARE * words:
        return False
    cut = draft.end + len(rest) + 2 >= len(text) or len(rest) > 2 * SENTENCE_CHARACTERS
    return cut or bool(_SENTENCE_END.search(rest))


def _starts_text(text: str, draft: Draft) -> bool:
    """Whether an agency without a dash is followed by the story or the end of the line."""
    after = text[draft.end : draft.end + 3]
    first = after.lstrip(" \t\xa0\u3000")[:1]
    if not first or first in "\r\n":
        return True
    return after[:1].isspace() and (first.isupper() or first.isdigit() or first in "\"'“‘«¿¡" or first > "\u02ff")


def is_acronym(words: str) -> bool:
    """Whether an agency's name is so short that it abbreviates many other things too."""
    return len(words) <= ACRONYM_CHARACTERS and not words.islower()


def _vouched(draft: Draft, rest: str, text: str) -> bool:
    """Whether anything besides the brackets supports a dateline with an agency and a dash."""
    if draft.date is not None:
        return draft.capitals or is_known(draft) or len(draft.places[-1].name.split()) <= NAME_WORDS_MOST
    if draft.capitals and is_known(draft):
        return True
    if not rest or rest[0].islower() or not _ANY_WORD.search(rest):
        return False
    sentence = _is_sentence(rest, text, draft)
    if draft.agency is not None and is_acronym(draft.agency.text):
        return is_known(draft, large=True) or (is_known(draft) and sentence)
    short = all(len(place.name.split()) <= NAME_WORDS_MOST for place in draft.places)
    return _partly_known(draft) or (sentence and (draft.capitals or short))


def _by_agency(draft: Draft, text: str) -> str | None:
    """A known agency in brackets, between slashes, or bare after a date."""
    agency = draft.agency
    if agency is None or agency.agency is None or _is_acronym(agency.text, draft) or _is_code(draft):
        return None
    if draft.dash:
        return "dateline.agency" if _vouched(draft, _rest(text, draft), text) else None
    if not _starts_text(text, draft):
        return None
    if draft.date is not None and (draft.capitals or is_known(draft)):
        return "dateline.agency_undashed"
    return "dateline.agency_undashed" if agency.style != "bare" and is_known(draft) else None


def _by_unknown_agency(draft: Draft, text: str) -> str | None:
    """Brackets that look like an agency's, between a known place and a dash."""
    if draft.agency is None or draft.agency.agency is not None or not draft.dash:
        return None
    if draft.capitals and (draft.date is not None or is_known(draft)):
        return "dateline.bracket"
    if draft.date is not None and is_known(draft):
        return "dateline.bracket"
    if len(draft.agency.text) == COUNTRY_CODE_CHARACTERS:
        return None  # Berlin (GER) - Rome (ITA)
    sentence = _is_sentence(_rest(text, draft), text, draft)
    return "dateline.bracket" if sentence and is_known(draft, large=True) else None


def _by_date(draft: Draft, text: str) -> str | None:
    """A place and a date before a dash; an ISO date before the end of the line needs none."""
    if draft.date is None or draft.agency is not None or not draft.places:
        return None
    known = is_known(draft)
    if not draft.dash:
        ends = text[draft.end : draft.end + 3].lstrip(" \t\r")[:1] in ("", "\n")
        return "dateline.iso_date" if draft.date.iso and ends and (draft.capitals or known) else None
    if (not draft.date.readable and not known) or _RANGE.match(_rest(text, draft)):
        return None
    short = all(len(place.name.split()) <= WORDS_MOST for place in draft.places)
    if known or (draft.capitals and short and draft.joined and draft.dash not in (":", ".")):
        return "dateline.date"
    return None


def _is_compound(text: str, draft: Draft) -> bool:
    """Whether the dash only joins two words: `MUNICH-based`."""
    if draft.dash != "-" or text[draft.end - 2 : draft.end - 1].isspace():
        return False
    word = _ANY_WORD.match(text, draft.end)
    return word is not None and word[0].casefold() in load_dateline_words().compounds


def _is_note(place: PrintedPlace) -> bool:
    """Whether the supposed place is a note in capitals: `ADDS QUOTES`, `FOR RELEASE`; no town has such a name."""
    if not _in_capitals(place.name) or is_place(place.name):
        return False
    folded = f"{place.name.casefold()} "
    return folded.startswith(load_dateline_words().notes)


def _may_stand_bare(place: PrintedPlace, rest: str) -> bool:
    """Whether a place and a dash are enough: not for an alliance or a headline word; a country needs a long story."""
    words = load_dateline_words()
    folded = fold_place(place.name)
    if folded in words.not_places and "." not in place.name:
        return False
    if folded in words.stand_alone or place.known_region:
        return True
    country = any(not reading.code and not reading.city for reading in load_regions().get(folded, ()))
    return not country or len(rest) > 2 * SENTENCE_CHARACTERS


def _by_place(draft: Draft, text: str) -> str | None:
    """A place and a dash alone: the place must be known and a story must follow."""
    if draft.date is not None or draft.agency is not None or not draft.dash or draft.dash == ".":
        return None
    rest = _rest(text, draft)
    if not _may_stand_bare(draft.places[0], rest):
        return None
    if not rest or rest[0] in "-–—" or rest[0].islower() or _is_shouted(rest):
        return None
    colon = draft.dash in (":", "：")
    if _is_compound(text, draft):
        return None
    if draft.capitals and not colon:
        return "dateline.place" if is_known(draft) else None
    if draft.capitals:
        return "dateline.place" if is_known(draft) and (rest[0].isupper() or rest[0] in "\"'“‘") else None
    if not is_known(draft, large=True) or not _is_sentence(rest, text, draft):
        return None
    route = None if colon else _PLACE_NAME.match(rest)
    if route is not None and is_place(route[0], large=True):
        return None  # Seoul - Tokyo flights resume
    spaced = text[draft.end - len(draft.dash) - 1 : draft.end - len(draft.dash)].isspace() or colon
    return "dateline.place" if spaced and text[draft.end : draft.end + 1].isspace() else None


def decide(draft: Draft, text: str, *, weak: bool) -> str | None:
    """Id of the rule that accepts the draft, or None.

    Args:
        draft: the parts read.
        text: the article.
        weak: whether a place and a dash are not enough, because of the text before them.
    """
    if not draft.places:
        rest = _rest(text, draft)
        return "dateline.agency_first" if rest and not _is_shouted(rest) and not rest[0].islower() else None
    if _is_note(draft.places[0]) or (known_agency(draft.places[0].name) is not None and not is_known(draft)):
        return None
    rule = _by_agency(draft, text) or _by_unknown_agency(draft, text) or _by_date(draft, text)
    if rule is None and not weak:
        rule = _by_place(draft, text)
    return rule
