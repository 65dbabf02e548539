"""One answer: the country of a quote's speaker and of the actors mentioned in its source are the same."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path

import pytest

from diplonews import analyze, parse_article, read_gold
from diplonews.actors.origin import country_of
from diplonews.lexicons.tables import default_tables

TESTS = Path(__file__).parent
ARTICLES = sorted((TESTS.parent / "examples" / "articles").iterdir())
GOLD = sorted((TESTS / "data" / "gold" / "dev").glob("*.gold.txt"))
CEILINGS = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["speaker_countries"]


@cache
def expected():
    """The hand-written countries: by article, source and occurrence."""
    with (TESTS / "data" / "speaker_countries.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    return {(row["article"], row["source"], int(row["nth"])): row["country"] for row in rows}


def occurrence(text, span):
    """The words of a span, white space folded, and which occurrence of them in the text it is."""
    words = span.of(text).split()
    printed = r"\s+".join(map(re.escape, words))
    places = re.finditer(rf"\b{printed}(?!\w)", text)
    return " ".join(words), [match.start() for match in places].index(span.start) + 1


def mentioned(analysis, source):
    """The country of the one actor in a source, "-" for none; None if it holds no actor or several."""
    whole = [m for m in analysis.actors if m.span.contains(source)]
    inside = [m for m in analysis.actors if source.contains(m.span)]
    found = whole if len(whole) == 1 else inside
    if len(found) != 1:
        return None
    return found[0].actor.code or "-"


def answers(analysis):
    """For each source the country of the speaker and, if there is one, that of the actor mentioned in it."""
    for quote in analysis.quotes:
        if quote.source is not None:
            speaker = quote.speaker.country if quote.speaker is not None else None
            yield quote, [("speaker", speaker or "-"), ("mention", mentioned(analysis, quote.source))]


def example_differences(path):
    """What the analysis of an example says otherwise than the table."""
    article = parse_article(path.read_bytes())
    differences = []
    for quote, found in answers(analyze(article)):
        words, nth = occurrence(article.text, quote.source)
        right = expected().get((path.name[:2], words, nth), "no row")
        differences += [(path.name, words, nth, who, code, right) for who, code in found if code not in (right, None)]
    return differences


def gold_differences(path):
    """What the analysis of a gold article says otherwise than its annotation, and how many answers were compared."""
    (gold,) = read_gold(path)
    article = parse_article(gold.text if gold.raw is None else gold.raw)
    by_source = {}
    for row in gold.quotes:
        country = row.country or "-"
        for span in row.source:
            by_source.setdefault(" ".join(span.of(gold.text).split()), set()).add(country)
    compared, differences = 0, []
    for quote, found in answers(analyze(article)):
        words = " ".join(quote.source.of(article.text).split())
        rights = by_source.get(words, set())
        if len(rights) != 1:
            continue
        right = next(iter(rights))
        if right == "-" and country_of(words) is not None:
            continue  # private persons of a state that the words name speak for nobody
        for who, code in found:
            compared += code is not None
            if code not in (right, None):
                differences.append((path.name, words, who, code, right))
    return compared, differences


def test_examples():
    """In the example articles, speakers and mentions have the country that a reader gives them."""
    differences = [difference for path in ARTICLES for difference in example_differences(path)]
    assert len(differences) <= CEILINGS["examples_wrong"], differences


def test_gold():
    """In the gold articles for development as well, up to a share that may only fall."""
    found = [gold_differences(path) for path in GOLD]
    differences = [difference for _, several in found for difference in several]
    assert len(differences) <= CEILINGS["gold_wrong_share"] * sum(compared for compared, _ in found), differences


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name[:2])
def test_every_source_has_a_row(path):
    """Each source that is found is in the table."""
    assert [entry for entry in example_differences(path) if entry[-1] == "no row"] == []


STORY = """{A} summoned the {b} ambassador on Monday to protest a levy on its trawlers, the foreign ministry said.

"The levy hurts us," {a} Foreign Minister Anna Vik told reporters.

{B} called the protest unfounded. Its trade ministry said the levy would stay.

Vik said she had asked {capital_b} to answer. The ambassador said he would convey the message.
"""
STATES = [
    ("NOR", "Norway", "Norwegian", "Oslo"),
    ("LVA", "Latvia", "Latvian", "Riga"),
    ("PER", "Peru", "Peruvian", "Lima"),
    ("CHL", "Chile", "Chilean", "Santiago"),
    ("GHA", "Ghana", "Ghanaian", "Accra"),
    ("HUN", "Hungary", "Hungarian", "Budapest"),
    ("KOR", "South Korea", "South Korean", "Seoul"),
]


def told(first, second):
    """For each source of the story about two states, whose it is: the first's or the second's."""
    (code_a, name_a, adjective_a, capital_a), (code_b, name_b, adjective_b, capital_b) = first, second
    story = STORY.format(A=name_a, a=adjective_a, B=name_b, b=adjective_b, capital_b=capital_b)
    raw = f"{capital_a.upper()}, March 5 (Reuters) - {story}"
    side = {code_a: "A", code_b: "B"}
    analysis = analyze(parse_article(raw, format="reuters"))
    return [[side.get(code, code) for _, code in found] for _, found in answers(analysis)], [
        (side.get(event.actors[0].code), side.get(event.recipients[0].code))
        for event in analysis.events
        if event.actors and event.recipients
    ]


@pytest.mark.parametrize(("first", "second"), [(a, b) for a in STATES[:4] for b in STATES[3:] if a is not b])
def test_swapped_states_swap_the_answers(first, second):
    """Nothing depends on the state: the story with the states swapped has the answers swapped."""
    assert told(first, second) == told(second, first)


def test_a_users_state_is_a_speakers_country():
    """A row that a user adds to the tables is obeyed by quotes, mentions and events alike."""
    row = {"code": "XSL", "name": "Sealand", "adjectives": "Sealandic", "capitals": "Roughs"}
    mine = default_tables().with_added("states", [row])
    text = 'Sealandic Foreign Minister Anna Vik rebuked Peru. "We are angry," Vik said. She left.'
    plain, added = analyze(text), analyze(text, tables=mine)
    assert {quote.speaker.country for quote in plain.quotes} == {None}
    assert {quote.speaker.country for quote in added.quotes} == {"XSL"}
    assert {mention.actor.code for mention in added.actors} == {"XSL", "PER"}
    assert {event.actors[0].code for event in added.events} == {"XSL"}
