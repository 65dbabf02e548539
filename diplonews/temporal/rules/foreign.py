"""Whole dates of other languages in Latin letters: a day, a month that no English word names, a year."""

from __future__ import annotations

from diplonews.lexicons.temporal_names import GREGORIAN, is_full_month, load_between
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part, Unresolved

__all__ = ["RULES"]

MONTHS, LAST_DAY = 12, 31
ENGLISH_MONTHS = ("MONTH", "MONTH_SHORT", "MONTH_WORD")


def _named(hit: Hit) -> Part | None:
    """`12 février 2021`, `7 de junho de 2024`, `2024. június 7`."""
    from diplonews.temporal.foreign import gregorian_date, month_between

    start, end = hit.match.span("words")
    words = hit.tokens.text[hit.tokens.starts[start] : hit.tokens.end(end - 1)]
    month = month_between(words)
    numbers = set() if month is None else {number for calendar, number in month.means if calendar == GREGORIAN}
    if month is None or not numbers or _ends_a_sentence(hit, start, end):
        return None
    if len(numbers) > 1:
        raise Unresolved("the name is of another month in " + ", ".join(sorted(month.languages)))
    return gregorian_date(int(hit.words("year")[0]), numbers.pop(), int(hit.words("day")[0]), month.languages)


def _ends_a_sentence(hit: Hit, start: int, end: int) -> bool:
    """Whether the dot of `7. April 2024` is a full stop: `rose by 7. April 2024 was worse`, and not `am 7. April`."""
    english = any(hit.kind_at(at, *ENGLISH_MONTHS) and not hit.tokens.words[at].islower() for at in range(start, end))
    return (
        english and hit.kind_at(hit.start + 1, "DOT") and hit.word(hit.start - 1) not in load_between("before_dotted")
    )


def _without_year(hit: Hit) -> Part | None:
    """`4 juin`, `4 de junio`, `4. Juni`; in English text no word is a month of another language."""
    start, end = hit.match.span("month")
    said = hit.tokens.words[start]
    if not is_full_month(said) or (hit.has("of") and hit.words("of")[0] not in load_between()):
        return None
    from diplonews.temporal.day_month import day_without_year
    from diplonews.temporal.foreign import month_between
    from diplonews.temporal.surroundings import is_english

    month = month_between(hit.tokens.text[hit.tokens.starts[start] : hit.tokens.end(end - 1)])
    if month is None:
        return None
    if hit.kind_at(start, *ENGLISH_MONTHS) and (_is_of_english(hit, said) or _ends_a_sentence(hit, start, end)):
        return None
    span = hit.tokens.starts[hit.start], hit.tokens.end(end - 1)
    if is_english(hit.tokens.text, *span):
        return None
    return day_without_year(hit.tokens.text, span, month, int(hit.words("day")[0]), hit.context)


def _is_of_english(hit: Hit, month: str) -> bool:
    return not month.islower() and not hit.kind_at(hit.start + 1, "DOT")


def _numbered(hit: Hit) -> Part | None:
    """`7 tháng 6 năm 2024`, `ngày 7 tháng 6`."""
    if hit.words("unit") != ["tháng"]:
        return None
    from diplonews.temporal.day_month import day_without_year
    from diplonews.temporal.foreign import MonthWords, gregorian_date

    month, day = (int(hit.words(role)[0]) for role in ("month", "day"))
    if not 1 <= month <= 12:
        return None
    if hit.has("year"):
        return gregorian_date(int(hit.words("year")[0]), month, day, frozenset())
    if hit.word(hit.start - 1) != "ngày":
        return None
    span = hit.tokens.starts[hit.start], hit.tokens.end(hit.end - 1)
    named = MonthWords(frozenset({(GREGORIAN, month)}), frozenset({"vi"}), *span)
    return day_without_year(hit.tokens.text, span, named, day, hit.context)


def _figures(hit: Hit) -> Part | None:
    """`15. 4. 2025`, the day first; `30-4-2024`, if no other order is a date."""
    hyphens = hit.has("of")
    year, month, day = (int(hit.words(role)[0]) for role in ("year", "of" if hyphens else "month", "day"))
    if not 1 <= month <= MONTHS or (hyphens and day <= MONTHS):
        return None
    from diplonews.temporal.foreign import gregorian_date

    return gregorian_date(year, month, day, frozenset()) if 1 <= day <= LAST_DAY else None


RULES = (
    Rule(
        id="foreign.day_first",
        pattern="(?P<day>DIGITS)DOT?(?P<words>WORDS_BETWEEN)(?P<year>YEAR_DIGITS)",
        resolve=_named,
        example="12 février 2021",
        counter="février 2021",
    ),
    Rule(
        id="foreign.year_first",
        pattern="(?P<year>YEAR_DIGITS)DOT?(?P<words>OTHER?DOT?WORD_OTHER)DOT?(?P<day>DIGITS)",
        resolve=_named,
        example="2024. június 7",
        counter="2024. június",
    ),
    Rule(
        id="foreign.month_last",
        pattern="(?P<year>YEAR_DIGITS)DOT OTHER(?P<day>DIGITS)DOT(?P<words>WORD_OTHER)",
        resolve=_named,
        example="2024. gada 7. jūnijs",
        counter="2024. gada jūnijs",
    ),
    Rule(
        id="foreign.day_month",
        pattern="(?P<day>DIGITS)DOT?(?:(?P<of>OTHER)APOSTROPHE?)?(?P<month>WORD_OTHER)",
        resolve=_without_year,
        example="4 de junio",
        counter="de junio",
    ),
    Rule(
        id="foreign.day_month_only",
        pattern="(?P<day>DIGITS)DOT?(?P<month>WORD_OTHER)",
        resolve=_without_year,
        example="4 juin",
        counter="juin",
    ),
    Rule(
        id="foreign.figures",
        pattern=(
            "(?<!HYPHEN)(?P<day>DIGITS)(?:DOT(?P<month>DIGITS)DOT|HYPHEN(?P<of>DIGITS)HYPHEN)(?P<year>YEAR_DIGITS)(?!HYPHEN)"
        ),
        resolve=_figures,
        example="15. 4. 2025",
        counter="15. 4 2025",
    ),
    Rule(
        id="foreign.numbered",
        pattern="(?P<day>DIGITS)(?P<unit>OTHER)(?P<month>DIGITS)(?:COMMA?OTHER?(?P<year>YEAR_DIGITS))?",
        resolve=_numbered,
        example="7 tháng 6 năm 2024",
        counter="7 tháng",
    ),
)
