"""Who is quoted most in a folder of articles, from which country, and how often without a name.

Run it from the project's root: python examples/who_is_quoted.py examples/articles
"""

import sys
from collections import Counter
from pathlib import Path

import diplonews as dn


def main(folder: Path) -> None:
    """Print three short tables."""
    speakers: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    nameless = total = 0
    for article in dn.iter_articles(folder):
        for quote in dn.extract_quotes(article):
            if quote.duplicate_of is not None or quote.speaker is None:
                continue
            total += 1
            kinds[quote.kind.name] += 1
            nameless += quote.speaker.anonymous
            speakers[quote.speaker.name or f"({quote.speaker.role})"] += 1
            countries[quote.speaker.country or "not told"] += 1
    print(f"{total} quotes with a speaker: {', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items()))}")
    print(f"{nameless} of them from sources whose name is kept back\n")
    for title, counter in (("speaker", speakers), ("country", countries)):
        print(title)
        for name, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:8]:
            print(f"  {count:2} {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/articles"))
