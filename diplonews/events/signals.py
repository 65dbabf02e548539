"""What speaks for or against a proposed event, as short readable strings with a weight each in the table `judging`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from diplonews.actors.resolve import BODIES, Party
from diplonews.events.coded import Coded
from diplonews.events.proposals import OTHER, RULE, Proposal, Surroundings
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import sector_of
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["party_signals", "signals_of", "trigger_signals"]

CLAUSES = frozenset(("relcl", "advcl", "ccomp", "conj", "parataxis", "acl"))
NOTED = frozenset(("poss", "det", "amod", "neg", "aux", "mark", "compound"))
MOST_UP = 30
MOST_KIDS = 12
MOST_PHRASES = 6
MOST_ABOVE = 3
SHORT_UP, SHORT_DOWN = 2, 3
SHARES = (0.0, 0.05, 0.1, 0.2, 0.4, 0.6)
DISTANCES = (2, 4, 7, 11, 16, 24)
COUNTS = (0, 1, 2, 4)


def signals_of(proposal: Proposal, around: Surroundings) -> list[str]:
    """The signals of a proposal, each once."""
    return [*dict.fromkeys((*trigger_signals(proposal.coded, around), *party_signals(proposal, around)))]


def party_signals(proposal: Proposal, around: Surroundings) -> Iterator[str]:
    """What the parties of a proposal say, and the case."""
    yield from _of_case(proposal.case, proposal.coded, around)
    for role, party in _roles(proposal):
        yield from _of_party(role, party, proposal, around)
    yield from _of_pair(proposal, around)


def _roles(proposal: Proposal) -> Iterator[tuple[str, Party]]:
    """The roles that are judged, `a` or `r`, each with its first party: both of an event of the rules."""
    if proposal.case == RULE and proposal.actors:
        yield "a", proposal.actors[0]
    if proposal.case in (RULE, OTHER) and proposal.recipients:
        yield "r", proposal.recipients[0]


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


def trigger_signals(coded: Coded, around: Surroundings) -> Iterator[str]:
    """What the trigger, its arguments and its neighbours say, whoever the parties are."""
    match, kind = coded.match, coded.type.name
    trigger, arguments = match.trigger, match.arguments
    pos, verb = _pos(match), arguments.verb
    yield from ("all", f"type={kind}", f"pos={pos}", f"type={kind} pos={pos}", f"table={trigger.type.name}")
    yield from (f"lemma={trigger.lemma}", f"row={trigger.id}", f"fallback={coded.fallback}", f"chosen={coded.rule}")
    yield from (f"status={coded.standing.status.name}", f"standing={coded.standing.family}")
    yield from (f"subject={_class_of(arguments.subject())}", f"object={_class_of(arguments.object())}")
    yield f"inner={match.inner.type.name if match.inner is not None else None}"
    yield f"region={around.sentence.kind.name}"
    yield f"told={clause_of(verb or match.token).reporter is not None}"
    yield f"quoted={bool(around.resolver.quoted(match.token))}"
    for low, noun in arguments.phrases[:MOST_PHRASES]:
        yield from (f"phrase={low}", f"phrase={low} {_class_of(noun)}")
    complement = arguments.complement()
    if complement is not None:
        yield f"complement={complement.lemma}"
    for kid in match.token.kids[:MOST_KIDS]:
        yield f"kid={kid.dep} {kid.low}" if kid.dep in NOTED else f"kid={kid.dep}"
    below = arguments.light or match.token
    yield f"dep={below.dep}"
    for level, above in enumerate(islice(match.token.ancestors(), MOST_ABOVE)):
        yield from (f"above{level}={above.low}", f"above{level}={below.dep} {above.tag}")
        below = above
    yield from _of_neighbours(match, around)


def _of_case(case: str, coded: Coded, around: Surroundings) -> Iterator[str]:
    """What the trigger says about which sides are filled in."""
    arguments = coded.match.arguments
    verb = arguments.verb
    passive = verb is not None and clause_of(verb).is_passive
    yield from (f"case={case}", f"case={case} type={coded.type.name}", f"case={case} pos={_pos(coded.match)}")
    yield from (f"case={case} status={coded.standing.status.name}", f"case={case} passive={passive}")
    yield from (f"case={case} subject={_class_of(arguments.subject())}", f"case={case} inside={around.inside}")
    yield f"case={case} object={_class_of(arguments.object())}"


def _pos(match: Match) -> str:
    return match.trigger.pos + ("+light" if match.arguments.light is not None else "")


def _of_neighbours(match: Match, around: Surroundings) -> Iterator[str]:
    """The other triggers and events of the sentence, and how many parties it names."""
    others = around.events_beside(match)
    yield f"events={min(len(others), 3)}"
    yield f"open={min(len(around.open), 5)}"
    alike = sum(one.trigger.type is match.trigger.type for one in around.open if one is not match)
    yield f"alike={min(alike, 2)}"
    near = around.nearest_event(match)
    if near is not None:
        before = near.match.token.i < match.token.i
        yield from (f"near={near.type.name}", f"near={near.type.name} type={match.trigger.type.name}")
        yield f"near before={before}"
    yield f"inside={around.inside}"
    yield f"states={min(around.states, 6)}"
    yield f"pairs before={_bucket(around.resolver.pairs_told(), COUNTS)}"


def _of_party(role: str, party: Party, proposal: Proposal, around: Surroundings) -> Iterator[str]:
    """How a party that was filled in, or that the rules chose, stands to the trigger."""
    case, kind = proposal.case, proposal.coded.type.name
    yield f"{role}.kind={'body' if party.code in BODIES else 'state'}"
    yield f"{role}.share={_bucket(around.share(party.code), SHARES)}"
    if party.code in proposal.sources:
        yield f"{role}.outside"
        yield from (f"{role}.outside={source}" for source in proposal.sources[party.code])
        return
    match, actor = proposal.coded.match, party.actor
    yield from (f"{role}.how={actor.how}", f"{role}.implied={actor.implied}", f"{role}.sector={actor.sectors[:1]}")
    yield f"{role}.how={actor.how} type={kind}"
    mentions = around.named.get(party.code, ())
    if not any(one.token is party.token for one in mentions):
        yield f"{role}.elsewhere"
    token, place = party.token, match.token
    up, down = _path(match.arguments.verb or place, token)
    first, labels = down[0] if down else "-", "/".join(down)
    yield from (f"{role}.dep={token.dep}", f"{role}.up={'/'.join(up[:3])}", f"{role}.first={first}")
    yield from (f"{role}.path={'/'.join(down[:2])}", f"{role}.first={first} type={kind}")
    if len(down) > SHORT_UP:
        yield f"{role}.path={'/'.join(down[:3])}"
    if len(up) <= SHORT_UP and len(down) <= SHORT_DOWN:
        yield f"{role}.way={'/'.join(up)}^{labels}"
    clauses = min(sum(dep in CLAUSES for dep in (*up, *down)), 3)
    side = "left" if token.i < place.i else "right"
    between = min(around.codes_between(token, place, party.code), 3)
    yield from (f"{role}.clauses={clauses}", f"{role}.clauses={clauses} pos={match.trigger.pos}")
    yield from (f"{role}.side={side}", f"{role}.between={between}")
    yield from (f"case={case} {role}.clauses={clauses}", f"case={case} {role}.side={side}")
    yield from (f"case={case} {role}.between={between}", f"case={case} {role}.first={first}")
    yield f"{role}.steps={min(len(up) + len(down), 8)}"
    yield f"{role}.distance={_bucket(abs(token.i - place.i), DISTANCES)}"
    yield f"{role}.mentions={min(len(mentions), 3)}"


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


def _of_pair(proposal: Proposal, around: Surroundings) -> Iterator[str]:
    """What the sentence and the article say of the parties together."""
    codes, kind = proposal.codes, proposal.coded.type.name
    own = len(codes) == 1 and bool(proposal.recipients)
    yield from (f"own={own}", f"own={own} type={kind}", f"alone={not proposal.recipients}")
    yield f"told before={min(around.resolver.times_told(codes), 2)}"
    yield f"here={min(around.times_here(codes, proposal.coded.match), 2)}"
    yield f"frequent={sum(code in codes for code in around.frequent)}"
    yield f"others={min(sum(code not in codes for code in around.named), 3)}"
    near = around.nearest_event(proposal.coded.match)
    if near is not None:
        yield f"near shares={len(codes & near.codes)}"
        doers = {party.code for party in near.actors}
        yield f"near actor={any(party.code in doers for party in proposal.actors[:1])}"
