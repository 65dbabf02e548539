"""Years, decades, centuries."""

from __future__ import annotations

import attrs

from diplonews.lexicons.temporal import load_context_words, load_temporal_words
from diplonews.lexicons.temporal_names import GREGORIAN, is_full_month, load_between
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import count_of, full_year, phase_of, refuse_buddhist

__all__ = ["RULES", "spoken_year"]

# A bare number of four digits is a year between these; outside only after a preposition of time.
BARE_YEARS = range(1900, 2061)
STREET_TOKENS = 4
CENTURY_WORDS = range(15, 22)  # nineteen ninety-six
OTHER_YEARS = range(1250, 1501)  # Solar Hijri and Islamic ones of two centuries


def _year(hit: Hit) -> Part | None:
    year = full_year(hit)
    if year is None or year == 0:
        return None
    digits = hit.match.start("year")
    plain = hit.start == digits
    named = digits - 2 if hit.kind_at(digits - 1, "DOT") and hit.word(digits - 2) == "no" else digits - 1
    if plain and hit.word(named) in load_context_words("before_figures"):
        return None
    if hit.has("phase") and hit.kind_at(hit.end, "HYPHEN", "DASH") and hit.kind_at(hit.end + 1, "DIGITS"):
        return None  # the end of the 2009-10 season: two years
    if plain and year not in BARE_YEARS and hit.word(digits - 1) not in load_context_words("before_year"):
        return None
    if plain and _is_of_a_house(hit):
        return None
    if plain and hit.kind_at(digits - 1, "HYPHEN", "CURRENCY", "SLASH") and not hit.kind_at(digits - 2, "YEAR_DIGITS"):
        return None
    refuse_buddhist(year)
    _refuse_other_calendar(hit, year, digits)
    dated = _foreign_month(hit, digits, year) if plain else None
    if dated is not None:
        return dated
    if hit.has("post"):
        return Part(value=f"{year:04}", mod=hit.text_value("post"))
    if hit.has("open"):
        return Part(value=f"{year:04}", mod="ON_OR_AFTER" if hit.value("open") == 1 else "ON_OR_BEFORE")
    return Part(value=f"{year:04}", mod=phase_of(hit))


def _foreign_month(hit: Hit, digits: int, year: int) -> Part | None:
    """`enero de 2025`, `im Januar 2025`, `primo gennaio 2025`: the month of another language before the year."""
    index = digits - 1
    if hit.word(index) in load_between("before_year"):
        index -= 1
    if index < 0 or not hit.kind_at(index, "OTHER"):
        return None
    if not is_full_month(hit.tokens.words[index]):
        return None
    from diplonews.temporal.foreign import gregorian_date, month_between
    from diplonews.temporal.surroundings import is_english

    month = month_between(hit.tokens.words[index])
    numbers = set() if month is None else {number for calendar, number in month.means if calendar == GREGORIAN}
    if (
        month is None
        or len(numbers) != 1
        or is_english(hit.tokens.text, hit.tokens.starts[index], hit.tokens.end(digits))
    ):
        return None
    first = index - (2 if hit.word(index - 1) == "de" else 1)
    day = 1 if hit.word(first) in load_between("first_day_latin") else None
    part = gregorian_date(year, numbers.pop(), day, month.languages)
    return None if part is None else attrs.evolve(part, first=index if day is None else first)


def _refuse_other_calendar(hit: Hit, year: int, digits: int) -> None:
    """Reject 1403 as a Gregorian year if the text or the words around it use another calendar.

    Raises:
        Unresolved: for such a year.
    """
    before = [hit.word(index) for index in range(digits - 3, digits) if hit.word(index) not in ("year", "calendar")]
    if before and before[-1] in load_context_words("other_calendar"):
        hit.context.memory.other_calendar = True
        raise Unresolved(f"a year that the text calls {before[-1].title()}: {year}")
    if hit.context.memory.other_calendar and (year in OTHER_YEARS or year >= BARE_YEARS.stop):
        raise Unresolved(f"{year} may be a year of the other calendar that the text dates by")


def _is_of_a_house(hit: Hit) -> bool:
    """Whether the figures are a house number: `2024 Elm Street`, but not `in 2008 Wall Street fell`."""
    determined = hit.kind_at(hit.start - 1, "THE", "ARTICLE", "OWN", "THIS", "THAT", "POSSESSIVE")
    if determined or hit.word(hit.start - 1) in load_context_words("before_year"):
        return False
    name = hit.tokens.words[hit.end : hit.end + STREET_TOKENS]
    streets = (index for index, word in enumerate(name) if index and word.lower() in load_context_words("street"))
    last = next(streets, None)
    return last is not None and all(word[0].isupper() for word in name[: last + 1])


def _short(hit: Hit) -> Part | None:
    """`'98`: only if the mark can't open a quotation."""
    beside = hit.has("phase") or hit.word(hit.start - 1) in load_context_words("before_year")
    if not beside or (hit.end < len(hit.tokens.words) and hit.tokens.words[hit.end].istitle()):
        return None
    return Part(value=f"{full_year(hit):04}", mod=phase_of(hit))


def _range(hit: Hit) -> tuple[Part, ...] | None:
    """`1957-58`: two years, each an expression."""
    year = int(hit.word(hit.start))
    second = int(hit.word(hit.match.start("second")))
    if year not in BARE_YEARS or second <= year % 100 or len(hit.word(hit.match.start("second"))) != 2:
        return None
    end = hit.match.start("second")
    return (
        Part(value=f"{year:04}", last=hit.start + 1),
        Part(value=f"{year - year % 100 + second:04}", first=end, last=end + 1),
    )


def _fiscal_range(hit: Hit) -> Part | None:
    """`FY2023/24`, `fiscal 2024-25`: a year of its own that begins in one year and ends in the next."""
    first, second = (int(hit.words(role)[0]) for role in ("first", "second"))
    if (second - first) % 100 != 1:
        return None
    raise Unresolved(f"a fiscal year from {first} to {first + 1}; the text does not say in which month it begins")


def _fiscal_short(hit: Hit) -> Part | None:
    """`FY24`: the fiscal year as if it were the calendar's, as with `fiscal 2024`."""
    letters, figures = hit.start, hit.match.start("year")
    if hit.word(letters) != "fy" or (figures == letters + 1 and hit.tokens.end(letters) != hit.tokens.starts[figures]):
        return None
    year = full_year(hit)
    return None if year is None else Part(value=f"{year:04}")


def spoken_year(hit: Hit, role: str) -> int | None:
    """`nineteen ninety-six`: a year said in words; None if the words are another number."""
    start, end = hit.match.span(role)
    values = load_temporal_words().values
    numbers = [int(values[word]) for word in hit.tokens.words[start:end] if word in values]
    if numbers[0] not in CENTURY_WORDS or not numbers[1] >= 10 or (len(numbers) == 3 and not 0 < numbers[2] < 10):
        return None
    if len(numbers) == 3 and (numbers[1] < 20 or numbers[1] % 10):
        return None
    return numbers[0] * 100 + sum(numbers[1:])


def _spoken(hit: Hit) -> Part | None:
    year = spoken_year(hit, "spoken")
    return None if year is None else Part(value=f"{year:04}", mod=phase_of(hit))


def _thousand(hit: Hit) -> Part | None:
    year = count_of(hit)
    if hit.text_value("unit") != "Y" or year is None or year not in range(1000, 3000):
        return None
    return Part(value=f"{int(year):04}")


def _part_of(hit: Hit) -> str | None:
    """START, MID or END of `the late 1980s`, `the first half of the 19th century`."""
    if hit.has("half"):
        return "START" if hit.words("half") == ["first"] else "END"
    return phase_of(hit)


def _decade(hit: Hit) -> Part | None:
    digits = "".join(filter(str.isdigit, hit.words("decade")[-1]))
    if len(digits) == 4:
        return Part(value=digits[:3], mod=_part_of(hit))
    return Part(value=f"19{digits[0]}" if digits != "00" else "200", mod=_part_of(hit))


def _decade_word(hit: Hit) -> Part | None:
    if hit.kind_at(hit.match.start("decade"), "DECADE_SHORT"):
        return Part(value=f"19{hit.words('decade')[0][0]}", mod=_part_of(hit))
    return Part(value=f"19{hit.number_value('decade')}", mod=_part_of(hit))


def _century(hit: Hit) -> Part | None:
    if hit.text_value("unit") != "CE":
        return None
    word = hit.words("ordinal")[0]
    number = int("".join(filter(str.isdigit, word))) if word[0].isdigit() else hit.number_value("ordinal")
    if not 1 <= number <= 99:
        raise Unresolved("outside the calendar")
    attributive = hit.has("hyphen") and not hit.has("phase") and not hit.has("half")
    return Part(value=f"{number - 1:02}", mod=_part_of(hit), first=hit.match.start("ordinal") if attributive else None)


HALF_OF = "(?P<half>FIRST|SECOND|LAST)HALF OF THE?"
NOT_A_YEAR = "(?!PERCENT|MILLION|HUNDRED|UNITS|HYPHEN(?:UNIT|YEAR_DIGITS DIGITS)|ZONE|AMPM|CURRENCY)"

RULES = (
    Rule(
        id="year.digits",
        pattern=(
            f"(?:(?P<phase>PHASE(?:THE)?)|(?P<post>POST HYPHEN))?"
            f"(?P<fiscal>(?:THE|OWN)?FISCAL(?:UNIT)?|THE UNIT)?(?P<year>YEAR_DIGITS){NOT_A_YEAR}(?P<open>OR EARLIER)?"
        ),
        resolve=_year,
        example="late 1998",
        counter="1998 percent",
    ),
    Rule(
        id="year.short",
        pattern="(?P<phase>PHASE)?(?P<year>YEAR_SHORT)",
        resolve=_short,
        example="'98",
        counter="'tis",
    ),
    Rule(
        id="year.range",
        pattern="YEAR_DIGITS(?:HYPHEN|DASH|SLASH)(?P<second>DIGITS)(?!HYPHEN|PERCENT|UNITS)",
        resolve=_range,
        example="1957-58",
        counter="1957 58",
    ),
    Rule(
        id="year.fiscal_range",
        pattern="(?:THE|OWN)?FISCAL(?:UNIT)?(?P<first>YEAR_DIGITS)(?:HYPHEN|DASH|SLASH)(?P<second>DIGITS|YEAR_DIGITS)",
        resolve=_fiscal_range,
        example="FY2023/24",
        counter="FY2023 24",
    ),
    Rule(
        id="year.fiscal_short",
        pattern="FISCAL(?P<year>YEAR_SHORT|DIGITS)",
        resolve=_fiscal_short,
        example="FY24",
        counter="FY of 24",
    ),
    Rule(
        id="year.spoken",
        pattern="(?P<phase>PHASE)?(?P<spoken>NUMERAL NUMERAL(?:HYPHEN?NUMERAL)?)(?!HUNDRED|MILLION)",
        resolve=_spoken,
        example="nineteen ninety-six",
        counter="nineteen",
    ),
    Rule(
        id="year.thousand",
        pattern="(?:THE)(?P<unit>UNIT)(?P<count>NUMERAL HUNDRED(?:AND?NUMERALS)?)",
        resolve=_thousand,
        example="the year two thousand",
        counter="the year two",
    ),
    Rule(
        id="decade.digits",
        pattern=f"(?:THE)?(?:(?P<phase>EARLY HYPHEN?|BEGINNING OF THE?)|{HALF_OF})?(?P<decade>DECADE_DIGITS)",
        resolve=_decade,
        example="the late 1980s",
        counter="the late 1980",
    ),
    Rule(
        id="decade.word",
        pattern=f"THE(?:(?P<phase>EARLY HYPHEN?)|{HALF_OF})?(?P<decade>DECADES|DECADE_SHORT)",
        resolve=_decade_word,
        example="the early nineties",
        counter="early nineties",
    ),
    Rule(
        id="century.ordinal",
        pattern=(
            f"(?:THE)?(?:(?P<phase>EARLY HYPHEN?|BEGINNING OF THE?)|{HALF_OF})?"
            "(?P<ordinal>ORDINAL_ANY)(?P<hyphen>HYPHEN)?(?P<unit>UNIT|UNITS)"
        ),
        resolve=_century,
        example="the 19th century",
        counter="the 19th man",
    ),
)
