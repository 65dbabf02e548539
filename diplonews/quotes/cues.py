"""Cues of reported speech: verbs of the lexicon with their particle, adverbs and auxiliaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.reporting import Reporting, form_lemmas, reporting_forms, reporting_verbs
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.wordsets import WordSet
from diplonews.model.article import RegionKind
from diplonews.syntax.blocks import Block
from diplonews.syntax.clauses import Clause, clause_of
from diplonews.syntax.moods import is_negation
from diplonews.syntax.phrases import governed
from diplonews.syntax.tokens import Token

__all__ = [
    "NOBODY",
    "Cue",
    "cue_tokens",
    "in_order",
    "is_blow",
    "is_open",
    "is_real",
    "iter_cues",
    "takes_quotation",
]

MISTAGGED = ("V", "N", "JJ", "IN")  # tags given to a verb in a headline
NOBODY = frozenset(("it", "that", "this", "what", "which", "there"))
UNSPOKEN = frozenset(("amod", "aux", "auxpass", "compound"))
BLOWS = WordSet("cues.blows")
SITES = WordSet("cues.sites")
FIGHTING = frozenset(("MIL", "REB", "UAF", "CRM", "COP"))
STATES = frozenset(("NAME", "CAPITAL", "CITY", "TERRITORY", "FORMER"))


@attrs.frozen(kw_only=True, eq=False)
class Cue:
    """A verb that may report speech.

    Attributes:
        head: its token.
        entry: its row in the lexicon.
        particle: its particle, or None.
        passive: whether it is passive.
    """

    head: Token
    entry: Reporting
    particle: Token | None = None
    passive: bool = False

    @property
    def frames(self) -> frozenset[str]:
        """The positions its content may have."""
        return self.entry.frames


def in_order(tokens: Iterable[Token]) -> list[Token]:
    """Tokens in text order, each once."""
    return sorted(set(tokens), key=lambda token: token.i)


def is_real(verb: Token) -> bool:
    """Whether a verb states that something was said, not that it could, would or was not."""
    beside = [word for word in clause_of(verb).auxiliaries if word.quoted == verb.quoted]
    return not any(word.is_modal or is_negation(verb, word) for word in beside)


def is_open(verb: Token) -> bool:
    """Whether it remains open whether something was said: `did not say whether Oslo had been asked to pay`."""
    return clause_of(verb).opens_with(("whether",))


def is_blow(word: str, source: Token | None, target: Token | None) -> bool:
    """Whether a word such as `attacked` means force: fighters or troops strike, or a place or troops are struck.

    Args:
        word: the base form of the verb or noun.
        source, target: the heads of who attacks and who is attacked, if known.

    `The rebels attacked a patrol`, `a raid on the port`; not `the envoy attacked the plan`.
    """
    if word not in BLOWS:
        return False
    if source is not None and _fights(source):
        return True
    if target is None:
        return False
    place = target.name is not None and target.name.kind in STATES
    return place or target.lemma in SITES or _fights(target)


def _fights(noun: Token) -> bool:
    known = sector_of(noun.lemma)
    return known is not None and known[0] in FIGHTING


def takes_quotation(word: str) -> bool:
    """Whether a word is a form of a verb that reports quotations."""
    return any("quote" in entry.frames for entry in reporting_forms(word))


def _is_verb(token: Token, *, headline: bool) -> bool:
    """Whether a form of a reporting verb is used as a verb; headlines confuse the tagger."""
    if token.is_verb:
        return token.dep not in UNSPOKEN
    if token.is_word_noun and any(clause.i > token.i for clause in clause_of(token).complements):
        return token.low.endswith(("s", "d"))
    return headline and token.i > 0 and token.tag.startswith(MISTAGGED) and token.low.endswith(("s", "ed"))


def _particle(clause: Clause, word: str) -> Token | None:
    """The particle of a cue, also further off (`called instead for`); the `on` of a day is none."""
    behind = (kid for adverb in clause.adverbs for kid in adverb.below("prep"))
    opening = (kid for infinitive in clause.infinitives for kid in infinitive.below("mark"))
    for found in (clause.particle(word), *behind, *opening):
        noun = governed(found) if found is not None else None
        if found is not None and found.low == word and (noun is None or noun.low not in speaker_words("calendar")):
            return found
    return None


def iter_cues(block: Block, learnt: Mapping[str, tuple[Reporting, ...]] | None = None) -> Iterator[Cue]:
    """The reporting verbs of a block, in order.

    Args:
        block: the block.
        learnt: further verb forms and their frames, learnt from a corpus.
    """
    forms, verbs = form_lemmas(), reporting_verbs()
    headline = block.kind is RegionKind.HEADLINE
    for token in block.tokens:
        lemma = forms.get(token.low)
        entries = verbs[lemma] if lemma is not None else learnt.get(token.low, ()) if learnt else ()
        if not entries or not _is_verb(token, headline=headline):
            continue
        clause = clause_of(token)
        # `a man yelled "..."` is tagged as a noun and a participle
        passive = clause.is_passive and (token.is_participle or clause.own_subject is not None)
        for entry in entries:
            particle = _particle(clause, entry.particle) if entry.particle is not None else None
            if entry.particle is None or particle is not None:
                yield Cue(head=token, entry=entry, particle=particle, passive=passive)


def cue_tokens(cue: Cue, leading: Iterable[Token]) -> list[Token]:
    """The cue with its auxiliaries, negation, adverbs beside it and governing verbs, in order."""
    tokens = {cue.head, *leading}
    if cue.particle is not None:
        tokens.add(cue.particle)
    for verb in (cue.head, *leading):
        tokens.update(word for word in clause_of(verb).auxiliaries if word.quoted == verb.quoted)
    first = min(token.i for token in tokens)
    tokens.update(word for word in clause_of(cue.head).adverbs if first <= word.i < cue.head.i and word.right == word.i)
    return in_order(tokens)
