"""Mentions of one event in the gold corpus: the share of pairs that are brought together must not fall."""

import json
from itertools import combinations
from pathlib import Path

import attrs

import diplonews as dn
from diplonews.evaluation.dyads import found_dyads, gold_dyads, same_parties
from diplonews.evaluation.subject import compare_with

TESTS = Path(__file__).resolve().parents[1]
FLOORS = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["stories"]


def analysed(gold):
    """The findings in a gold article, under its id."""
    given = dn.parse_article(gold.raw or gold.text) if gold.copy else gold.text
    return attrs.evolve(dn.analyze(given, anchor=None if gold.copy else gold.anchor), id=gold.id)


def matched(gold, analysis):
    """The id of each event that is found, with the label of its cluster: triggers meet, type and parties are right."""
    moved = compare_with(gold, analysis).gold
    taken = set()
    for wanted in moved.events:
        for found in analysis.events:
            touch = any(one.overlaps(other) for one in wanted.trigger for other in found.trigger)
            if found.id in taken or not touch or found.type not in wanted.types:
                continue
            if any(same_parties(one, other) for one in gold_dyads(wanted) for other in found_dyads(found)):
                taken.add(found.id)
                yield (analysis.id, found.id), (gold.id, wanted.cluster)
                break


def test_pairs_of_mentions():
    """Of the events that are found, the pairs of mentions of one event, as people marked them."""
    gold = dn.read_gold(TESTS / "data" / "gold" / "dev")
    analyses = [analysed(one) for one in gold]
    labels = dict(row for one, analysis in zip(gold, analyses, strict=True) for row in matched(one, analysis))
    entries = {
        (mention.article, mention.event.id): number
        for number, entry in enumerate(dn.timeline(analyses))
        for mention in entry.mentions
    }
    pairs = [(labels[one] == labels[other], entries[one] == entries[other]) for one, other in combinations(labels, 2)]
    right = pairs.count((True, True))
    assert right / sum(made for _, made in pairs) >= FLOORS["pairs_precision"]
    assert right / sum(marked for marked, _ in pairs) >= FLOORS["pairs_recall"]
