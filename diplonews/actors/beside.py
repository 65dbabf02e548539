"""What a state's name beside a noun means: that people are of that state, or only a seat, a backer or a broker."""

from __future__ import annotations

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Span
from diplonews.syntax.sentences import is_stranger
from diplonews.syntax.tokens import Token

__all__ = [
    "SEATED",
    "after_unknown",
    "belongs",
    "is_broker",
    "is_maker",
    "is_newcomer",
    "is_no_deed",
    "is_of_the_past",
    "is_tie",
    "makes_own",
    "name_beside",
]

BROKERED = WordSet("resolve.brokered")
MADE = WordSet("resolve.made")
OWN_PARTICIPLES = WordSet("resolve.own_participles")
SEATED = WordSet("resolve.seated")
SUPPORTED = WordSet("resolve.supported")
AT_HOME_WHERE_SEATED = WordSet("resolve.sectors_by_seat")
PARTICLES = WordSet("resolve.particles")
HIS_OR_HER = frozenset(("his", "her"))
DEEDS = WordSet("coding.acts")
RELATIVE_NOUNS = WordSet("resolve.relative_nouns")
STATES = frozenset(("NAME", "CAPITAL", "TERRITORY", "FORMER"))
PAST = frozenset(("former", "ex"))
PERSONAL = frozenset(("he", "she"))


def is_broker(token: Token) -> bool:
    """Whether a name is only that of a broker: `an Omani-brokered truce`, `an Oman-brokered truce`."""
    return _participle(token) in BROKERED


def is_maker(modifier: Token) -> bool:
    """Whether a modifier only names the maker of a thing: `a German-made Ukrainian tank`."""
    return any(_participle(word) in MADE for word in (modifier, *modifier.kids))


def _participle(name: Token) -> str:
    """The participle joined to a name by a hyphen: `made` of `German-made`; "" if there is none."""
    if "-" in name.text:
        return name.low.rpartition("-")[2]
    hyphen = name.after
    joined = hyphen is not None and hyphen.text == "-" and hyphen.after is not None
    return hyphen.after.low if joined and hyphen is not None and hyphen.after is not None else ""


def is_of_the_past(token: Token) -> bool:
    """Whether a state is only said to have been one: `the former Yugoslavia`, `former Soviet republics`."""
    if token.name is None or token.name.kind != "FORMER":
        return False
    return any(kid.low in PAST and kid.i in (token.i - 1, token.i - 2) for kid in (*token.kids, *token.head.kids))


def belongs(token: Token, name: Span, head: Token) -> bool:
    """Whether those described by a name are of its state: `Danish-led`, unlike `Danish-backed` or `Oslo-based`.

    A firm or an armed group is of the state where it has its seat.
    """
    if token.end > name.end and "-" in token.text:
        return makes_own(token.low.rpartition("-")[2], head)
    hyphen = token.after
    word = hyphen.after if hyphen is not None and hyphen.text == "-" else None
    return word is None or word.tag not in ("VBN", "VBD") or makes_own(word.low, head)


def makes_own(participle: str, head: Token) -> bool:
    """Whether a participle joined to a state's name says that a noun is of the state: `led`; `based` for a firm."""
    at_home = participle in SEATED and (sector_of(head.lemma) or ("",))[0] in AT_HOME_WHERE_SEATED
    return at_home or participle in OWN_PARTICIPLES


def is_tie(participle: str) -> bool:
    """Whether a participle says how a body is tied to the state or owner before it: `based`, `owned`, `backed`."""
    return participle in SEATED or participle in SUPPORTED or participle in OWN_PARTICIPLES


def after_unknown(token: Token) -> bool:
    """Whether a capitalised particle right before a word makes it part of a person's name: `De Lima`."""
    return any(kid.i == token.i - 1 and kid.text in PARTICLES for kid in (*token.kids, *token.head.kids))


def is_newcomer(subject: Token, pronoun: Token) -> bool:
    """Whether a pronoun refers to a person or a firm that the text has not introduced as one of a state."""
    if pronoun.low in PERSONAL:
        return is_stranger(subject)
    sectors = (sector_of(word.lemma) for word in (subject, *subject.below("appos", "compound")))
    return pronoun.low == "it" and any(known is not None and known[0] == "BUS" for known in sectors)


def name_beside(token: Token) -> Token | None:
    """`Oslo's ally Riga`: the name right after the relative noun."""
    found = token.after if token.lemma in RELATIVE_NOUNS else None
    if found is None or found.name is None or found.name.kind not in STATES or not found.name.code:
        return None
    while found.after is not None and found.after.named == found.named:
        found = found.after
    return found if not found.is_possessive else None


def is_no_deed(pronoun: Token, noun: Token) -> bool:
    """Whether a possessive does not name the actor of a deed: `his brother`, unlike `his remarks`."""
    return pronoun.low not in HIS_OR_HER or noun.lemma not in DEEDS
