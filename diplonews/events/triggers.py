"""Which words of a sentence name an event: the trigger table matched against the parse."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from diplonews.actors.resolve import Resolver, conjuncts
from diplonews.events.roles import Arguments
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.triggers import Need, Trigger, TriggerIndex
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["Match", "match_adjective", "match_noun", "match_verb"]

DEEPEST_PARTICLE = 3
LIGHT_VERBS = WordSet("match.light_verbs")
CIVILIANS = frozenset(("CVL", "EDU", "LAB", "MED", "OPP", "REF", "REL"))
VISITABLE = frozenset(("NAME", "CAPITAL", "CITY", "TERRITORY", "FORMER"))


@attrs.frozen(kw_only=True, eq=False)
class Match:
    """A trigger found in a sentence.

    Attributes:
        trigger: the row of the table.
        token: the word that names the event.
        words: all words that belong to it, in order.
        arguments: where its roles are read.
        used: nouns that the trigger took up and that name no event of their own.
        inner: what the clause below the trigger names, where it names an event.
    """

    trigger: Trigger
    token: Token
    words: tuple[Token, ...]
    arguments: Arguments
    used: tuple[Token, ...] = ()
    inner: Trigger | None = None


def _particles(token: Token) -> dict[str, Token]:
    """The words near below a verb, of which its particles are some; the nearest of each."""
    found: dict[str, Token] = {}
    near = [(kid, DEEPEST_PARTICLE) for kid in token.kids]
    for kid, depth in near:
        if kid.dep == "nsubj":
            continue
        if kid.dep != "aux":
            found.setdefault(kid.low, kid)
            found.setdefault(kid.lemma, kid)
        if depth > 1 and kid.dep not in ("nsubjpass", "ccomp", "advcl", "relcl", "conj"):
            near.extend((inner, depth - 1) for inner in kid.kids)
    return found


def _noun_fits(token: Token, words: frozenset[str]) -> Token | None:
    """The word of the noun phrase that is one of `words`, looking through `two days of drills`."""
    for member in conjuncts(token):
        if "crowd" in words and any(map(_is_official, _with_of(member)[1:])):
            continue  # `thousands of troops`
        if _is_word(member, words) or _name_fits(member, words) or _is_someone(member, words):
            return member
        for inner in _with_of(member)[1:]:
            if _is_word(inner, words):
                return inner
    return None


def _is_word(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun, or it with the word before it (`peace talks`, `cease-fire`), is one of `words`."""
    if token.lemma in words or token.low in words:
        return True
    before = [kid for kid in token.kids if kid.dep in ("compound", "amod") and token.i - 2 <= kid.i < token.i]
    return any(f"{kid.low}{'-' if kid.i == token.i - 2 else ' '}{token.lemma}" in words for kid in before)


def _is_official(token: Token) -> bool:
    """Whether a word names those who serve a state."""
    known = sector_of(token.lemma)
    return known is not None and known[0] in ("GOV", "MIL", "COP")


def _name_fits(token: Token, words: frozenset[str]) -> bool:
    """Whether a name is of a class: a treaty among pacts, an organization among bodies, a place to visit."""
    name = token.name
    if name is None:
        return False
    if name.kind == "TREATY":
        return "treaty" in words
    if name.kind in ("IGO", "NGO"):
        return "organization" in words
    if name.kind == "PERSON":
        return "crowd" in words
    wanted = "visitable" in words or ("state" in words and name.kind in ("NAME", "TERRITORY"))
    return wanted and bool(name.code) and name.kind in VISITABLE


def _is_someone(token: Token, words: frozenset[str]) -> bool:
    """Whether a class of persons is meant and the word names one."""
    if "crowd" in words:
        known = sector_of(token.lemma)
        return known is not None and known[1] == "person" and known[0] in CIVILIANS
    if "person" not in words and "president" not in words:
        return False
    if token.name is not None:
        return token.name.kind in ("LEADER", "PERSON")
    known = sector_of(token.lemma)
    if known is not None:
        return known[1] == "person"
    return token.tag in ("NNP", "NNPS") and not token.low.endswith("day")


def _need_fits(need: Need, token: Token, arguments: Arguments) -> Token | bool:
    """The word that meets the condition, True where there is none to point at, or False."""
    for slot in need.slots:
        found = _slot_fits(slot, need.words, token, arguments)
        if found:
            return found
    return False


def _slot_fits(slot: str, words: frozenset[str], token: Token, arguments: Arguments) -> Token | bool:
    if slot in ("o", "subj", "omod"):
        return _argument_fits(slot, words, arguments)
    if slot in ("c", "inf", "sub"):
        return _clause_fits(slot, words, arguments)
    test = TESTS.get(slot)
    if test is not None:
        return test(token, words, arguments)
    for low, pobj in arguments.phrases:
        if low == slot:
            found = pobj if "any" in words else _noun_fits(pobj, words)
            if found:
                return found
    return False


def _argument_fits(slot: str, words: frozenset[str], arguments: Arguments) -> Token | bool:
    target = arguments.subject() if slot == "subj" else arguments.object()
    if target is None:
        return False
    if slot == "o" and target.dep == "nsubjpass":
        retained = target.head.first("dobj")  # `was denied entry`
        found = _noun_fits(retained, words) if retained is not None else None
        if found:
            return found
    if slot == "omod":
        return any(not words.isdisjoint((kid.lemma, kid.low)) for inner in _with_of(target) for kid in inner.kids)
    found = target if "any" in words and slot == "o" else _noun_fits(target, words)
    if found is None and slot == "o" and clause_of(arguments.token).is_passive:
        thing = arguments.token.first("dobj")  # `were given shelter`
        found = _noun_fits(thing, words) if thing is not None else None
    return found or False


def _clause_fits(slot: str, words: frozenset[str], arguments: Arguments) -> bool:
    """Whether the clause below is there (`yes`), is one of some verbs, is an infinitive or a subjunctive."""
    complement = arguments.complement()
    if complement is None:
        return False
    if slot == "c":
        chain = (complement, *complement.below("conj", "xcomp"))
        return "yes" in words or any(kid.lemma in words for kid in chain)
    bare = complement.tag == "VB" and not any(kid.tag == "MD" for kid in complement.kids)
    if slot == "inf":
        return clause_of(complement).is_imperative or (bare and any(kid.low == "to" for kid in complement.kids))
    return bare or any(kid.low == "should" for kid in complement.kids)


def _has_if(token: Token) -> bool:
    return any(mark.low == "if" for clause in token.below("advcl") for mark in clause.kids)


def _is_about_others(token: Token, arguments: Arguments) -> bool:
    """`wants Oslo to pay`, `wants an apology`; not `wants to pay`."""
    complement = arguments.complement()
    if complement is None or complement.first("nsubj", "nsubjpass") is not None or complement.dep != "xcomp":
        return True
    return token.first("dobj") is not None or complement.tag != "VB"


def _is_visitor(token: Token | None) -> bool:
    """Whether a subject visits where it arrives: no troops, no ships and no goods do."""
    known = sector_of(token.lemma) if token is not None else None
    if known is not None:
        return known[0] != "MIL" and known[1] != "thing"
    return token is None or token.tag not in ("NN", "NNS") or token.text[0].isupper()


def _is_denied(clause: Token | None) -> bool:
    return clause is not None and clause.first("neg") is not None


def _is_effort(token: Token) -> bool:
    """`fought to keep her house`."""
    clauses = token.below("xcomp", "advcl")
    return any(clause.tag == "VB" and any(kid.low == "to" for kid in clause.kids) for clause in clauses)


Test = Callable[[Token, frozenset[str], Arguments], bool]
TESTS: dict[str, Test] = {
    "neg": lambda token, _, arguments: (arguments.verb or token).first("neg") is not None,
    "mod": lambda token, _, __: any(kid.tag in ("MD", "TO") for kid in token.kids),
    "apart": lambda token, _, arguments: _is_about_others(token, arguments),
    "pas": lambda token, _, __: clause_of(token).is_passive,
    "adv": lambda token, words, _: any(kid.dep in ("advmod", "prt") and kid.low in words for kid in token.kids),
    "pred": lambda token, words, _: any(
        words & {kid.lemma, kid.low} for kid in token.below("oprd", "attr", "dobj", "acomp", "xcomp", "ccomp")
    ),
    "conj": lambda token, words, _: any(kid.lemma in words for kid in token.below("conj")),
    "if": lambda token, _, __: _has_if(token),
    "obj": lambda _, __, arguments: arguments.object() is not None,
    "aff": lambda _, __, arguments: not _is_denied(arguments.complement()),
    "who": lambda _, __, arguments: _is_visitor(arguments.subject()),
    "told": lambda _, __, arguments: bool(arguments.slot("oc") or arguments.slot("o")),
    "plain": lambda token, _, __: token.first("acomp", "attr") is None,
    "one": lambda _, __, arguments: len({party.code for party in arguments.slot("s")}) == 1,
    "two": lambda _, __, arguments: len({party.code for party in arguments.slot("s")} - {""}) > 1,
    "noinf": lambda token, _, __: not _is_effort(token),
    "noobj": lambda _, __, arguments: arguments.object() is None,
}


def _with_of(token: Token) -> list[Token]:
    found = [token]
    for kid in token.below("prep"):
        if kid.low == "of" or (kid.low in ("in", "worth") and _is_amount(token)):
            found += kid.below("pobj")
    return found


def _is_amount(token: Token) -> bool:
    """`five million in loans`, `two planes in aid`."""
    return token.tag == "CD" or (token.tag == "NNS" and token.first("nummod") is not None)


def _fits(trigger: Trigger, token: Token, arguments: Arguments, particles: list[Token]) -> Match | None:
    words = [token, *particles]
    used = [particle for particle in particles if particle.tag[0] == "N"]
    for need in trigger.needs:
        met = _need_fits(need, token, arguments)
        if not met:
            return None
        if isinstance(met, Token):
            words.append(met)
            if "c" not in need.slots:
                used.append(met)
    words.sort(key=lambda word: word.i)
    return Match(trigger=trigger, token=token, words=tuple(dict.fromkeys(words)), arguments=arguments, used=tuple(used))


def match_verb(token: Token, index: TriggerIndex, resolver: Resolver) -> Match | None:
    """The heaviest trigger that the verb fits, or None."""
    candidates = index.verbs.get(token.lemma)
    if candidates is None:
        return None
    return _heaviest(candidates, token, Arguments(token, resolver))


def _heaviest(candidates: Iterable[Trigger], token: Token, arguments: Arguments) -> Match | None:
    near = _particles(token)
    for trigger in candidates:
        if all(particle in near for particle in trigger.particles):
            found = _fits(trigger, token, arguments, [near[particle] for particle in trigger.particles])
            if found is not None:
                return found
    return None


def match_adjective(token: Token, index: TriggerIndex, resolver: Resolver) -> Match | None:
    """The heaviest trigger that an adjective fits: `is critical of`, `is due in`."""
    candidates = index.adjectives.get(token.low)
    if candidates is None or token.dep not in ("acomp", "oprd", "attr") or not token.head.is_verb:
        return None
    return _heaviest(candidates, token, Arguments(token, resolver, token.head))


def _light_verb(token: Token) -> Token | None:
    """The verb that only carries a noun: `held` of `held talks`, `were` of `talks were held`."""
    head = token
    if head.dep == "pobj" and head.head.low == "of" and head.head.dep == "prep":
        head = head.head.head
    for above in head.ancestors():
        if head.dep != "conj" or above.tag[0] != "N":
            break
        head = above
    if head.dep == "dobj" and head.head.lemma in LIGHT_VERBS:
        return head.head
    if head.dep == "nsubjpass" and head.head.lemma in LIGHT_VERBS:
        return head.head
    return None


def match_noun(token: Token, index: TriggerIndex, resolver: Resolver) -> Match | None:
    """The heaviest trigger that the noun fits, or None."""
    candidates = index.nouns.get(token.lemma)
    if candidates is None or token.name is not None:
        return None
    light = _light_verb(token)
    arguments = Arguments(token, resolver, light)
    for trigger in candidates:
        if trigger.particles:
            before = [kid.low for kid in token.kids if kid.i < token.i]
            if not all(particle in before for particle in trigger.particles):
                continue
        found = _fits(trigger, token, arguments, [])
        if found is not None:
            words = (*found.words, light) if light is not None else found.words
            words = tuple(sorted(dict.fromkeys(words), key=lambda word: word.i))
            return attrs.evolve(found, trigger=trigger, words=words)
    return None
