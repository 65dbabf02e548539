"""Articles from files, archives, tables and data frames."""

from diplonews.reading.articles import iter_articles, read

__all__ = ["iter_articles", "read"]
