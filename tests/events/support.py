"""Events as short strings, for tables of cases, and parses written down word by word."""

from datetime import date
from itertools import pairwise

from diplonews import Event, extract_events
from diplonews.actors.tree import Node
from diplonews.lexicons.actornames import find_names

ANCHOR = date(2024, 5, 8)  # a Wednesday


def brief(event: Event) -> str:
    """`SANCTION NOR>LVA ACTUAL`; parties of a reciprocal event are joined by `=`."""
    who = ",".join(actor.code or "?" for actor in event.actors)
    whom = ",".join(actor.code or "?" for actor in event.recipients)
    pair = who.replace(",", "=") if event.symmetric else f"{who}>{whom}"
    return f"{event.type.name} {pair} {event.status.name}"


def code(text: str, **options: object) -> list[str]:
    """The events of a text in short."""
    return [brief(event) for event in extract_events(text, anchor=ANCHOR, **options)]


def read(parse: str) -> dict[str, Node]:
    """Nodes by their words, each word once, from cells of `word[:lemma]/TAG/label/number of its head`."""
    nodes, heads, start = [], [], 0
    for i, cell in enumerate(parse.split()):
        word, tag, dep, head = cell.split("/")
        text, _, lemma = word.partition(":")
        node = Node(i, text, text.lower(), tag, dep, start)
        node.lemma = lemma or text.lower()
        for span, name in find_names(text):
            node.name, node.named = name, type(span)(start, start + len(text))
        nodes.append(node)
        heads.append(int(head))
        start += len(text) + 1
    for node, head in zip(nodes, heads, strict=True):
        node.head = nodes[head]
    for node in nodes:
        node.kids = [kid for kid in nodes if kid.head is node and kid is not node]
    for node, following in pairwise(nodes):
        node.after = following
    return {node.text: node for node in nodes}
