"""The structure of noun phrases: possessor, modifiers, `of` phrases, and the verb that a noun depends on.

A `NounPhrase` is the reading of one noun; each of its parts is computed when accessed.
"""

from __future__ import annotations

from diplonews.lexicons.wordsets import WordSet
from diplonews.once import once
from diplonews.syntax.tokens import Token

__all__ = ["NounPhrase", "phrase_of"]

DEFINITE = ("the", "this", "that", "these", "those")
LIGHT_VERBS = WordSet("verbs.light")
NEXT_BUT_ONE = 2  # words


class NounPhrase:
    """The phrase of a noun.

    Args:
        noun: its head.
    """

    def __init__(self, noun: Token) -> None:
        self.noun = noun

    def __repr__(self) -> str:
        return f"<NounPhrase {self.noun.text!r}>"

    @property
    def possessor(self) -> Token | None:
        """The possessor: `Oslo's fleet`, `its fleet`, or None."""
        return self.noun.first("poss")

    @property
    def is_owned(self) -> bool:
        """Whether it has a possessive pronoun: `its ambassador`."""
        return any(kid.tag == "PRP$" for kid in self.noun.below("poss"))

    @property
    def is_definite(self) -> bool:
        """Whether it points to something known: `the raid`, `these talks`."""
        return self.noun.has(*DEFINITE)

    @property
    def modifiers(self) -> tuple[Token, ...]:
        """The adjectives and nouns before it."""
        return tuple(self.noun.below("amod", "compound", "nmod"))

    @property
    def qualifiers(self) -> tuple[Token, ...]:
        """The words before it that qualify it, also as measures: `Syria` of `Syria-based`."""
        return tuple(self.noun.below("npadvmod", "compound", "amod", "nmod"))

    @property
    def owners(self) -> tuple[Token, ...]:
        """The possessor and the modifiers that can act as one: `Ghana's record`, `the Ghanaian record`."""
        return tuple(self.noun.below("poss", "amod", "compound"))

    @property
    def has_joined_modifier(self) -> bool:
        """Whether a noun modifying it is coordinated: `the government and the rebels` with `rebels` as head."""
        return any(kid.first("conj") is not None for kid in self.noun.below("nmod"))

    @property
    def compounds(self) -> tuple[Token, ...]:
        """The adjectives and nouns that make one term with it: `peace talks`."""
        return tuple(self.noun.below("amod", "compound"))

    @property
    def adjectives(self) -> tuple[Token, ...]:
        """The adjectives before it."""
        return tuple(self.noun.below("amod"))

    @property
    def of(self) -> Token | None:
        """The noun after its `of`: `talks` in `day of talks`, or None."""
        return next((pobj for kid in self.noun.below("prep") if kid.low == "of" for pobj in kid.below("pobj")), None)

    @property
    def is_plural(self) -> bool:
        """Whether it is a common noun in the plural, or a number."""
        return self.noun.tag in ("NNS", "CD")

    @property
    def is_amount(self) -> bool:
        """Whether it counts something: `five million in loans`, `two planes in aid`."""
        return self.noun.tag == "CD" or (self.noun.tag == "NNS" and self.noun.first("nummod") is not None)

    @once
    def measured(self) -> tuple[Token, ...]:
        """The nouns after its `of`, or those that an amount is in: `two days of drills`, `a million in loans`."""
        linking = ("of", "in", "worth") if self.is_amount else ("of",)
        return tuple(pobj for kid in self.noun.below("prep") if kid.low in linking for pobj in kid.below("pobj"))

    @once
    def terms(self) -> tuple[str, ...]:
        """The noun, its base form, and both with each word before it: `talks`, `peace talks`, `cease-fire`."""
        noun = self.noun
        near = [kid for kid in self.compounds if noun.i - NEXT_BUT_ONE <= kid.i < noun.i]
        joined = (f"{kid.low}{'-' if kid.i == noun.i - NEXT_BUT_ONE else ' '}{noun.lemma}" for kid in near)
        return (noun.lemma, noun.low, *joined)

    @property
    def preposition(self) -> Token | None:
        """The preposition that governs it, or None."""
        return self.noun.head if self.noun.dep == "pobj" else None

    @property
    def content(self) -> Token | None:
        """The verb of the clause that says what it is about: `reports that Oslo paid`, or None."""
        return self.noun.first("acl", "relcl", "ccomp")

    @property
    def denial(self) -> Token | None:
        """The word that denies it exists: `no sign`, `little proof`, the `not` of `does not have plans`; or None."""
        determiner = next((kid for kid in self.noun.kids if kid.low in ("no", "little")), None)
        if determiner is not None or not self.noun.head.is_verb or self.noun.dep not in ("dobj", "attr"):
            return determiner
        return self.noun.head.first("neg")

    @property
    def is_patient(self) -> bool:
        """Whether it is the subject of a passive: `talks were held`."""
        return self.noun.dep == "nsubjpass"

    @property
    def subject_of(self) -> Token | None:
        """The active verb whose subject it is, or None."""
        return self.noun.head if self.noun.dep == "nsubj" else None

    @property
    def light_verb(self) -> Token | None:
        """The verb that only carries it: `held` of `held talks`, `were held` of `talks were held`; or None."""
        head = self.noun
        if self.preposition is not None and head.head.low == "of" and head.head.dep == "prep":
            head = head.head.head
        for above in head.ancestors():
            if head.dep != "conj" or not above.is_word_noun:
                break
            head = above
        carried = head.dep in ("dobj", "nsubjpass") and head.head.lemma in LIGHT_VERBS
        return head.head if carried else None

    @property
    def has_capital_adjective(self) -> bool:
        """Whether it has a capitalised adjective: `Sealandic officials`."""
        return any(kid.tag == "JJ" and kid.text.istitle() for kid in self.noun.kids)


def phrase_of(noun: Token) -> NounPhrase:
    """The phrase of a noun; the same object every time."""
    if noun.phrase is None:
        noun.phrase = NounPhrase(noun)
    return noun.phrase
