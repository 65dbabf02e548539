"""Conditions of rule rows, evaluated on a clause.

A condition names a part of a clause, and words; these are the parts that need only the clause itself.
A stage adds its own, such as who the subject is or what a row's cue is next to.
"""

from __future__ import annotations

from collections.abc import Callable

from diplonews.syntax.clauses import Clause, clause_of
from diplonews.syntax.moods import has_to, is_nobody

__all__ = ["CLAUSE_TESTS", "ClauseTest"]

ClauseTest = Callable[[Clause, frozenset[str]], bool]


def _has_complement(clause: Clause, words: frozenset[str]) -> bool:
    """Whether the clause below is there (`yes`) or is one of some verbs."""
    complement = clause.complement
    if complement is None:
        return False
    chain = (complement, *complement.below("conj", "xcomp"))
    return "yes" in words or any(token.lemma in words for token in chain)


def _has_infinitive(clause: Clause, _: frozenset[str]) -> bool:
    complement = clause_of(clause.complement) if clause.complement is not None else None
    return complement is not None and (complement.is_imperative or (complement.is_bare and has_to(complement.verb)))


def _has_subjunctive(clause: Clause, _: frozenset[str]) -> bool:
    complement = clause_of(clause.complement) if clause.complement is not None else None
    if complement is None:
        return False
    return (complement.is_bare and not has_to(complement.verb)) or "should" in complement.marks


def _is_about_others(clause: Clause, _: frozenset[str]) -> bool:
    """`wants Oslo to pay`, `wants an apology`; not `wants to pay`."""
    complement = clause.complement
    if complement is None or clause_of(complement).own_subject is not None or not clause_of(complement).lacks_subject:
        return True
    return clause.verb.first("dobj") is not None or complement.tag != "VB"


def _is_predicated(clause: Clause, words: frozenset[str]) -> bool:
    """`called it a farce`, `a dangerous farce`, `described it as dangerous`."""
    given = [*clause.verb.below("oprd", "attr", "acomp", "xcomp", "ccomp")]
    given += [kid for low in clause.verb.below("prep") if low.low == "as" for kid in low.below("pobj", "pcomp", "amod")]
    given += [kid for noun in given for kid in noun.below("amod")]
    return any(words & {kid.lemma, kid.low} for kid in (*given, *clause.verb.below("dobj")))


def _is_affirmed(clause: Clause, _: frozenset[str]) -> bool:
    return clause.complement is None or clause.complement.first("neg") is None


CLAUSE_TESTS: dict[str, ClauseTest] = {
    "adv": lambda clause, words: any(kid.dep in ("advmod", "prt") and kid.low in words for kid in clause.verb.kids),
    "aff": _is_affirmed,
    "apart": _is_about_others,
    "c": _has_complement,
    "conj": lambda clause, words: any(kid.lemma in words for kid in clause.coordinated),
    "if": lambda clause, _: any("if" in clause_of(verb).marks for verb in clause.adverbials),
    "inf": _has_infinitive,
    "mod": lambda clause, _: any(kid.tag in ("MD", "TO") for kid in clause.verb.kids),
    "modal": lambda clause, _: any(kid.tag == "MD" for kid in clause.verb.kids),
    "neg": lambda clause, _: clause.verb.first("neg") is not None,
    "noinf": lambda clause, _: (
        not any(verb.tag == "VB" and has_to(verb) for verb in clause.verb.below("xcomp", "advcl"))
    ),
    "nobody": lambda clause, _: any(map(is_nobody, clause.verb.kids)),
    "pas": lambda clause, _: clause.is_passive,
    "noneg": lambda clause, _: clause.verb.first("neg") is None,
    "plain": lambda clause, _: clause.verb.first("acomp", "attr") is None,
    "pred": _is_predicated,
    "sub": _has_subjunctive,
}
