"""Repairs of days that the parser attaches to a neighbour: `said on Monday it would pay`, `the army on Monday left`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.temporal import load_temporal_words
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.copy_repairs import Move, Repair
from diplonews.syntax.tokens import Token

__all__ = ["DAY_REPAIRS"]

REPORTING = WordSet("verbs.saying")
DAYS = ("WEEKDAY", "MONTH", "MONTH_WORD")
FINITE = ("VBD", "VBZ", "VBP")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
STOPS = (",", ".", ":", "``", "''", "CC", "POS")
MOST_NESTED = 6  # words between a day and the head of its phrase
MOST_BEFORE_DAY = 8  # words between a verb of saying and its day


def _detach_day(token: Token) -> Sequence[Move]:
    """Detach a day that was read as the first word of the name after it: `On Monday Poland condemned`."""
    if load_temporal_words().kinds.get(token.text) not in DAYS or token.after is None:
        return ()
    name, preposition = token.after, next((kid for kid in token.head.head.kids if kid.after is token), None)
    known = name.name is not None or sector_of(name.low) is not None
    if preposition is None or preposition.tag != "IN" or preposition.first("pobj") or not known:
        return ()
    return ((token, preposition, "pobj"),)


def _split_day(token: Token) -> Sequence[Move]:
    """Part a day from the subject that was read into its phrase: `On [Friday Norway] froze the funds`."""
    noun, preposition = token.head, token.head.head
    verb = preposition.head
    if load_temporal_words().kinds.get(token.text) not in DAYS or preposition.after is not token:
        return ()
    lost = verb.tag in FINITE and verb.first(*SUBJECTS) is None and noun.right < verb.i
    actor = noun.name is not None or sector_of(noun.lemma) is not None
    if not lost or not actor or preposition.tag != "IN" or any(kid.text == "," for kid in verb.kids if kid.i < verb.i):
        return ()
    return ((token, preposition, "pobj"), (noun, verb, "nsubj"))


def _give_back_day(token: Token) -> Sequence[Move]:
    """Return the day of a statement, misattached to what was said: `said on Monday it would pay`."""
    before, day = _day_after(token) if token.lemma in REPORTING and token.is_verb else (token, None)
    if day is None or day.after is None or day.after.low in ("'s", "’s"):
        return ()
    noun, preposition = day.head, before if before.low == "on" else None
    top = day if noun is not day.after or noun.low not in PARTS_OF_DAY else noun
    if preposition is None:
        plain = top.dep == "compound" and top.head is top.after and top.head.name is None  # `said Monday talks failed`
        return ((top, token, "npadvmod"),) if top.head.i > top.i and not plain else ()
    upwards = (
        one for one in islice(preposition.upwards(), MOST_NESTED) if not one.head.is_adverb or one.head.i < token.i
    )
    phrase = next(upwards, preposition)
    moves = [(phrase, token, phrase.dep)] if phrase.head.i > day.i else []
    return (*moves, *_out_of_phrase(top, preposition, token)) if top.head is not preposition else moves


def _day_after(verb: Token) -> tuple[Token, Token | None]:
    """The weekday of a verb of saying, before what was said, and the word before it: `told Riga late on Monday`."""
    before, word = verb, verb.after
    for _ in range(MOST_BEFORE_DAY):
        if word is None or word.is_verb or word.is_modal or word.is_mark or word.low == "that" or word.tag in STOPS:
            break
        if load_temporal_words().kinds.get(word.text) == "WEEKDAY":
            return before, word if before is verb or before.low == "on" or before.tag[0] in "NR" else None
        before, word = word, word.after
    return verb, None


def _out_of_phrase(day: Token, preposition: Token, verb: Token) -> Sequence[Move]:
    """Part a day from the words after it that were put into one phrase with it: `said on [Monday Riga] would pay`."""
    content = preposition.first("pcomp")
    if content is not None:
        return ((day, preposition, "pobj"), (content, verb, "ccomp"))
    above = islice(day.upwards(), MOST_NESTED)
    noun = next((one for one in above if one.dep == "pobj" and one.head is preposition), None)
    content = next((kid for kid in verb.below("ccomp") if noun is not None and kid.i > noun.i), None)
    if noun is None or content is None or content.subject is not None:
        return ((day, preposition, "pobj"),) if noun is None else ()
    return ((day, preposition, "pobj"), (noun, content, "nsubj"))


def _give_verb_day(token: Token) -> Sequence[Move]:
    """Return a weekday to the verb after it, misattached to the verb's subject: `the army on Monday left`."""
    verb, phrase = token.head, token.kids[-1] if token.kids else None
    on = phrase.first("prep") if phrase is not None and phrase.is_adverb else phrase  # `late on Monday`
    day = on.first("pobj") if on is not None and on.low == "on" else None
    if phrase is None or day is None or load_temporal_words().kinds.get(day.text) != "WEEKDAY":
        return ()
    following = verb.first("aux", "auxpass") or verb
    acting = token.name is not None or sector_of(token.lemma) is not None
    return ((phrase, verb, phrase.dep),) if acting and phrase.right + 1 == following.i else ()


DAY_REPAIRS = (
    Repair(
        id="repair.trees.day",
        of="trees",
        moves=_detach_day,
        deps=("compound", "nmod"),
        example="On Monday Poland condemned Latvia.",
        counter="In Monday Times Poland condemned Latvia.",
    ),
    Repair(
        id="repair.trees.split_day",
        of="trees",
        moves=_split_day,
        deps=("compound", "nmod"),
        example="On Friday Norway froze the funds of Latvian banks.",
        counter="On Friday Harbour Norway froze the funds of Latvian banks.",
    ),
    Repair(
        id="repair.trees.lost_day",
        of="trees",
        moves=_give_back_day,
        deps=("ROOT", "ccomp", "conj", "advcl", "parataxis"),
        example="Norway said on Monday it would pay.",
        counter="Norway said on Sundays it would pay.",
    ),
    Repair(
        id="repair.trees.subject_day",
        of="trees",
        moves=_give_verb_day,
        deps=("nsubj", "nsubjpass"),
        example="The army on Monday left Latvia.",
        counter="The talks on Monday ended in Latvia.",
    ),
)
