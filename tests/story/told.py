"""Articles about invented acts, and which of their mentions a timeline brings together."""

import diplonews as dn

__all__ = ["article", "groups", "told"]


def article(number, text, published="2031-05-06", **given):
    """The analysis of an article."""
    return dn.analyze(dn.parse_article(text, published=published, identifier=str(number), **given))


def groups(entries):
    """Which mentions belong together."""
    return {frozenset((mention.article, mention.event.id) for mention in entry.mentions) for entry in entries}


def told(*articles):
    """The articles of each entry with its type, in order; of texts, each with its day, or analyses."""
    analyses = [
        one if isinstance(one, dn.Analysis) else article(number, *(one if isinstance(one, tuple) else (one,)))
        for number, one in enumerate(articles)
    ]
    return [(entry.event.type.value, "".join(entry.articles)) for entry in dn.timeline(analyses)]
