"""Articles from files, archives, tables and data frames."""

from diplonews.reading.articles import iter_articles, read
from diplonews.reading.versions import newest_versions

__all__ = ["iter_articles", "newest_versions", "read"]
