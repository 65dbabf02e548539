"""Who said what about a subject: the quotes that mention it, by day, each once.

Run it from the project's root: python examples/who_said_what.py examples/articles agreement
"""

import sys
from pathlib import Path

import diplonews as dn


def main(folder: Path, subject: str) -> None:
    """Print each quote with its speaker, and what it denies or asks."""
    articles = sorted(dn.iter_articles(folder), key=lambda article: str(article.anchor))
    seen: set[str] = set()
    for article in articles:
        for quote in dn.extract_quotes(article):
            words = " ".join(quote.text.split())
            if subject.lower() not in words.lower() or quote.kind is dn.QuoteKind.INDIRECT or words in seen:
                continue
            seen.add(words)
            speaker = quote.speaker
            name = (speaker.name or f"({speaker.role})") if speaker is not None else "(unknown)"
            country = speaker.country if speaker is not None and speaker.country else "-"
            told = "" if quote.polarity is dn.QuotePolarity.ASSERTED else f" [{quote.polarity.lower()}]"
            print(f"{article.anchor}  {name}, {country}{told}\n    {words}")


if __name__ == "__main__":
    folder, *subject = sys.argv[1:] or ["examples/articles"]
    main(Path(folder), subject[0] if subject else "agreement")
