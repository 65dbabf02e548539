"""Contents found by grammar: clauses, infinitives, objects and prepositional objects of a cue."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

import attrs

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.reporting import form_lemmas, light_verbs
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.content.boundaries import cut, trim_aside, trim_setting
from diplonews.quotes.cues import Cue, is_blow
from diplonews.quotes.rules.nouns import noun_content
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.phrases import (
    coordinated,
    describes,
    governed,
    is_adjunct,
    is_clausal,
    is_predicate,
    prepositions,
)
from diplonews.syntax.tokens import Token

__all__ = ["Framed", "frame_content"]

AIMED = frozenset(("aim", "as", "pred"))
OPINIONS = ("JJ", "JJR", "JJS", "VBN")  # tags of the last word of `called the toll unjust`
THAT = frozenset(("that",))
OPENINGS = THAT | {"if", "whether"}
OPENING_MARKS = {"question": OPENINGS}
PASSIVE_FRAMES = frozenset(("aim", "as", "np", "pred", "wish"))
PASSIVE_LINKS = frozenset(("as", "for", "of"))
LINKS = frozenset(("of", "for", "as", "over", "to", "about", "with", "from", "against", "by", "than"))
STOPS = (",", ";", ":", "-", "--", "–", "—", ".", "?", "!")
QUESTION_WORDS = frozenset(("what", "which", "whom", "that", "who"))
FRONTED = QUESTION_WORDS | {"whose", "where"}
LAST = frozenset(("punct", "cc", "conj", "nsubj", "nsubjpass", "parataxis"))  # signs that end a content on the right


@attrs.frozen(kw_only=True)
class Framed:
    """The result of a frame.

    Attributes:
        pieces: of the content; empty if no frame fits.
        frame: its name.
        hearer: the party asked or told, or None.
        preposition: the preposition that joins the content to the cue, or None.
    """

    pieces: tuple[Range, ...] = ()
    frame: str = ""
    hearer: Range | None = None
    preposition: Token | None = None


@attrs.frozen(kw_only=True, eq=False)
class _Field:
    """The tokens in which the frames of a cue look for its content: those between it and a limit."""

    block: Block
    cue: Cue
    subject: Token | None
    limit: int

    @property
    def verb(self) -> Token:
        """The cue's verb."""
        return self.cue.head

    @property
    def start(self) -> int:
        """The number of the token after the verb."""
        return self.verb.i + 1

    def __contains__(self, token: Token) -> bool:
        return self.start <= token.i < self.limit

    def extent(self, token: Token) -> Range:
        """The part of a token's subtree inside the field."""
        first, last = token.extent
        return max(first, self.start), min(last, self.limit)

    def trimmed(self, piece: Range) -> Range:
        """A clause without parts that report something else and without the writer's aside."""
        return trim_aside(self.block, cut(self.block, self.cue, piece))


# ---------------------------------------------------------------- how far to the right


def _is_setting(field: _Field, word: Token) -> bool:
    """Whether a dependent gives the time or place: `on Monday`, `in Oslo`, `here`, `after the vote ended`."""
    words = field.block.words((word.i, min(word.right + 1, field.limit)))
    if not is_adjunct(word) or any(token.quoted >= 0 for token in words):
        return False
    noun = governed(word)
    if noun is None or noun.is_verb or noun.is_proper or phrase_of(noun).is_amount:
        return True
    return not {noun.low, field.block[noun.left].low}.isdisjoint(speaker_words("calendar"))


def _goes_on(field: _Field, setting: Token) -> bool:
    """Whether the content continues after a setting: `accused Oslo on Monday of lying`."""
    following = field.block[setting.right + 1] if setting.right + 1 < field.limit else None
    return following is not None and following.head is field.verb and following.low == "of"


def _reach(field: _Field, last: int, *, links: frozenset[str] | None = None) -> int:
    """The right end of a content, including later dependents of the cue that follow without a comma.

    With `links` a phrase must begin with one of them: the time and place of speaking are not content.
    """
    for kid in field.verb.kids:
        if kid.i < last:
            continue
        if kid.left != last or kid.i >= field.limit or kid.dep in LAST:
            break
        if links is not None and kid.low not in links and _is_setting(field, kid) and not _goes_on(field, kid):
            break
        last = min(kid.right + 1, field.limit)
    return last


def _and_that(field: _Field, last: int) -> int:
    """The end of a content that a second `that` clause continues: `..., and that ...`."""
    block, limit = field.block, field.limit
    i = last + 1 if last < limit and block[last].text == "," else last
    if i + 1 >= limit or not block[i].is_coordinator or block[i + 1].low != "that":
        return last
    joined = [verb for verb in coordinated(field.verb) if verb.i > i and clause_of(verb).conjunction is not None]
    return min(joined[0].right + 1, limit) if joined else limit


# ---------------------------------------------------------------- finite clauses


def _after_day(field: _Field, clause: Token, first: int) -> int:
    """The start of a clause after a day that belongs to the cue: `said last month the pier ...`."""
    for kid in clause_of(clause).settings:
        _, last = kid.extent
        if kid.i > clause.i or kid.left != first or field.block[last].text == ",":
            continue
        if kid.low == "on" and field.block[last - 1].low not in speaker_words("calendar"):
            continue
        return last
    return first


def _lost_subject(field: _Field, clause: Token, first: int) -> int:
    """The start of a clause whose subject was parsed as the cue's object."""
    if "hearer" in field.cue.frames or clause_of(clause).has_subject or clause_of(clause).conjunction is not None:
        return first
    above = clause_of(field.verb)
    taken = [noun for noun in (*above.objects, above.own_subject) if noun is not None and field.start <= noun.i < first]
    return field.extent(taken[0])[0] if taken else first


def _clause(field: _Field) -> Range | None:
    """A finite clause after the cue, with or without `that`."""
    opening = OPENING_MARKS.get(field.cue.entry.category, THAT)
    above = clause_of(field.verb)
    for verb in above.content_clauses:
        clause = clause_of(verb)
        adverbial = verb in above.adverbials and not clause.opens_with(opening)
        if verb in field and not adverbial and not clause.is_gerund:
            first, last = field.extent(verb)
            first = _lost_subject(field, verb, _after_day(field, verb, first))
            return field.trimmed((first, _and_that(field, _reach(field, last))))
    return None


def _astray(field: _Field) -> Range | None:
    """A `that` clause misattached to a word in between: `said in a statement that ...`."""
    end = min(field.verb.right + 1, field.limit)
    for token in field.block.words((field.start, end)):
        above = token.head
        if token.low == "that" and (token.is_conjunction or token.is_preposition) and is_clausal(above):
            if "np" in field.cue.frames and above.head in clause_of(field.verb).objects:
                return None
            return field.trimmed((token.i, max(token.i + 1, min(above.right + 1, field.limit))))
        if token.low == "that" and token.is_conjunction and token is field.verb.after and above.is_word_noun:
            # the parser missed the verb: `said that "building walls" would "only" raise the stakes`
            return field.trimmed((token.i, end))
        if token.is_finite or (token.is_verb and token.low in form_lemmas()) or token.text in STOPS[1:]:
            return None
    return None


# ---------------------------------------------------------------- infinitives and objects


def _to(field: _Field) -> Range | None:
    """An infinitive whose subject is the speaker."""
    clause = clause_of(field.verb)
    own = (verb for verb in clause.infinitives if verb in field and verb not in clause.content_clauses)
    return next(map(field.extent, own), None)


def _whom(field: _Field) -> tuple[Range, Range | None] | None:
    """Object and infinitive: the act wanted, and the party it is wanted of."""
    particle, clause = field.cue.particle, clause_of(field.verb)
    if particle is not None and particle.is_conjunction:  # `called for Oslo to pay`
        above, first = particle.head, particle.i + 1
        return ((first, min(above.right + 1, field.limit)), None) if first <= above.i < field.limit else None
    anchor = field.verb if particle is None else particle
    for verb in clause.infinitives:
        if not anchor.i < verb.i < field.limit:
            continue
        last = min(verb.right + 1, field.limit)
        hearer = clause_of(verb).own_subject
        if hearer is None:
            targets = (*clause.objects, *prepositions(field.verb)) if particle is None else (governed(particle),)
            between = [noun for noun in targets if noun is not None and anchor.i < noun.i < verb.i]
            hearer = max(between, key=attrgetter("i"), default=None)
        if hearer is None:
            return (max(verb.left, anchor.i + 1), last), None
        return (max(hearer.left, anchor.i + 1), last), (hearer.left, min(hearer.right + 1, verb.left))
    return None


def _object(field: _Field) -> Token | None:
    """The object of the cue, or of its preposition."""
    particle, clause = field.cue.particle, clause_of(field.verb)
    if particle is not None and particle.head is not field.verb and governed(particle) is not None:
        return governed(particle)
    if particle is not None and particle in prepositions(field.verb) and governed(particle) is not None:
        return governed(particle)
    barred = [verb for verb in clause.complements if not clause_of(verb).is_infinitive]  # `proposed barring them`
    found = (*clause.targets, *(barred if "np" in field.cue.frames else ()))
    return next((word for word in found if word in field), None)


def _speaks(noun: Token) -> bool:
    """Whether a participle introduces what a noun says: `a statement saying that ...`."""
    return any(kid.is_gerund and kid.low in form_lemmas() and describes(kid) is noun for kid in noun.kids)


def _is_called_back(field: _Field, noun: Token) -> bool:
    """Whether `recall` means calling somebody back, not remembering: `recalled its ambassador`."""
    known = sector_of(noun.lemma)
    return field.cue.entry.lemma == "recall" and known is not None and known[1] == "person"


def _np(field: _Field) -> Range | None:
    """The object, with its whole subtree."""
    found = _object(field)
    if found is None or found.i >= field.limit or _is_called_back(field, found):
        return None
    if field.verb.low in light_verbs() and (noun_content(field.block, found) is not None or _speaks(found)):
        return None
    first, last = field.extent(found)
    if "clause" in field.cue.frames and last < field.limit and is_predicate(field.block[last]):
        return first, field.limit
    return first, _reach(field, last, links=LINKS)


def _aim(field: _Field) -> Range | None:
    """The object and its predicate: all dependents to the right, up to a comma."""
    block = field.block
    found = _object(field) or next((kid for kid in clause_of(field.verb).complements if kid in field), None)
    if found is None and _relative(field):  # `whom he accuses of lying`
        found = next((joined for joined in prepositions(field.verb) if joined in field and joined.low in LINKS), None)
    if found is None:
        return None
    first, last = field.extent(found)
    last = _reach(field, last, links=LINKS)
    if "as" in field.cue.frames and last < field.limit and block[last].quoted >= 0 > block[last - 1].quoted:
        last = max(last, block.ranges[block[last].quoted][1])  # called the offer "a trap"
    return first, last


def _preposition(field: _Field) -> tuple[Range, Token] | None:
    """The object of one of the cue's prepositions, and the preposition."""
    hearers = clause_of(field.verb).objects if "hearer" in field.cue.frames else ()
    for word in (field.verb, *hearers):  # the parse attaches the `of` of `reminded them of` to either word
        for joined in prepositions(word):
            noun = governed(joined) if joined in field and joined.low in field.cue.entry.prepositions else None
            if noun is not None and noun.i < field.limit and noun.low not in speaker_words("calendar"):
                first, last = noun.extent
                return (max(first, joined.i + 1), min(last, field.limit)), joined
    return None


# ---------------------------------------------------------------- passives, relative words


def _passive(field: _Field) -> list[Range]:
    """The content of a passive cue: its subject, or the noun that it modifies, and what follows."""
    verb, clause = field.verb, clause_of(field.verb)
    noun = clause.own_subject or describes(verb)
    if is_blow(field.cue.entry.lemma, clause.agent, noun):
        return []
    pieces = [(noun.left, min(verb.i, noun.right + 1))] if noun is not None and noun.low != "it" else []
    after = [*clause.complements, *clause.predicates]
    if field.cue.frames & AIMED:
        after += [joined for joined in prepositions(verb) if joined.low in PASSIVE_LINKS]
    by = clause.agent.head.i if clause.agent is not None else field.limit
    for word in after:
        if word in field:
            first, last = field.extent(word)
            pieces.append((first, min(last, by) if by > word.i else last))
    return pieces


def _relative(field: _Field) -> list[Range]:
    """A relative or question word that is the object of the cue: `what she said`."""
    if field.subject is None:
        return []
    before = (kid for kid in field.verb.kids if kid.i < field.subject.i)
    return [(kid.i, kid.i + 1) for kid in before if kid.low in QUESTION_WORDS and not kid.is_conjunction][:1]


def _fronted(field: _Field, first: int) -> list[Range]:
    """A relative or question word fronted from a clause: `which he said would fail`."""
    block, subject = field.block, field.subject
    if subject is None or subject.i > field.verb.i or block[first].low in OPENINGS or subject.left == 0:
        return []
    word = block[subject.left - 1]
    if word.low not in FRONTED or not word.is_question_word:
        return []
    joined = word.i > 0 and block[word.i - 1].is_preposition and word.low != "what"
    return [] if joined else [(word.i, word.i + 1)]


def _gap(field: _Field) -> tuple[Range, ...]:
    """A clause whose subject was fronted: `thanks to what she said is a good plan`."""
    block, first = field.block, field.start
    opens = first < field.limit and (block[first].is_finite or block[first].is_modal)
    fronted = _fronted(field, first) if opens else []
    if not fronted:
        return ()
    word = block[fronted[0][0]]
    before = block[word.i - 1] if word.i else word
    if word.low == "what" and not (before.is_verb or before.is_preposition):
        return ()  # `what she said was a lie`
    last = next((token.i for token in block.words((first, field.limit)) if token.text in STOPS), field.limit)
    return *fronted, (first, last)


# ---------------------------------------------------------------- all frames


def _active(field: _Field) -> Iterator[Framed]:
    """The result of each frame of the verb, the likeliest first."""
    frames, particle = field.cue.frames, field.cue.particle
    if "clause" in frames:
        piece = _clause(field)
        if piece is not None:
            yield Framed(pieces=(*_fronted(field, piece[0]), piece), frame="clause")
        piece = _astray(field)
        if piece is not None:
            yield Framed(pieces=(piece,), frame="clause")
        gap = _gap(field)
        if gap:
            yield Framed(pieces=gap, frame="clause")
    piece = _to(field) if "to" in frames else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="to")
    joins = particle is not None and particle.is_conjunction
    asked = _whom(field) if joins or frames & {"whom", "wish"} else None
    if asked is not None:
        yield Framed(pieces=(asked[0],), frame="whom", hearer=asked[1])
    struck = is_blow(field.cue.entry.lemma, field.subject, _object(field))
    piece = _aim(field) if frames & AIMED and not struck else None
    if piece is not None and _is_told(field, piece):
        yield Framed(pieces=(*_relative(field), piece), frame="aim")
    joined = _preposition(field)
    if joined is not None:
        yield Framed(pieces=(joined[0],), frame="prep", preposition=joined[1])
    piece = _np(field) if "np" in frames and not _is_aim(field) else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="np")


def _is_told(field: _Field, piece: Range) -> bool:
    """Whether an object and what follows it are told by the cue: `described it as a farce`, `called it "unjust"`.

    `Saw the ship` says nothing of the ship, and `called the toll unjust` is an opinion, without a word quoted.
    """
    frames, words = field.cue.frames, field.block.words(piece)
    if "aim" in frames or not words or any(token.quoted >= 0 or token.low == "as" for token in words):
        return bool(words)
    opinion = words[-1].tag in OPINIONS and "quote" in frames and not clause_of(field.verb).is_governed
    return "pred" in frames and not opinion


def _is_aim(field: _Field) -> bool:
    """Whether it is the purpose of an act without words: `marched to protest the levy`."""
    clause = clause_of(field.verb)
    return clause.is_infinitive and clause.is_subordinate and "clause" in field.cue.frames


def frame_content(block: Block, cue: Cue, subject: Token | None, limit: int) -> Framed:
    """The content given by a verb's frames.

    Args:
        block: the block.
        cue: the verb.
        subject: its subject.
        limit: number of the token after the last one that may be content.
    """
    field = _Field(block=block, cue=cue, subject=None if cue.passive else subject, limit=limit)
    if cue.passive and "hearer" not in cue.frames:
        pieces = _passive(field) if cue.frames & PASSIVE_FRAMES else []
        return Framed(pieces=tuple(pieces), frame="passive") if pieces else Framed()
    framed = next(_active(field), Framed())
    if not framed.pieces or framed.frame == "clause":
        return framed
    last = trim_setting(block, cut(block, cue, framed.pieces[-1]))
    return attrs.evolve(framed, pieces=(*framed.pieces[:-1], last))
