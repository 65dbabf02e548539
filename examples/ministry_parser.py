"""A parser for a source of your own: declared in a file, checked, and used on a bulletin.

Run it from the project's root: python examples/ministry_parser.py
"""

from pathlib import Path

import diplonews as dn
from diplonews.testing import check_parser

DECLARATION = Path(__file__).with_suffix(".toml")
BULLETIN = Path(__file__).with_name("ministry_bulletin.raw")


def main() -> None:
    """Show what the bulletin is without the declaration, and with it."""
    raw = BULLETIN.read_text(encoding="utf-8")
    before = dn.parse_article(raw)
    print(f"as {before.format}: published {before.published}, ends in {before.body[-25:]!r}")
    parser = dn.load_parser(DECLARATION)
    check_parser(parser)
    article = dn.parse_article(raw)
    assert article.published is not None
    print(f"as {article.format}: published {article.published.instant}, ends in {article.body[-25:]!r}")
    for region in article.regions:
        if region.kind is not dn.RegionKind.WHITESPACE:
            print(f"  {region.kind:11} {' '.join(region.span.of(article.text).split())[:60]}")
    for event in dn.extract_events(article):
        day = event.when.value if event.when is not None else "no date"
        print(f"{day}  {event.type} {event.status}: {event.text}")


if __name__ == "__main__":
    main()
