"""The recipients of an act: from a slot of the trigger, the actor's own people, or the rest of the article."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.actors.resolve import (
    BODIES,
    RELATIVE_NOUNS,
    TOPICAL,
    Party,
    Resolver,
    conjuncts,
    is_actor,
    is_agentive,
    standing_for,
)
from diplonews.events.home_affairs import OWN_PEOPLE, is_at_home, is_private
from diplonews.events.own_people import INSIDERS, implied_party, is_domestic, own_people
from diplonews.events.roles import Arguments, anyone, is_attack
from diplonews.events.scene import is_place
from diplonews.events.triggers import Match
from diplonews.lexicons.recipients import Fallback, fallback_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.clauses import ASIDE, clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.reach import Reach
from diplonews.syntax.tokens import Token

__all__ = [
    "first_party",
    "is_condemned_attack",
    "other_side",
    "parties_in",
    "recipients_of",
    "stands_alone",
]

ADDRESSING = WordSet("coding.addressing")
ACCORDS = WordSet("document.accords")
ACTS = WordSet("coding.acts")
DEMANDED = WordSet("coding.demanded")
OFTEN = 2  # an article is about a state that it names this often
MOST_NAMED = 3
FEUDING = WordSet("recipients.feuding")
PERSONAL = frozenset(("him", "her", "them"))
DENYING = WordSet("recipients.denying")
MEDIATING = WordSet("recipients.mediating")
MEDIATORS = WordSet("recipients.mediators")
CALM = WordSet("recipients.calm")
TOPIC = "topic"  # the slot of the state that the article is about
LETTERS = WordSet("recipients.letters")
LODGED = WordSet("recipients.lodged")
CREWS = WordSet("recipients.crews")
FORUM = frozenset(("with", "to", "at", "before", "in"))
VENUES = frozenset(("in", "at"))
DEMANDS = frozenset((EventType.REQUEST, EventType.REJECT, EventType.THREATEN))
PRESSURE = WordSet("coding.pressure")
HOME_MATTERS = WordSet("coding.home_matters")
WISHING = WordSet("recipients.wishing")


def first_party(arguments: Arguments, slots: tuple[str, ...], without: tuple[str, ...] = ()) -> list[Party]:
    """The parties of the first slot that names a party with a code not in `without`."""
    for slot in slots:
        named = arguments.in_complement(without) if slot == "c" else arguments.slot(slot)
        found = [party for party in named if party.code not in without or party.code == ""]
        if found:
            return found
    return []


def recipients_of(
    match: Match, actors: list[Party], resolver: Resolver, *, nominal: bool
) -> tuple[list[Party], str | None]:
    """The recipients of an act, and the id of the fallback row used if no slot of the trigger has them."""
    trigger, arguments = match.trigger, match.arguments
    codes = tuple(party.code for party in actors)
    fallback = fallback_of(trigger.type)
    if nominal and arguments.light is None:
        found = first_party(arguments, (*trigger.recipients, "poss"), codes)
        if found or not actors:
            return found, None
        found = _other_of_the_pair(match, fallback, codes, resolver) if _is_open_demand(match) else []
        return found or _topic(match, fallback, actors, resolver), fallback.id
    at_home = "abroad" not in fallback.also and not (trigger.mutual and len(codes) > 1)
    said = "pair" in fallback.also
    words = {token for token in match.used if phrase_of(token).preposition or token.low in trigger.particles}
    slots = tuple(slot for slot in trigger.recipients if not (said and _is_own_venue(match, slot, codes)))
    found = _by_slot(arguments, slots, actors, words, at_home=at_home)
    if actors and all(party.actor.how == OWN_PEOPLE for party in found):
        found = _written_to(arguments, codes) or found
    if found or not actors:
        return _not_forum(_abroad(found, match, fallback, codes, resolver), match, codes, resolver), None
    if trigger.mutual and len(codes) > 1:  # `Oslo and Riga signed a pact on Peru`
        return [], None
    target = arguments.object()
    if target is not None and target.lemma in (*RELATIVE_NOUNS, *TOPICAL):
        topic = target.lemma not in RELATIVE_NOUNS and not target.has("of")
        found = first_party(arguments, fallback.slots, codes) if topic else []
        public = not is_private(actors[0]) and actors[0].actor.sectors[:1] != ("BUS",)
        if not found and public and target is not match.token:
            found = _of_the_accord(target, fallback, codes, resolver)
        return found, fallback.id
    found = _by_slot(arguments, _but_venues(match, fallback.slots, said=said), actors, words, at_home=at_home)
    found = _not_scenes(_abroad(found, match, fallback, codes, resolver), match)
    if is_condemned_attack(match):
        return found or _attacker(target, codes, resolver), fallback.id
    found = _not_sources(found or _untold(match, fallback, actors, resolver, nominal=nominal), match)
    return found or _topic(match, fallback, actors, resolver), fallback.id


def _written_to(arguments: Arguments, codes: tuple[str, ...]) -> list[Party]:
    """`in a letter to Riga, Oslo asked for tents`: the addressee."""
    if arguments.verb is None:
        return []
    letters = [noun for low in ("in", "with") for noun in arguments.after(low) if noun.lemma in LETTERS]
    addressees = (noun for letter in letters for low, noun in clause_of(letter).phrases if low == "to")
    found = (party for noun in addressees for party in arguments.resolver.parties(noun))
    return [party for party in found if party.code and party.code not in codes]


def is_condemned_attack(match: Match) -> bool:
    """`condemned two bomb attacks in Kenya`: who carried them out may be open."""
    target = match.arguments.object()
    return match.trigger.type is EventType.ACCUSE and target is not None and is_attack(target)


def _attacker(attack: Token | None, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """`Oslo condemned the attack`: who carried out the attack told before."""
    bare = attack is not None and phrase_of(attack).is_definite and not clause_of(attack).phrases
    return resolver.attacker(attack, codes[0]) if attack is not None and bare else []


def _not_scenes(found: list[Party], match: Match) -> list[Party]:
    """The recipients without the places of a condemned attack: the state of one place answers for it, of two none."""
    several = len(found) > 1 and is_condemned_attack(match)
    return [party for party in found if not is_place(party)] if several else found


def _not_sources(found: list[Party], match: Match) -> list[Party]:
    """The recipients without those that give the aid: `approved a loan from Riga`."""
    if match.trigger.type is not EventType.AID:
        return found
    target = match.arguments.object()
    prepositions = ((party, phrase_of(party.token).preposition) for party in found)
    return [party for party, one in prepositions if one is None or one.low != "from" or one.head is not target]


def _of_the_accord(target: Token, fallback: Fallback, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """`Oslo welcomed the deal`: the parties of a deal mentioned earlier."""
    bare = target.lemma in ACCORDS and phrase_of(target).is_definite and not clause_of(target).phrases
    return resolver.answered(target, codes[0], address=False) if bare and "answering" in fallback.also else []


def _topic(match: Match, fallback: Fallback, actors: list[Party], resolver: Resolver) -> list[Party]:
    """`Oslo offered two ships`: the state that the article is about, if the trigger's row or the type allows it."""
    way = "topic_of_noun" if match.trigger.pos == "n" else TOPIC
    filled = any(match.arguments.slot(slot) for slot in fallback.slots if slot != "c")  # by the actor itself
    open_to_all = filled or match.token.lemma in WISHING
    stated = way in fallback.also and not open_to_all and _is_put_to_another(match)
    asked = TOPIC in match.trigger.recipients and not match.arguments.heads("to")
    named_actor = actors[0].token.name is not None or is_agentive(actors[0].token)
    if len(actors) > 1 or not (stated or asked) or not named_actor:
        return []
    return standing_for(match.token, resolver.memory.topic(match.token, actors[0].code))


def _untold(match: Match, fallback: Fallback, actors: list[Party], resolver: Resolver, *, nominal: bool) -> list[Party]:
    """The recipients that no slot names: the actor's own people, the party answered, or another party named."""
    trigger, codes = match.trigger, tuple(party.code for party in actors)
    if (trigger.type in (EventType.COERCE, EventType.RETREAT) and stands_alone(match)) or (
        trigger.type is EventType.PROTEST and not nominal
    ):
        return [implied_party(actors[0], actors[0].token)]
    target = match.arguments.object()
    if "answering" in fallback.also and target is not None and phrase_of(target).is_definite:
        found = _answered(fallback, target, codes, resolver)
        if found or target.lemma in ACTS:
            return found
    if trigger.type is EventType.SANCTION and "withdraw" in trigger.modes and target and phrase_of(target).is_owned:
        return resolver.opponent(target, codes[0])
    return _further_off(match, fallback, actors, resolver)


def _answered(fallback: Fallback, target: Token, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """Who carried out `the raid`, or set up `the fund`, mentioned earlier in the article."""
    address = "answering_addressee" in fallback.also
    found = _just_made(target, codes, resolver)
    if found:
        return found
    found = resolver.answered(target, codes[0], address=address) if target.lemma in ACTS else []
    return found or resolver.maker(target, codes)


def _just_made(target: Token, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """`Riga had offered to mediate, but Oslo turned down the offer`: the subject of the clause before."""
    verb = target.head if target.head.is_verb else None
    before = clause_of(verb).joined_to if verb is not None else None
    if before is None or before.lemma != target.lemma:
        return []
    maker = clause_of(before).subject
    found = resolver.parties(maker) if maker is not None else []
    return [party for party in found if party.code and party.code not in codes]


def _not_forum(found: list[Party], match: Match, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """`filed a complaint with the WTO`: the body only hears the complaint; the accused is the other state."""
    lodged = any(noun.lemma in LODGED for noun in match.used)
    heard = {noun for low, noun in match.arguments.phrases if low in FORUM}
    if not lodged or len(codes) != 1 or not found or any(party.code not in BODIES for party in found):
        return found
    if any(party.token not in heard for party in found):
        return found
    return resolver.answered(match.token, codes[0], address=True) or resolver.opponent(match.token, codes[0])


def _further_off(match: Match, fallback: Fallback, actors: list[Party], resolver: Resolver) -> list[Party]:
    """Another party of the sentence or article, the party that asked for the act, or the actor's own people."""
    trigger, arguments = match.trigger, match.arguments
    codes = tuple(party.code for party in actors)
    found = (
        _elsewhere(match, fallback, codes, resolver)
        or _unnamed(match, codes, resolver)
        or _other_of_the_pair(match, fallback, codes, resolver)
    )
    if not found and "pressed" in fallback.also:
        found = _pressing(arguments, resolver, codes)
    if not found and "abroad" in fallback.also:
        found = own_people(arguments, (*trigger.recipients, *fallback.slots), actors)
    return found or _at_home(match, fallback, actors, resolver)


def _elsewhere(match: Match, fallback: Fallback, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """Parties of another country below the trigger that fill no slot."""
    agreement = fallback.type is EventType.AGREE
    if "elsewhere" not in fallback.also or (agreement and len(codes) > 1):
        return []
    also = fallback.also
    reach = Reach(places="in_places" in also, purposes="in_purposes" in also, demands="in_demands" in also)
    top = (match.arguments.light or match.token) if match.trigger.pos == "a" else match.token
    found = anyone(top, resolver, frozenset(codes), reach)[:MOST_NAMED]
    return [party for party in found if not agreement or not party.actor.implied]


def _pressing(arguments: Arguments, resolver: Resolver, codes: tuple[str, ...]) -> list[Party]:
    """The party that asked for the act: `softened its rules after complaints from Riga`."""
    for low, pobj in arguments.phrases:
        if low in ASIDE and pobj.lemma in PRESSURE:
            return [party for party in resolver.parties(pobj) if party.code not in codes]
    return []


def _at_home(match: Match, fallback: Fallback, actors: list[Party], resolver: Resolver) -> list[Party]:
    """The actor's own people, if the act concerns its own country: a curfew, `a protest in Accra`, `Ghana's record`.

    A curfew and `Ghana's record` count only if the article is not about another state.
    """
    first, code = actors[0], actors[0].code
    if "at_home" not in fallback.also or len(actors) > 1 or code in BODIES:
        return []
    domestic = "home_matters" in fallback.also
    if domestic and (first.actor.sectors[:1] in INSIDERS or first.actor.how.endswith(".group")):
        return [implied_party(first, first.token)]
    alone = all(count < OFTEN for other, count in resolver.named().items() if other not in {code, *BODIES})
    for noun in _nouns_of(match):
        own = noun.name is not None and noun.name.code == code and noun.i > match.token.i
        about_home = noun.lemma in HOME_MATTERS if domestic else _is_of(noun, code)
        if own or (alone and about_home):
            return [implied_party(first, noun)]
    return []


def _nouns_of(match: Match) -> Iterator[Token]:
    """The objects and phrases of the trigger and of the clause below it."""
    complement = match.arguments.complement()
    for top in (match.token, complement) if complement is not None else (match.token,):
        clause = clause_of(top)
        yield from clause.affected
        yield from (noun for low, noun in clause.phrases if low not in ASIDE)


def other_side(arguments: Arguments, actors: list[Party]) -> list[Party]:
    """The domestic opponent joined with the subject: `the government and the rebels met`, `talks between the two`."""
    between = next(iter(arguments.heads("between")), None)
    subject = arguments.subject() or between
    if subject is None:
        return []
    members = conjuncts(subject)
    if subject is between and len(members) > 1:
        others = [member for member in members if not any(party.code for party in arguments.resolver.single(member))]
        members = others or members[1:]
    elif any(kid.low in FEUDING for kid in phrase_of(subject).adjectives):
        return [implied_party(actors[0], subject)]  # `Zaire's warring parties`
    else:
        members = members[0 if phrase_of(subject).has_joined_modifier else 1 :]
    for member in members:
        named = member.name if member.name is not None else next((kid.name for kid in member.kids if kid.name), None)
        foes = member.lemma in RELATIVE_NOUNS and phrase_of(member).is_owned
        inner = member.subtree() if foes else (member,)  # `and its foes in rebel movements`
        if any(map(is_domestic, inner)) or (named is not None and named.kind == "GROUP"):
            return [implied_party(actors[0], member)]
    return []


def _is_of(token: Token, code: str) -> bool:
    """Whether a noun has the name of a state before it as its owner."""
    return any(kid.name is not None and kid.name.code == code for kid in phrase_of(token).owners)


def _unnamed(match: Match, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """The other side, if known from earlier in the article.

    `denied that it had broken the accord` answers the accuser; an offer to host talks is addressed
    to the two sides of the dispute.
    """
    code, complement = codes[0], match.arguments.complement()
    target = match.arguments.object()
    if match.trigger.type is EventType.REQUEST:
        nouns = (target, *(noun for low, noun in match.arguments.phrases if low in ("for", "on")))
        if any(noun is not None and noun.lemma in CALM for noun in nouns):
            return resolver.two_sides(match.token, code)
        return resolver.opponent(match.token, code) if target is not None and target.lemma in DEMANDED else []
    if match.trigger.type is EventType.CONCEDE:
        return _who_tells(match, code, resolver)
    if complement is not None and match.trigger.type is EventType.REJECT and match.token.lemma in DENYING:
        subject = clause_of(complement).own_subject
        if subject is not None and subject.is_pronoun:
            return resolver.answered(match.token, code, address=True) or resolver.opponent(match.token, code)
    if complement is None or match.trigger.type is not EventType.AGREE:
        return []
    if complement.lemma in MEDIATING or any(noun.lemma in MEDIATORS for noun in clause_of(complement).affected):
        return resolver.two_sides(match.token, code)
    if match.inner is None or len(codes) != 1 or _is_about_somebody(complement, resolver):
        return []
    return resolver.opponent(match.token, code)


def _other_of_the_pair(match: Match, fallback: Fallback, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """`Oslo insisted on more time`: Riga, if the article is about the two and the sentence names no other state."""
    if "pair" not in fallback.also or len(codes) != 1 or codes[0] in BODIES or not _is_put_to_another(match):
        return []
    top = match.arguments.verb or match.token
    partner = resolver.partner(match.token, codes[0])
    after = [token.name for token in [top, *top.ancestors()][-1].subtree() if token.i > top.i and is_actor(token)]
    if any(name is not None and name.code not in (*codes, partner) for name in after):
        return []
    return [party for party in resolver.opponent(match.token, codes[0]) if party.code == partner]


def _abroad(
    found: list[Party], match: Match, fallback: Fallback, codes: tuple[str, ...], resolver: Resolver
) -> list[Party]:
    """The parties found, or another state in place of the actor's own people.

    `sought the extradition of a militant` is addressed to the other of two states, unless the noun is a domestic
    counterpart; `freed the crew` to the party that had asked for it.
    """
    if any(party.actor.how != OWN_PEOPLE or is_at_home(party.token) for party in found):
        return found
    if found and match.trigger.type is EventType.RETREAT and found[0].token.lemma in CREWS:
        return resolver.answered(found[0].token, codes[0], address=True) or found
    return (found and _other_of_the_pair(match, fallback, codes, resolver)) or found


def _is_about_somebody(complement: Token, resolver: Resolver) -> bool:
    """`pledged to ask the council for funds` is about the council; `is ready to be sold` is passive."""
    return clause_of(complement).is_passive or _has_addressee(Arguments(complement, resolver))


def _is_open_demand(match: Match) -> bool:
    """`at Oslo's request`: a demand, refusal or threat with an owner but no addressee."""
    owned = phrase_of(match.token).possessor is not None and match.trigger.type in DEMANDS
    return owned and not any(match.arguments.heads(slot) for slot in ("to", "on", "against", "for"))


def _is_put_to_another(match: Match) -> bool:
    """Whether a statement needs an addressee: not an inquiry, a wish or a statement about people."""
    trigger, target, complement = match.trigger, match.arguments.object(), match.arguments.complement()
    if trigger.type is EventType.AGREE and complement is not None:
        return not _is_about_somebody(complement, match.arguments.resolver)
    if "investigate" in trigger.modes or (match.token.lemma in WISHING and not match.used):
        return False
    nouns = [target] if target is not None else [noun for _, noun in match.arguments.phrases]
    if any(is_agentive(noun) or noun.is_anaphor for noun in nouns):
        return False
    definite = any(phrase_of(noun).is_definite for noun in nouns)
    return trigger.type is not EventType.REJECT or definite or complement is not None


def _who_tells(match: Match, code: str, resolver: Resolver) -> list[Party]:
    """`Oslo said Riga had apologised`: the reporter is the recipient if no other party is named."""
    source = clause_of(match.token).reporter
    parties = resolver.parties(source) if source is not None else []
    return [party for party in parties if party.code not in ("", code) and party.actor.sectors[:1] != ("JRN",)]


def _but_venues(match: Match, slots: tuple[str, ...], *, said: bool) -> tuple[str, ...]:
    """The slots without those that hold the city of a statement: `in Oslo, the ministry called for calm`."""
    verb = match.arguments.verb
    if not said or verb is None:
        return slots
    return tuple(slot for slot in slots if slot not in VENUES or not _is_venue(match.arguments.heads(slot), verb))


def _is_own_venue(match: Match, slot: str, codes: tuple[str, ...]) -> bool:
    """Whether a slot only has the actor's own city, where it speaks: `in Oslo, the ministry voiced concern`."""
    verb, nouns = match.arguments.verb, match.arguments.heads(slot) if slot in VENUES else []
    return verb is not None and _is_venue(nouns, verb) and all(noun.name and noun.name.code in codes for noun in nouns)


def _is_venue(nouns: list[Token], verb: Token) -> bool:
    """Whether nouns are cities in phrases of a verb itself."""
    for noun in nouns:
        preposition = phrase_of(noun).preposition
        city = noun.name is not None and noun.name.kind in ("CAPITAL", "CITY")
        if not city or preposition is None or preposition.head is not verb:
            return False
    return bool(nouns)


def _by_slot(
    arguments: Arguments, slots: tuple[str, ...], actors: list[Party], words: set[Token], *, at_home: bool
) -> list[Party]:
    """The parties of the first slot with another party or, if an act may be `at_home`, with the actors' own people.

    The trigger's own `words` are not people: `opened fire`, `put on alert`.
    """
    codes = tuple(party.code for party in actors)
    shared = _owned_by_the_last(arguments, codes)
    if shared:
        return shared
    for slot in slots:
        if slot == "c" and _has_addressee(arguments):
            continue
        found = first_party(arguments, (slot,), codes)
        if not found and at_home:
            found = [party for party in own_people(arguments, (slot,), actors) if party.token not in words]
        if found:
            return found
    return []


def _owned_by_the_last(arguments: Arguments, codes: tuple[str, ...]) -> list[Party]:
    """`boarded a Danish ship and arrested its crew`: the owner of the crew; `tried a Dane and jailed him`."""
    before = arguments.clause.joined_to if arguments.verb is not None else None
    target = arguments.clause.direct_object
    if before is None or target is None or not (phrase_of(target).is_owned or target.low in PERSONAL):
        return []
    owner = clause_of(before).direct_object or clause_of(before).content_subject
    found = arguments.resolver.parties(owner) if owner is not None else []
    return [party for party in found if party.code and party.code not in codes]


def _has_addressee(arguments: Arguments) -> bool:
    """`appealed to donors to help Yemen`: the donors are addressed, even if they have no code."""
    complement = arguments.complement()
    if complement is None or arguments.token.lemma not in ADDRESSING:
        return False
    return any(head.is_word_noun for slot in ("o", "to", "on") for head in arguments.heads(slot))


def parties_in(arguments: Arguments, slots: tuple[str, ...]) -> list[Party]:
    """The parties of the first slot that is not empty."""
    for slot in slots:
        found = arguments.slot(slot)
        if found:
            return found
    return []


def stands_alone(match: Match) -> bool:
    """Whether the act has one side only: a resignation, a curfew, a weapons test."""
    return not fallback_of(match.trigger.type).alone.isdisjoint(match.trigger.modes)
