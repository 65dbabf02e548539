"""Scores of quotations and their speakers.

A span is the set of the words it touches, so marks and commas never count. Gold and found
quotations are paired one to one by the overlap of their content (Dice; then cue, then source). A
quotation is *found* if the two contents share at least half of the words of each; its source is right
if both have none, or they share a word that is not a function word.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplonews.evaluation.gold import GoldQuote
from diplonews.evaluation.pairing import pair
from diplonews.evaluation.subject import Subject
from diplonews.evaluation.tally import OutcomeKind, Tally, context
from diplonews.evaluation.words import Words, same_name
from diplonews.model import Quote, RegionKind, Span

__all__ = ["score_quotes", "score_speakers"]

ASSERTED = "ASSERTED"


@attrs.frozen
class _Attribution:
    """The words of a quotation."""

    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]

    def dice(self, other: _Attribution) -> float:
        return 2 * len(self.content & other.content) / (len(self.content) + len(other.content))

    def likeness(self, other: _Attribution) -> tuple[float, ...] | None:
        if not self.content & other.content:
            return None
        return self.dice(other), len(self.cue & other.cue), len(self.source & other.source)

    def finds(self, other: _Attribution) -> bool:
        both = 2 * len(self.content & other.content)
        return both >= len(self.content) and both >= len(other.content)


@attrs.frozen(kw_only=True)
class _Matched:
    """The quotations of an article and the pairs among them."""

    gold: Sequence[GoldQuote]
    found: Sequence[Quote]
    gold_words: Sequence[_Attribution]
    found_words: Sequence[_Attribution]
    pairs: Sequence[tuple[int, int]]

    def hits(self) -> dict[int, int]:
        """The found quotation of each gold one that was found."""
        return {i: j for i, j in self.pairs if self.gold_words[i].finds(self.found_words[j])}


def _match(subject: Subject, words: Words) -> _Matched:
    kinds = subject.gold.kinds()
    gold = subject.gold.quotes
    found = [
        quote
        for quote in subject.found.quotes
        if words.of(quote.content) and kinds[quote.content[0].start] is not RegionKind.DUPLICATE
    ]
    gold_words = [_Attribution(*map(words.of, (one.content, one.cue, one.source))) for one in gold]
    found_words = [_Attribution(*map(words.of, (one.content, one.cue, _source(one)))) for one in found]
    pairs = pair(gold_words, found_words, _Attribution.likeness)
    return _Matched(gold=gold, found=found, gold_words=gold_words, found_words=found_words, pairs=pairs)


def _source(quote: Quote) -> tuple[Span, ...]:
    return (quote.source,) if quote.source is not None else ()


def score_quotes(subject: Subject, tally: Tally) -> None:
    """Score content found, content found with the right source (full), and both word for word (full strict)."""
    words = Words(subject.text)
    match = _match(subject, words)
    hits = match.hits()
    counts = len(match.found), len(match.gold)
    full = {i: j for i, j in hits.items() if _source_right(words, match.gold_words[i], match.found_words[j])}
    strict = sum(
        match.gold_words[i].content == match.found_words[j].content
        and match.gold_words[i].source == match.found_words[j].source
        for i, j in match.pairs
    )
    tally.add("quotes", "content F1", len(hits), *counts)
    tally.add("quotes", "full F1", len(full), *counts)
    tally.share("quotes", "full precision", len(full), counts[0])
    tally.share("quotes", "full recall", len(full), counts[1])
    tally.add("quotes", "full strict F1", strict, *counts)
    pairs = dict(match.pairs)
    for i, gold in enumerate(match.gold):
        kind: OutcomeKind = "right" if i in full else "wrong" if i in pairs else "missed"
        other = match.found[pairs[i]] if i in pairs else None
        tally.note(
            "quotes",
            kind,
            context(subject.text, gold.content),
            rule=other.evidence.rule if other is not None else "",
            predicted=_quoted(subject.text, _source(other), other.content) if other is not None else "",
            expected=_quoted(subject.text, gold.source, gold.content),
        )
    for j in sorted(set(range(len(match.found))) - set(pairs.values())):
        one = match.found[j]
        said = _quoted(subject.text, _source(one), one.content)
        tally.note("quotes", "false", context(subject.text, one.content), rule=one.evidence.rule, predicted=said)


def _source_right(words: Words, gold: _Attribution, found: _Attribution) -> bool:
    return (not gold.source and not found.source) or words.share(gold.source, found.source)


def _quoted(text: str, source: Sequence[Span], content: Sequence[Span]) -> str:
    who = " ".join(span.of(text) for span in source) or "nobody"
    return " ".join(f"{who}: {' ... '.join(span.of(text) for span in content)}".split())


def score_speakers(subject: Subject, tally: Tally) -> None:
    """Score names, countries and polarity, end to end: a quotation that was not found has none right."""
    match = _match(subject, Words(subject.text))
    hits = match.hits()
    for i, gold in enumerate(match.gold):
        found = match.found[hits[i]] if i in hits else None
        speaker = found.speaker if found is not None else None
        name = speaker.name if speaker is not None else None
        if gold.name is not None:
            right = same_name(name) in _full_names(gold)
            tally.share("speakers", "full name", right, 1)
            kind: OutcomeKind = "right" if right else "missed" if found is None else "wrong"
            tally.note(
                "speakers",
                kind,
                context(subject.text, gold.content),
                rule=found.evidence.rule if found is not None else "",
                predicted=str(name) if found is not None else "",
                expected=gold.name,
            )
        elif found is not None:
            none = name is None or (speaker is not None and speaker.anonymous)
            right = none or same_name(name) in map(same_name, gold.aliases)
            tally.share("speakers", "unnamed", right, 1)
            tally.note(
                "speakers",
                "right" if right else "false",
                context(subject.text, gold.content),
                rule=found.evidence.rule,
                predicted=str(name),
                expected="no name",
            )
        if gold.country is not None:
            country = speaker.country if speaker is not None else None
            tally.share("speakers", "country", country == gold.country, 1)
            if found is not None and country != gold.country:
                tally.note(
                    "speakers",
                    "wrong",
                    context(subject.text, gold.content),
                    rule=found.evidence.rule,
                    predicted=f"country {country}",
                    expected=f"country {gold.country}",
                )
    _score_polarity(match, hits, tally)


def _full_names(gold: GoldQuote) -> set[str]:
    """The full name and those other forms that are not just a part of it."""
    full = same_name(gold.name)
    others = {same_name(alias) for alias in gold.aliases}
    return {full, *(other for other in others if not set(other.split()) < set(full.split()))}


def _score_polarity(match: _Matched, hits: dict[int, int], tally: Tally) -> None:
    """Score words denied, refused or questioned; those plainly asserted, the great majority, are left out."""
    wanted = [gold.polarity for gold in match.gold]
    given = [found.polarity.name for found in match.found]
    right = sum(wanted[i] == given[j] != ASSERTED for i, j in hits.items())
    given_marked = sum(given[j] != ASSERTED for j in hits.values())
    tally.add("speakers", "polarity F1", right, given_marked, sum(one != ASSERTED for one in wanted))
