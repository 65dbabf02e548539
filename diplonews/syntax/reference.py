"""Noun phrases: their words, coordinated parts, the number they refer to, and their position in the clause."""

from __future__ import annotations

from diplonews.lexicons.wordsets import WordSet
from diplonews.model.span import Span
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import CLAUSAL, Token

__all__ = [
    "MODIFIERS",
    "MOST_KIDS",
    "acting_codes",
    "acts_itself",
    "clause_subject",
    "conjuncts",
    "descriptions",
    "doer_after",
    "group_size",
    "holds",
    "is_anti",
    "is_definite",
    "is_joined",
    "is_leaning",
    "is_reported",
    "matrix_subject",
    "objects_of",
    "phrase_span",
    "sides_of",
    "subject_codes",
    "told_subject",
]

MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod", "npadvmod", "det", "quantmod")
MOST_KIDS = 40
MOST_BEFORE = 6
PREFIX = 2  # tokens of `anti-`
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "pair": 2, "trio": 3, "duo": 2}
GROUP_NOUNS = WordSet("document.group_nouns")
ANYONE = WordSet("document.anyone")
SAYING = WordSet("verbs.saying")
EMBEDDED = frozenset(("ccomp", "advcl", "pcomp", "xcomp", "relcl"))
DEFINITE = frozenset(("the", "this", "that", "his", "her", "its"))
COUNTED = ("the", "these", "those")
TWO_BY_NATURE = frozenset(("side", "neighbour", "neighbor", "rival", "ally"))


def conjuncts(token: Token) -> list[Token]:
    """The token and the words coordinated with it, in order."""
    found = [token]
    for member in found:
        if len(found) > MOST_KIDS:
            break
        if member.kids:
            found += [kid for kid in member.kids if kid.dep == "conj" and not kid.is_verb]
    return found


def phrase_span(token: Token) -> Span:
    """The words of a noun phrase without its clauses and coordinated parts."""
    low, high = token.start, token.end
    stack = [kid for kid in token.kids if kid.dep in MODIFIERS or kid.dep == "case"]
    while stack:
        kid = stack.pop()
        if kid.dep in CLAUSAL or (kid.dep == "conj" and kid.is_verb):
            continue
        low, high = min(low, kid.start), max(high, kid.end if kid.i < token.i else high)
        stack.extend(kid.kids)
    return Span(low, high)


def is_joined(token: Token) -> bool:
    """Whether a hyphen or a slash joins names: `the Oslo-Riga ferry`."""
    return any(kid.text in ("-", "–", "/") for kid in token.kids)


def is_anti(token: Token) -> bool:
    """Whether the word means opposition to the state in it: `anti-Danish`."""
    return _is_prefixed(token, ("anti",))


def is_leaning(token: Token) -> bool:
    """Whether the word describes an attitude to a state, not membership: `anti-Danish`, `pro-Danish`.

    `pro-` before a group does not count: `pro-Taliban militants` are Taliban.
    """
    group = token.name is not None and token.name.kind == "GROUP"
    return _is_prefixed(token, ("anti",) if group else ("anti", "pro"))


def _is_prefixed(token: Token, prefixes: tuple[str, ...]) -> bool:
    return any(kid.low in prefixes and kid.i == token.i - PREFIX for kid in (*token.kids, *token.head.kids))


def objects_of(preposition: Token) -> list[Token]:
    """The nouns that a preposition leads to, also over a second one: `from behind the lines`."""
    found = preposition.below("pobj", "pcomp")
    for inner in preposition.below("prep"):
        found += inner.below("pobj", "pcomp")
    return [token for token in found if not token.is_verb]


def doer_after(token: Token) -> Token | None:
    """The agent after `by` right behind a noun, however it was parsed: `a reef long held by Fiji`."""
    word = token.after
    if word is not None and word.tag == "RB":
        word = word.after
    if word is None or word.tag not in ("VBN", "VBD") or word.after is None or word.after.low != "by":
        return None
    return word.after.first("pobj")


def sides_of(verb: Token) -> Token | None:
    """Who made what a participle describes: `a deal [reached by Oslo]`, `a deal [reached between Oslo and Riga]`."""
    between = (noun for low, noun in clause_of(verb).phrases if low == "between")
    return clause_of(verb).agent or next(between, None)


def holds(top: Token, token: Token) -> bool:
    """Whether a token is `top` or below it in the tree."""
    return top is token or any(above is top for above in token.ancestors())


def clause_subject(token: Token) -> Token | None:
    """The subject of the clause that contains a word, including one shared with an earlier verb."""
    for above in token.ancestors():
        subject = above.subject
        if subject is not None:
            return subject
        if above.is_verb and above.dep not in ("conj", "xcomp"):
            return None
    return None


def matrix_subject(token: Token) -> Token | None:
    """Subject of the clause that a pronoun's clause depends on: `the Kremlin said it ...`."""
    way = list(token.upwards())
    holding = set(way)
    verb = found = None
    for clause in reversed(way[1:]):  # from the root down: the nearest subject is the last one found
        if clause.dep in EMBEDDED:
            subject = (verb or clause.head).subject
            if subject is not None and subject not in holding and subject.tag != "PRP":
                found = subject
        if clause.is_verb:
            verb = clause
    return found


def told_subject(owner: Token) -> Token | None:
    """The subject of what somebody of `its` says of it: `Oslo will not pay, its envoy said`."""
    noun = owner.head
    if not owner.is_possessive or not noun.is_subject:
        return None
    before = [clause for clause in clause_of(noun.head).hosted if clause.i < owner.i]
    return clause_of(before[0]).own_subject if before else None


def subject_codes(token: Token) -> set[str]:
    """The state that is the subject of the clause around a word, as a set of at most one code."""
    for above in token.ancestors():
        if above.is_verb:
            subject = above.first("nsubj")
            if subject is not None and subject.name is not None and subject.name.code:
                return {subject.name.code}
    return set()


def acting_codes(token: Token) -> set[str]:
    """The codes of the subjects whose act has a group as its object."""
    for above in token.ancestors():
        subject = above.first("nsubj") if above.is_verb else None
        if subject is not None:
            return {member.name.code for member in conjuncts(subject) if member.name is not None and member.name.code}
    return set()


def is_definite(token: Token) -> bool:
    """Whether a noun has `the`, `this` or a possessor before it."""
    return any(kid.low in DEFINITE and kid.i < token.i for kid in token.kids)


def descriptions(token: Token) -> list[str]:
    """A noun with fewer and fewer of the words before it: `west african nation`, `african nation`, `nation`."""
    before = [word for word in token.before() if word.tag not in ("DT", "PRP$")][-MOST_BEFORE:]
    words = " ".join([*(kid.low for kid in before), token.lemma]).replace(" - ", "-").split()
    return [" ".join(words[first:]) for first in range(len(words))]


def group_size(token: Token) -> int | None:
    """The number that a group word implies: `the two`, `both sides`, `the three ministers`, `its neighbours`."""
    low = token.low
    if (
        low in ("both", "two", "three")
        and token.tag in ("DT", "CD", "PDT")
        and not any(kid.dep == "prep" and kid.low == "of" for kid in token.kids)
    ):
        return NUMBERS[low] if low == "both" or any(kid.low in COUNTED for kid in token.kids) else None
    if low in ("pair", "trio", "duo"):
        return NUMBERS[low] if token.tag[0] == "N" else None
    if not token.is_plural or token.lemma not in GROUP_NOUNS:
        return None
    for kid in token.kids:
        if kid.low in NUMBERS and kid.dep in ("nummod", "det", "predet", "preconj", "amod"):
            anyone = token.lemma in ANYONE and kid.low != "both" and not is_definite(token)
            return None if anyone else NUMBERS[kid.low]  # `arrested two people`
    if token.lemma in TWO_BY_NATURE and any(kid.low in (*COUNTED, "its", "their") for kid in token.kids):
        return None if any(kid.low in ("all", "many", "some", "most", "other") for kid in token.kids) else 2
    return None


def acts_itself(token: Token) -> bool:
    """Whether a group is the subject of its clause, and not the subject of an act that another party wants."""
    clause = token.head
    wanted = clause.dep in ("xcomp", "ccomp") and clause.head.lemma not in SAYING
    return token.dep in ("nsubj", "nsubjpass") and not wanted


def is_reported(token: Token) -> bool:
    """Whether the word is inside reported speech."""
    return any(above.lemma in SAYING and above.is_verb for above in token.ancestors())
