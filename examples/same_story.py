"""Which articles are prints of one wire story, and what each paper made of it.

Run it from the project's root: python examples/same_story.py examples/articles
"""

import sys
from pathlib import Path

import diplonews as dn


def main(folder: Path) -> None:
    """Print each group: who printed it when, under which headline, and how much of it."""
    articles = {article.identifier: article for article in dn.iter_articles(folder)}
    groups = dn.reprints(articles.values())
    for number, group in enumerate(groups, 1):
        prints = [articles[identifier] for identifier in group]
        longest = max(len(article.body.split()) for article in prints)
        print(f"story {number}, printed {len(prints)} times")
        for article in prints:
            share = len(article.body.split()) / longest
            print(f"  {article.anchor}  {article.outlet or article.provider or '-'}: {article.headline} ({share:.0%})")
    alone = len(articles) - sum(map(len, groups))
    print(f"{alone} of {len(articles)} articles stand alone")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/articles"))
