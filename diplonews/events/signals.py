"""What speaks for or against an event of the rules: short readable strings, weighed by the table `judging`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from diplonews.actors.resolve import BODIES, Party, is_agentive
from diplonews.events.acts import ActResolver
from diplonews.events.coded import Coded
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import sector_of
from diplonews.once import once
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["Surroundings", "signals_of"]

CLAUSES = frozenset(("relcl", "advcl", "ccomp", "conj", "parataxis", "acl"))
NOTED = frozenset(("poss", "det", "amod", "neg", "aux", "mark", "compound"))
MOST_NAMED = 40  # mentions of parties in a sentence
MOST_FOUND = 20  # events of a sentence that are compared
MOST_FREQUENT = 2
MOST_UP = 30
MOST_KIDS = 12
MOST_PHRASES = 6
MOST_ABOVE = 3
SHORT_UP, SHORT_DOWN = 2, 3
SHARES = (0.0, 0.05, 0.1, 0.2, 0.4, 0.6)
DISTANCES = (2, 4, 7, 11, 16, 24)
COUNTS = (0, 1, 2, 4)


class Surroundings:
    """A sentence as its events see it: the parties named in it, its triggers and the other events.

    Args:
        sentence: the sentence.
        resolver: finds parties.
        matches: the triggers that count.
        found: the events of the rules.
    """

    def __init__(
        self, sentence: Sentence, resolver: ActResolver, matches: Sequence[Match], found: Sequence[Coded]
    ) -> None:
        self.sentence = sentence
        self.resolver = resolver
        self.found = found[:MOST_FOUND]
        coded = {event.match.token for event in found}
        self.open = [match for match in matches if match.token not in coded]

    @once
    def named(self) -> dict[str, list[Token]]:
        """The words that name a party, by its code, in text order."""
        found: dict[str, list[Token]] = {}
        words = (token for token in self.sentence.tokens if _may_name(token))
        for token in islice(words, MOST_NAMED):
            for party in self.resolver.single(token):
                if party.code:
                    found.setdefault(party.code, []).append(token)
        return found

    @once
    def frequent(self) -> list[str]:
        """The two codes that the article names most often."""
        named = self.resolver.named()
        return sorted(named, key=lambda code: -named[code])[:MOST_FREQUENT]

    @once
    def states(self) -> int:
        """How many states the article names."""
        return sum(code not in BODIES for code in self.resolver.named())

    @once
    def _mentions(self) -> int:
        return sum(self.resolver.named().values()) or 1

    def share(self, code: str) -> float:
        """The share of a code in the names of states and bodies in the article."""
        return self.resolver.named().get(code, 0) / self._mentions

    def others(self, event: Coded) -> list[Coded]:
        """The events of other triggers."""
        return [other for other in self.found if other.match is not event.match]

    def codes_between(self, one: Token, other: Token, without: str) -> int:
        """How many other codes are named between two words."""
        low, high = sorted((one.i, other.i))
        return sum(
            code != without and any(low < token.i < high for token in tokens) for code, tokens in self.named.items()
        )


def _may_name(token: Token) -> bool:
    """Whether a word may name a party by itself: a name, a pronoun, people who act, an unknown proper noun."""
    if token.name is not None or token.is_pronoun:
        return True
    return token.dep != "compound" and (token.is_proper or is_agentive(token))


def signals_of(event: Coded, around: Surroundings) -> list[str]:
    """The signals of an event, each once: `type=ACCUSE`, `a.side=left`, `own=True`.

    Those that begin with `a.` and `r.` say how the first actor and the first recipient stand to the trigger.
    """
    half = len(event.actors) // 2 if event.symmetric else len(event.actors)
    actors, recipients = event.actors[:half], event.actors[half:] or event.recipients
    found = [*_of_trigger(event, around), *_of_neighbours(event, around), *_of_pair(event, around)]
    for role, parties in (("a", actors), ("r", recipients)):
        for party in parties[:1]:
            found += _of_party(role, party, event, around)
    return [*dict.fromkeys(found)]


def _bucket(value: float, bounds: Iterable[float]) -> str:
    return next((f"{bound:g}" for bound in bounds if value <= bound), "more")


def _class_of(token: Token | None) -> str:
    """A word as what it names: a pronoun, a kind of name, people of a sector, another noun."""
    if token is None:
        return "none"
    if token.is_pronoun:
        return token.low
    if token.name is not None:
        return token.name.kind.lower()
    known = sector_of(token.lemma)
    if known is not None:
        return f"{known[0]}.{known[1]}"
    return "proper" if token.is_proper else "noun"


def _word(token: Token) -> str:
    """A word as printed in lower case; a name only by what it names, so that no signal is about one state or person."""
    return _class_of(token) if token.name is not None or token.is_proper else token.low


def _of_trigger(event: Coded, around: Surroundings) -> Iterator[str]:
    """What the trigger and its arguments say."""
    match, kind, standing = event.match, event.type.name, event.standing
    trigger, arguments = match.trigger, match.arguments
    pos = trigger.pos + ("+light" if arguments.light is not None else "")
    subject, target = _class_of(arguments.subject()), _class_of(arguments.object())
    verb, complement = arguments.verb, arguments.complement()
    passive = verb is not None and clause_of(verb).is_passive
    yield from ("all", f"type={kind}", f"pos={pos}", f"type={kind} pos={pos}", f"table={trigger.type.name}")
    yield from (f"lemma={trigger.lemma}", f"row={trigger.id}", f"fallback={event.fallback}", f"chosen={event.rule}")
    yield from (f"status={standing.status.name}", f"standing={standing.family}", f"passive={passive}")
    yield from (f"subject={subject}", f"object={target}", f"region={around.sentence.kind.name}")
    yield f"inner={match.inner.type.name if match.inner is not None else None}"
    yield f"complement={complement.lemma if complement is not None else None}"
    yield f"told={clause_of(verb or match.token).reporter is not None}"
    yield f"quoted={bool(around.resolver.quoted(match.token))}"
    for low, noun in arguments.phrases[:MOST_PHRASES]:
        yield from (f"phrase={low}", f"phrase={low} {_class_of(noun)}")
    for kid in match.token.kids[:MOST_KIDS]:
        yield f"kid={kid.dep} {_word(kid)}" if kid.dep in NOTED else f"kid={kid.dep}"
    below = arguments.light or match.token
    yield f"dep={below.dep}"
    for level, above in enumerate(islice(match.token.ancestors(), MOST_ABOVE)):
        yield from (f"above{level}={_word(above)}", f"above{level}={below.dep} {above.tag}")
        below = above


def _of_neighbours(event: Coded, around: Surroundings) -> Iterator[str]:
    """What the other triggers and events of the sentence say, and how many parties it names."""
    match, others = event.match, around.others(event)
    alike = sum(one.trigger.type is match.trigger.type for one in around.open)
    yield from (f"events={min(len(others), 3)}", f"open={min(len(around.open), 5)}", f"alike={min(alike, 2)}")
    yield from (f"inside={min(len(around.named), 5)}", f"states={min(around.states, 6)}")
    near = min(others, key=lambda other: abs(other.match.token.i - match.token.i), default=None)
    if near is not None:
        doers = {party.code for party in near.actors}
        yield from (f"near={near.type.name}", f"near={near.type.name} type={match.trigger.type.name}")
        yield f"near before={near.match.token.i < match.token.i}"
        yield f"near shares={len(event.codes & near.codes)}"
        yield f"near actor={any(party.code in doers for party in event.actors[:1])}"


def _of_party(role: str, party: Party, event: Coded, around: Surroundings) -> Iterator[str]:
    """How a party stands to the trigger."""
    kind, match, actor = event.type.name, event.match, party.actor
    token, place = party.token, match.token
    mentions = around.named.get(party.code, ())
    yield from (f"{role}.kind={'body' if party.code in BODIES else 'state'}", f"{role}.implied={actor.implied}")
    yield from (f"{role}.how={actor.how}", f"{role}.how={actor.how} type={kind}", f"{role}.dep={token.dep}")
    yield from (
        f"{role}.sector={'/'.join(actor.sectors[:1])}",
        f"{role}.share={_bucket(around.share(party.code), SHARES)}",
    )
    yield from (f"{role}.mentions={min(len(mentions), 3)}", f"{role}.elsewhere={token not in mentions}")
    up, down = _path(match.arguments.verb or place, token)
    first = down[0] if down else "-"
    yield from (f"{role}.up={'/'.join(up[:3])}", f"{role}.first={first}", f"{role}.first={first} type={kind}")
    yield from (f"{role}.path={'/'.join(down[:2])}", f"{role}.path={'/'.join(down[:3])}")
    if len(up) <= SHORT_UP and len(down) <= SHORT_DOWN:
        yield f"{role}.way={'/'.join(up)}^{'/'.join(down)}"
    clauses = min(sum(dep in CLAUSES for dep in (*up, *down)), 3)
    yield from (f"{role}.clauses={clauses}", f"{role}.clauses={clauses} pos={match.trigger.pos}")
    yield from (
        f"{role}.side={'left' if token.i < place.i else 'right'}",
        f"{role}.steps={min(len(up) + len(down), 8)}",
    )
    yield f"{role}.distance={_bucket(abs(token.i - place.i), DISTANCES)}"
    yield f"{role}.between={min(around.codes_between(token, place, party.code), 3)}"


def _path(start: Token, end: Token) -> tuple[list[str], list[str]]:
    """The labels from a word up to the lowest word above both, and from there down to the other."""
    chain = list(islice(start.upwards(), MOST_UP))
    places = {token: at for at, token in enumerate(chain)}
    down: list[str] = []
    for token in islice(end.upwards(), MOST_UP):
        if token in places:
            return [above.dep for above in chain[: places[token]]], down[::-1]
        down.append(f"{token.dep}:{token.low}" if token.dep == "prep" else token.dep)
    return ["none"], ["none"]


def _of_pair(event: Coded, around: Surroundings) -> Iterator[str]:
    """What the sentence and the article say of the parties together."""
    codes, kind, resolver = event.codes, event.type.name, around.resolver
    own = len(codes) == 1 and bool(event.recipients)
    yield from (f"own={own}", f"own={own} type={kind}", f"symmetric={event.symmetric}")
    yield f"alone={not event.recipients and not event.symmetric}"
    yield f"told before={min(resolver.times_told(codes), 2)}"
    yield f"pairs before={_bucket(resolver.pairs_told(), COUNTS)}"
    yield f"here={min(sum(other.codes == codes for other in around.others(event)), 2)}"
    yield f"frequent={sum(code in codes for code in around.frequent)}"
    yield f"others={min(sum(code not in codes for code in around.named), 3)}"
