"""Build `diplonews/lexicons/data/temporal_names.toml`, the months and weekdays of other languages, from CLDR.

    python -m diplonews._build.build_month_names

The names come from Babel (in the extra `dev`), which is not needed to read dates: the table is a fortieth of
Babel's size. It has the forms used in a date (`7 июня`) and alone (`июнь`), long and short, in lower case,
except those that are printed alike in English.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from diplonews.lexicons.temporal_names import NAMES, fold_name

if TYPE_CHECKING:
    from babel import Locale

TARGET = Path(__file__).parents[1] / "lexicons" / "data" / NAMES
# A language's own file, and those of regions with other names for the months.
LANGUAGES = {
    **{code: (code,) for code in ["am", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fil", "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "ko", "ky", "lo", "lt", "lv", "mk", "mn", "ms", "my", "nb", "ne", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh"]},
    "ar": ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_SA"),
    "az": ("az",),
    "de": ("de", "de_AT"),
    "fa": ("fa", "fa_AF"),
    "sr": ("sr", "sr_Latn"),
}  # fmt: skip
HEADER = """\
# Names of months and weekdays in other languages; made by `python -m diplonews._build.build_month_names`.
# Twelve (seven) entries a language, forms separated by `|`, in lower case.

[meta]
title = "Months and weekdays in {count} languages"
source = "Unicode CLDR, from the package Babel {version}"
licence = "Unicode-3.0"
checked = {built}
version = "1"
"""


def forms(locales: Iterable[Locale], kind: str, number: int) -> str:
    """The forms of a month or weekday, the long ones first."""
    found: list[str] = []
    for locale in locales:
        names = getattr(locale, kind)
        for width in ("wide", "abbreviated"):
            for use in ("format", "stand-alone"):
                name = fold_name(names[use][width][number])
                if name not in found and any(map(unicodedata.category(name[0]).__eq__, ("Ll", "Lo"))):
                    found.append(name)
    return "|".join(found)


def main() -> None:
    """Write the table."""
    from babel import Locale

    lines = [HEADER.format(count=len(LANGUAGES), version=version("babel"), built=datetime.now(UTC).date())]
    for kind, count, title in (("months", range(1, 13), "months"), ("days", range(7), "weekdays")):
        lines.append(f"\n[{title}]\n")
        for code, names in sorted(LANGUAGES.items()):
            locales = [Locale.parse(name) for name in names]
            entries = ", ".join(f'"{forms(locales, kind, number)}"' for number in count)
            lines.append(f"{code} = [{entries}]\n")
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
