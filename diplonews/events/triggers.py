"""The words of a sentence that name an event: the trigger table matched against the parse."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from diplonews.actors.resolve import Resolver, conjuncts
from diplonews.events.roles import Arguments
from diplonews.lexicons.actornames import FORMAT, sector_of
from diplonews.lexicons.conditions import Condition
from diplonews.lexicons.temporal import load_temporal_words
from diplonews.lexicons.triggers import Trigger, TriggerIndex
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.patterns import CLAUSE_TESTS
from diplonews.syntax.tokens import Token

__all__ = ["Match", "match_adjective", "match_noun", "match_verb", "needs_hold", "unmet_needs"]

CIVILIANS = frozenset(("CVL", "EDU", "LAB", "MED", "OPP", "REF", "REL"))
TEAMS = WordSet("triggers.teams")
PLACES = WordSet("triggers.places")
TIMED = frozenset(("on", "in", "at", "by", "for"))
TIMES = frozenset(("WEEKDAY", "WEEKDAY_SHORT", "MONTH", "MONTH_SHORT", "UNIT", "UNITS", "DAYPART", "WEEKEND", "NOON"))
VISITABLE = frozenset(("NAME", "CAPITAL", "CITY", "TERRITORY", "FORMER"))
NAMING = VISITABLE | {"ADJECTIVE"}


@attrs.frozen(kw_only=True, eq=False)
class Match:
    """A trigger found in a sentence.

    Attributes:
        trigger: the row of the table.
        token: the word that names the event.
        words: all words that belong to it, in order.
        arguments: the arguments that fill its roles.
        used: nouns that are part of the trigger and yield no event of their own.
        inner: the trigger of the clause below this one, or None.
    """

    trigger: Trigger
    token: Token
    words: tuple[Token, ...]
    arguments: Arguments
    used: tuple[Token, ...] = ()
    inner: Trigger | None = None


def _noun_fits(token: Token, words: frozenset[str]) -> Token | None:
    """The word of the noun phrase that is one of `words`, looking through `two days of drills`."""
    for member in conjuncts(token):
        inner = phrase_of(member).measured
        if "crowd" in words and any(map(_is_official, inner)):
            continue  # `thousands of troops`
        if _is_word(member, words) or _name_fits(member, words) or _is_someone(member, words):
            return member
        if "visitable" in words and _is_place(member):
            return member
        for noun in inner:
            if _is_word(noun, words) or ("visitable" in words and _name_fits(noun, words)):
                return noun
    return None


def _is_word(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun, alone or with the word before it (`peace talks`, `cease-fire`), is one of `words`."""
    return not words.isdisjoint(phrase_of(token).terms)


def _is_official(token: Token) -> bool:
    """Whether a word names people who serve a state."""
    known = sector_of(token.lemma)
    return known is not None and known[0] in ("GOV", "MIL", "COP")


def _name_fits(token: Token, words: frozenset[str]) -> bool:
    """Whether a name belongs to a class in `words`: a treaty, an organization, a place to visit."""
    name = token.name
    if name is None:
        return False
    if name.kind in ("TREATY", FORMAT):
        return "treaty" in words
    if name.kind in ("IGO", "NGO"):
        return "organization" in words
    if name.kind == "PERSON":
        return "crowd" in words
    wanted = "visitable" in words or ("state" in words and name.kind in ("NAME", "TERRITORY"))
    return wanted and bool(name.code) and name.kind in VISITABLE


def _is_place(token: Token) -> bool:
    """Whether a noun is a place of a state or one with a name: `the Danish capital`, `the port of Riga`."""
    if token.lemma not in PLACES:
        return False
    near = (*phrase_of(token).owners, *token.below("appos"), *phrase_of(token).measured)
    return any(word.name is not None and word.name.kind in NAMING and bool(word.name.code) for word in near)


def _is_someone(token: Token, words: frozenset[str]) -> bool:
    """Whether `words` includes a class of persons and the word names such a person."""
    if "crowd" in words:
        known = sector_of(token.lemma)
        return known is not None and known[1] == "person" and known[0] in CIVILIANS
    if "office_holder" in words:
        known = sector_of(token.lemma)
        return known == ("GOV", "person") or (token.name is not None and token.name.kind == "LEADER")
    if "person" not in words and "president" not in words:
        return False
    if token.name is not None:
        return token.name.kind in ("LEADER", "PERSON")
    known = sector_of(token.lemma)
    if known is not None:
        return known[1] == "person"
    return token.is_proper and not token.low.endswith("day")


def _need_fits(need: Condition, arguments: Arguments) -> Token | bool:
    """The word that meets the condition, True if it is met without a particular word, or False."""
    for part in need.parts:
        found = _part_fits(part, need.words, arguments)
        if found:
            return found
    return False


def _part_fits(part: str, words: frozenset[str], arguments: Arguments) -> Token | bool:
    argument = ARGUMENT_TESTS.get(part)
    if argument is not None:
        return argument(arguments, words)
    test = CLAUSE_TESTS.get(part)
    if test is not None:
        return test(arguments.clause if part in OF_THE_VERB else clause_of(arguments.token), words)
    for noun in arguments.after(part):
        if "any" in words and part in TIMED and _is_time(noun):
            continue
        found = noun if "any" in words else _noun_fits(noun, words)
        if found is not None:
            return found
    return False


def _particle(word: str, verb: Token) -> Token | None:
    """A word near below a verb; not a preposition that only dates the act: `fired on Sunday`."""
    nearest = clause_of(verb).near.get(word)
    if nearest is None or not _is_dating(nearest):
        return nearest
    return next((kid for kid in verb.kids if kid.low == word and not _is_dating(kid)), None)


def _is_dating(particle: Token) -> bool:
    noun = particle.first("pobj") if particle.low in TIMED else None
    return noun is not None and _is_time(noun)


def _is_time(noun: Token) -> bool:
    """Whether a phrase only dates an act: `fired a missile on Sunday`."""
    return load_temporal_words().kinds.get(noun.low) in TIMES or (noun.tag == "CD" and noun.name is None)


def _object_fits(arguments: Arguments, words: frozenset[str]) -> Token | bool:
    target = arguments.object()
    if target is None:
        return False
    clause = clause_of(arguments.token)
    second = clause_of(target.head).direct_object if phrase_of(target).is_patient else None  # `was denied entry`
    if second is None and clause.is_passive:
        second = clause.direct_object  # `were given shelter`
    found = _noun_fits(second, words) if second is not None else None
    return found or (target if "any" in words else _noun_fits(target, words)) or False


def _subject_fits(arguments: Arguments, words: frozenset[str]) -> Token | bool:
    subject = arguments.subject()
    return (_noun_fits(subject, words) if subject is not None else None) or False


def _object_is_described(arguments: Arguments, words: frozenset[str]) -> bool:
    target = arguments.object()
    nouns = (target, *phrase_of(target).measured) if target is not None else ()
    return any(not words.isdisjoint((kid.lemma, kid.low)) for noun in nouns for kid in noun.kids)


def _is_visitor(arguments: Arguments, _: frozenset[str]) -> bool:
    """Whether a subject that arrives is a visitor: not troops, ships, goods or a crowd, and not `it`."""
    token = arguments.subject()
    if token is not None and (token.low == "it" or _is_people(token)):
        return False
    known = sector_of(token.lemma) if token is not None else None
    if known is not None:
        return known[0] != "MIL" and known[1] != "thing"
    if token is not None and token.lemma in TEAMS:  # `a U.N. team`, not the Danish team
        return any(kid.name is not None and kid.name.kind == "IGO" for kid in token.kids)
    return token is None or token.is_proper or not token.is_word_noun or token.text[0].isupper()


def _is_people(token: Token) -> bool:
    """`Forty Danes`: migrants, not envoys."""
    return token.name is not None and token.name.kind == "PERSON" and token.is_plural


def _is_said(arguments: Arguments, words: frozenset[str]) -> bool:
    """Whether somebody says it: anybody or, for `other`, a party other than those it is said of."""
    told = {party.code for party in arguments.slot("speaker")}
    if "other" not in words:
        return bool(told)
    return bool(told) and told.isdisjoint({party.code for party in arguments.slot("s")} or told)


def _count_subjects(arguments: Arguments) -> int:
    return len({party.code for party in arguments.slot("s")} - {""})


OF_THE_VERB = frozenset(("neg", "aff", "apart", "c", "inf", "sub"))  # read at the light verb if the trigger is a noun
ArgumentTest = Callable[[Arguments, frozenset[str]], "Token | bool"]
ARGUMENT_TESTS: dict[str, ArgumentTest] = {
    "o": _object_fits,
    "obj": lambda arguments, _: arguments.object() is not None,
    "noobj": lambda arguments, _: arguments.object() is None,
    "omod": _object_is_described,
    "one": lambda arguments, _: len({party.code for party in arguments.slot("s")}) == 1,
    "said": _is_said,
    "subj": _subject_fits,
    "told": lambda arguments, _: bool(arguments.slot("oc") or arguments.slot("o")),
    "two": lambda arguments, _: _count_subjects(arguments) > 1,
    "who": _is_visitor,
}


def needs_hold(needs: Iterable[Condition], arguments: Arguments) -> bool:
    """Whether all conditions hold."""
    return all(_need_fits(need, arguments) for need in needs)


def _fits(trigger: Trigger, token: Token, arguments: Arguments, particles: list[Token]) -> Match | None:
    met = []
    for need in trigger.needs:
        found = _need_fits(need, arguments)
        if not found:
            return None
        met.append((need, found))
    words = [token, *particles]
    used = [particle for particle in particles if particle.is_word_noun]
    for need, word in met:
        if isinstance(word, Token):
            words.append(word)
            if "c" not in need.parts:
                used.append(word)
    words.sort(key=lambda word: word.i)
    return Match(trigger=trigger, token=token, words=tuple(dict.fromkeys(words)), arguments=arguments, used=tuple(used))


def unmet_needs(trigger: Trigger, token: Token, resolver: Resolver) -> list[str]:
    """The particles and conditions of a trigger that do not hold for a word, as written in the table."""
    light = token.head if trigger.pos == "a" else phrase_of(token).light_verb if trigger.pos == "n" else None
    arguments = Arguments(token, resolver, light)
    near = {kid.low for kid in token.kids if kid.i < token.i} if trigger.pos == "n" else clause_of(token).near
    unmet = [f"the word {particle!r}" for particle in trigger.particles if particle not in near]
    return unmet + [need.cell for need in trigger.needs if not _need_fits(need, arguments)]


def match_verb(token: Token, index: TriggerIndex, resolver: Resolver) -> Match | None:
    """The heaviest trigger that the verb fits, or None."""
    candidates = index.verbs.get(token.lemma)
    if candidates is None:
        return None
    return _heaviest(candidates, token, Arguments(token, resolver))


def _heaviest(candidates: Iterable[Trigger], token: Token, arguments: Arguments) -> Match | None:
    for trigger in candidates:
        particles = [_particle(word, token) for word in trigger.particles] if trigger.particles else []
        if None not in particles:
            found = _fits(trigger, token, arguments, [word for word in particles if word is not None])
            if found is not None:
                return found
    return None


def match_adjective(token: Token, index: TriggerIndex, resolver: Resolver) -> Match | None:
    """The heaviest trigger that an adjective fits: `is critical of`, `is due in`."""
    candidates = index.adjectives.get(token.low)
    if candidates is None:
        return None
    attributive = token.dep == "amod"
    if not attributive and not clause_of(token).is_predicative:
        return None
    fitting = [row for row in candidates if ("noun" in row.actors) is attributive]
    return _heaviest(fitting, token, Arguments(token, resolver, None if attributive else token.head))


def match_noun(token: Token, index: TriggerIndex, resolver: Resolver) -> Match | None:
    """The heaviest trigger that the noun fits, or None."""
    candidates = index.nouns.get(token.lemma)
    if candidates is None or (token.name is not None and token.name.kind != FORMAT):
        return None
    light = phrase_of(token).light_verb
    arguments = Arguments(token, resolver, light)
    before = {kid.low for kid in token.kids if kid.i < token.i}
    for trigger in candidates:
        found = _fits(trigger, token, arguments, []) if before.issuperset(trigger.particles) else None
        if found is None:
            continue
        if light is None:
            return found
        words = dict.fromkeys((*found.words, light))
        return attrs.evolve(found, words=tuple(sorted(words, key=lambda word: word.i)))
    return None
