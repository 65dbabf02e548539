"""Read a folder of articles in any format and print when and where each was filed.

Run it from the project's root: python examples/read_folder.py examples/articles
"""

import sys
from pathlib import Path

import diplonews as dn


def main(folder: Path) -> None:
    """Print a line an article, in the order of publication."""
    for article in sorted(dn.iter_articles(folder), key=lambda article: str(article.anchor)):
        place = article.dateline.places[0] if article.dateline is not None and article.dateline.places else None
        where = f"{place.name.title()} ({place.timezone})" if place is not None else "unknown"
        print(f"{article.anchor}  {article.provider or '-':8}  {where}")
        print(f"    {article.headline}")
        for found in dn.extract_dates(article):
            if found.interval is None:
                print(f"    {found.text!r} is {found.value or found.reason}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/articles"))
