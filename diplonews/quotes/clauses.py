"""Contents that the grammar gives: clauses, infinitives, objects and prepositional objects of a cue."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplonews.lexicons.reporting import form_lemmas, light_verbs
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.asides import cut, trim_aside, trim_setting
from diplonews.quotes.cues import FINITE, VERB_TAGS, Cue
from diplonews.quotes.nouns import noun_content
from diplonews.quotes.sources import agent
from diplonews.syntax.blocks import Block, Range

__all__ = ["Framed", "frame_content"]

ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "advcl"))
THAT = frozenset(("that",))
OPENINGS = THAT | {"if", "whether"}
OPENING_MARKS = {"question": OPENINGS}
PASSIVE_FRAMES = frozenset(("aim", "as", "np", "wish"))
LINKS = frozenset(("of", "for", "as", "over", "to", "about", "with", "from", "against", "by", "than"))
FRONTED_TAGS = frozenset(("WP", "WDT", "WRB", "WP$"))
STOPS = (",", ";", ":", "-", "--", "–", "—", ".", "?", "!")
QUESTION_WORDS = frozenset(("what", "which", "whom", "that", "who"))
FRONTED = QUESTION_WORDS | {"whose", "where"}


def _infinitive(block: Block, i: int) -> bool:
    """Whether a verb is an infinitive with `to`."""
    return block[i].tag == "VB" and any(block[kid].low == "to" for kid in block.children(i, "aux"))


def _is_setting(block: Block, kid: int, limit: int) -> bool:
    """Whether a dependent tells when or where: `on Monday`, `in Oslo`, `here`, `after the vote ended`."""
    if block[kid].dep not in ADJUNCTS or any(block[i].quoted >= 0 for i in range(kid, min(block.right(kid), limit))):
        return False
    noun = block.child(kid, "pobj") if block[kid].dep == "prep" else None
    if noun is None:
        return True
    named = block[noun].tag in ("NNP", "NNPS", "CD")
    return named or not {block[noun].low, block[block.left(noun)].low}.isdisjoint(speaker_words("calendar"))


def _reach(block: Block, head: int, last: int, limit: int, *, links: frozenset[str] | None = None) -> int:
    """The end of a content on the right: what the cue's later dependents add without a comma.

    With `links` a phrase must begin with one of them: when and where it was said is no content.
    """
    for kid in block.kids(head):
        if kid < last or kid == head:
            continue
        if block.left(kid) != last or kid >= limit:
            break
        if block[kid].dep in ("punct", "cc", "conj", "nsubj", "nsubjpass", "parataxis"):
            break
        if links is not None and block[kid].low not in links and _is_setting(block, kid, limit):
            break
        last = min(block.right(kid), limit)
    return last


def _rest_of_sentence(block: Block, cue: Cue, limit: int) -> Range | None:
    """What follows a verb of saying whose clause the parse has lost."""
    for kid in block.kids(cue.head):
        if cue.head < kid < limit and block[kid].dep in ("xcomp", "ccomp", "dobj", "acomp", "attr", "oprd", "dep"):
            first = max(block.left(kid), cue.head + 1)
            if any(block[i].tag in FINITE | {"MD"} for i in range(first, limit)):
                return first, limit
    return None


def _and_that(block: Block, cue: Cue, last: int, limit: int) -> int:
    """The end of a content that a second `that` clause continues: `..., and that ...`."""
    i = last + 1 if last < limit and block[last].text == "," else last
    if i + 1 < limit and block[i].tag == "CC" and block[i + 1].low == "that":
        joined = [kid for kid in block.children(cue.head, "conj") if kid > i and block.child(kid, "mark") is not None]
        return min(block.right(joined[0]), limit) if joined else limit
    return last


def _after_day(block: Block, verb: int, first: int) -> int:
    """The start of a clause after a day that belongs to the cue: `said last month the pier ...`."""
    for kid in block.children(verb, "npadvmod", "prep"):
        if kid > verb or block.left(kid) != first or block[block.right(kid)].text == ",":
            continue
        day = block[block.right(kid) - 1].low in speaker_words("calendar")
        if block[kid].dep == "npadvmod" or (block[kid].low == "on" and day):
            return block.right(kid)
    return first


def _lost_subject(block: Block, cue: Cue, verb: int, first: int) -> int:
    """The start of a clause whose subject the parse has taken for the cue's object."""
    if "hearer" in cue.entry.frames or block.child(verb, "nsubj", "nsubjpass", "expl", "csubj", "mark") is not None:
        return first
    objects = [kid for kid in block.children(cue.head, "dobj", "nsubj") if cue.head < kid < first]
    return max(block.left(objects[0]), cue.head + 1) if objects else first


def _clause(block: Block, cue: Cue, limit: int) -> Range | None:
    """A finite clause after the cue, with or without `that`."""
    for kid in block.children(cue.head, "ccomp", "advcl"):
        if kid < cue.head or kid >= limit:
            continue
        opening = OPENING_MARKS.get(cue.entry.category, THAT)
        if block[kid].dep == "advcl" and not any(block[m].low in opening for m in block.children(kid, "mark")):
            continue
        if block[kid].tag == "VBG" and block.child(kid, "aux", "nsubj") is None:
            continue
        first = _after_day(block, kid, max(block.left(kid), cue.head + 1))
        first = _lost_subject(block, cue, kid, first)
        last = _reach(block, cue.head, min(block.right(kid), limit), limit)
        last = _and_that(block, cue, last, limit)
        return trim_aside(block, cut(block, cue, (first, last)))
    return None


def _astray(block: Block, cue: Cue, limit: int) -> Range | None:
    """A `that` clause which the parse has hung on a word between: `said in a statement that ...`."""
    for i in range(cue.head + 1, min(block.right(cue.head), limit)):
        verb = block[i].head.i
        joins = block[i].low == "that" and (block[i].dep == "mark" or block[i].tag == "IN")
        if joins and block[verb].dep in ("acl", "ccomp", "advcl", "relcl"):
            own = "np" in cue.entry.frames and block[verb].head.i == block.child(cue.head, "dobj")
            return None if own else trim_aside(block, cut(block, cue, (i, max(i + 1, min(block.right(verb), limit)))))
        if i == cue.head + 1 and block[i].low == "that" and block[i].dep == "mark" and block[verb].tag[0] == "N":
            # the parse has lost the verb: `said that "building walls" would "only" raise the stakes`
            return trim_aside(block, cut(block, cue, (i, min(block.right(cue.head), limit))))
        reports = block[i].tag in VERB_TAGS and block[i].low in form_lemmas()
        if reports or block[i].tag in FINITE or block[i].text in STOPS[1:]:
            return None
    return None


def _to(block: Block, cue: Cue, limit: int) -> Range | None:
    """An infinitive that the speaker means for himself."""
    for kid in block.children(cue.head, "xcomp"):
        if cue.head < kid < limit and _infinitive(block, kid):
            return max(block.left(kid), cue.head + 1), min(block.right(kid), limit)
    return None


def _whom(block: Block, cue: Cue, limit: int) -> tuple[Range, Range | None] | None:
    """Object and infinitive: what is wanted, and of whom."""
    anchor = cue.head if cue.particle is None else cue.particle
    if cue.particle is not None and block[cue.particle].dep == "mark":
        verb = block[cue.particle].head.i
        return ((cue.particle + 1, min(block.right(verb), limit)), None) if cue.particle < verb < limit else None
    for kid in block.children(cue.head, "xcomp", "ccomp", "advcl"):
        if not (anchor < kid < limit and _infinitive(block, kid)):
            continue
        last = min(block.right(kid), limit)
        hearer = block.child(kid, "nsubj")
        if hearer is None:
            objects = [o for o in block.children(cue.head, "dobj", "dative", "prep") if anchor < o < kid]
            if cue.particle is not None:
                objects = [o for o in block.children(cue.particle, "pobj") if o < kid]
            hearer = objects[-1] if objects else None
        if hearer is None:
            return (max(block.left(kid), anchor + 1), last), None
        return (max(block.left(hearer), anchor + 1), last), (
            block.left(hearer),
            min(block.right(hearer), block.left(kid)),
        )
    return None


def _object(block: Block, cue: Cue, limit: int) -> int | None:
    """The object of the cue, or of its preposition."""
    if cue.particle is not None and block[cue.particle].dep in ("prep", "dative"):
        return block.child(cue.particle, "pobj", "pcomp")
    for kid in block.children(cue.head, "dobj", "attr", "oprd"):
        if cue.head < kid < limit:
            return kid
    for kid in block.children(cue.head, "xcomp", "ccomp"):
        if cue.head < kid < limit and "np" in cue.entry.frames and not _infinitive(block, kid):
            return kid  # `proposed barring them`, `discussed how to begin`
    return None


def _speaks(block: Block, noun: int) -> bool:
    """Whether a participle tells what a noun says: `a statement saying that ...`."""
    return any(block[kid].tag == "VBG" and block[kid].low in form_lemmas() for kid in block.children(noun, "acl"))


def _np(block: Block, cue: Cue, limit: int) -> Range | None:
    """The object, with all that hangs on it."""
    kid = _object(block, cue, limit)
    if kid is None or kid >= limit:
        return None
    if block[cue.head].low in light_verbs() and (noun_content(block, kid) is not None or _speaks(block, kid)):
        return None
    first, last = max(block.left(kid), cue.head + 1), min(block.right(kid), limit)
    if "clause" in cue.entry.frames and last < limit and block[last].tag in ("VB", "VBP", "VBZ", "MD"):
        return first, limit
    return first, _reach(block, cue.head, last, limit, links=LINKS)


def _aim(block: Block, cue: Cue, limit: int) -> Range | None:
    """The object and what is said of it: all dependents to the right, up to a comma."""
    first = None
    kid = _object(block, cue, limit)
    if kid is None:
        clause = [k for k in block.children(cue.head, "ccomp", "xcomp") if cue.head < k < limit]
        if not clause:
            return None
        kid = clause[0]
    first = max(block.left(kid), cue.head + 1)
    last = _reach(block, cue.head, min(block.right(kid), limit), limit, links=LINKS)
    if "as" in cue.entry.frames and last < limit and block[last].quoted >= 0 > block[last - 1].quoted:
        last = max(last, block.ranges[block[last].quoted][1])  # called the offer "a trap"
    return first, last


def _preposition(block: Block, cue: Cue, limit: int) -> tuple[Range, int] | None:
    """The object of one of the cue's prepositions, and the preposition."""
    hearers = block.children(cue.head, "dobj") if "hearer" in cue.entry.frames else []
    joined = [kid for i in (cue.head, *hearers) for kid in block.children(i, "prep", "dative", "prt")]
    for kid in joined:  # the parse hangs `reminded them of` on either word
        if not cue.head < kid < limit or block[kid].low not in cue.entry.prepositions:
            continue
        noun = block.child(kid, "pobj", "pcomp")
        if noun is not None and noun < limit:
            return (max(block.left(noun), kid + 1), min(block.right(noun), limit)), kid
    return None


def _passive(block: Block, cue: Cue, limit: int) -> list[Range]:
    """The content of a passive cue: its subject, or the noun that it modifies, and what follows."""
    pieces: list[Range] = []
    noun = block.child(cue.head, "nsubjpass")
    if noun is None and block[cue.head].dep == "acl":
        noun = block[cue.head].head.i
        pieces.append((block.left(noun), min(cue.head, block.right(noun))))
    elif noun is not None:
        pieces.append((block.left(noun), block.right(noun)))
    after = [kid for kid in block.children(cue.head, "xcomp", "oprd") if cue.head < kid < limit]
    if cue.entry.frames & {"as", "aim"}:
        links = ("as", "for", "of")
        after += [k for k in block.children(cue.head, "prep") if cue.head < k < limit and block[k].low in links]
    speaker = agent(block, cue.head)
    by = block[speaker].head.i if speaker is not None else limit
    return pieces + [
        (max(block.left(kid), cue.head + 1), min(block.right(kid), limit, by if by > kid else limit)) for kid in after
    ]


def _relative(block: Block, cue: Cue, subject: int | None) -> list[Range]:
    """A relative or question word that is the object of the cue: `what she said`."""
    if subject is None:
        return []
    for kid in block.kids(cue.head):
        if kid < subject and block[kid].low in QUESTION_WORDS and block[kid].dep in ("dobj", "pobj", "nsubj", "attr"):
            return [(kid, kid + 1)]
    return []


def _fronted(block: Block, cue: Cue, subject: int | None, first: int) -> list[Range]:
    """A relative or question word that a clause has given up to the front: `which he said would fail`."""
    if subject is None or subject > cue.head or block[first].low in OPENINGS:
        return []
    word = block.left(subject) - 1
    if word < 0 or block[word].low not in FRONTED or block[word].tag not in FRONTED_TAGS:
        return []
    return [(word, word + 1)] if word == 0 or block[word - 1].tag != "IN" or block[word].low == "what" else []


def _gap(block: Block, cue: Cue, subject: int | None, limit: int) -> Range | None:
    """A clause without its subject, where the parse has lost it: `thanks to what she said is a good plan`."""
    first = cue.head + 1
    if first >= limit or block[first].tag not in FINITE | {"MD"}:
        return None
    fronted = _fronted(block, cue, subject, first)
    if not fronted or (block[fronted[0][0]].low == "what" and not _governed(block, fronted[0][0])):
        return None  # `what she said was a lie`
    return first, next((i for i in range(first, limit) if block[i].text in STOPS), limit)


def _governed(block: Block, i: int) -> bool:
    """Whether a word stands right after a preposition or verb."""
    return i > 0 and block[i - 1].tag.startswith(("IN", "TO", "VB"))


@attrs.frozen(kw_only=True)
class Framed:
    """What a frame gives.

    Attributes:
        pieces: of the content; empty if no frame fits.
        frame: its name.
        hearer: who is asked or told, or None.
        preposition: token that joins the content to the cue, or None.
    """

    pieces: tuple[Range, ...] = ()
    frame: str = ""
    hearer: Range | None = None
    preposition: int | None = None


def _active(block: Block, cue: Cue, subject: int | None, limit: int) -> Iterator[Framed]:
    """What each frame of the verb gives, the likeliest first."""
    frames = cue.entry.frames
    piece = _clause(block, cue, limit) if "clause" in frames else None
    if piece is not None:
        yield Framed(pieces=(*_fronted(block, cue, subject, piece[0]), piece), frame="clause")
    piece = _astray(block, cue, limit) if "clause" in frames else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="clause")
    piece = _gap(block, cue, subject, limit) if "clause" in frames else None
    if piece is not None:
        yield Framed(pieces=(*_fronted(block, cue, subject, piece[0]), piece), frame="clause")
    piece = _to(block, cue, limit) if "to" in frames else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="to")
    marked = cue.particle is not None and block[cue.particle].dep == "mark"
    asked = _whom(block, cue, limit) if marked or frames & {"whom", "wish"} else None
    if asked is not None:
        yield Framed(pieces=(asked[0],), frame="whom", hearer=asked[1])
    piece = _aim(block, cue, limit) if frames & {"as", "aim"} else None
    if piece is not None:
        yield Framed(pieces=(*_relative(block, cue, subject), piece), frame="aim")
    joined = _preposition(block, cue, limit)
    if joined is not None:
        yield Framed(pieces=(joined[0],), frame="prep", preposition=joined[1])
    yield from _loose(block, cue, limit)


def _loose(block: Block, cue: Cue, limit: int) -> Iterator[Framed]:
    """The frames that are tried last: an object, a clause that the parse has lost."""
    frames = cue.entry.frames
    piece = _np(block, cue, limit) if "np" in frames else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="np")
    saying = {"quote", "clause"} <= frames and not frames & {"as", "hearer", "whom"}
    piece = _rest_of_sentence(block, cue, limit) if saying and block[cue.head].tag in FINITE else None
    if piece is not None:
        yield Framed(pieces=(trim_aside(block, cut(block, cue, piece)),), frame="clause")


def frame_content(block: Block, cue: Cue, subject: int | None, limit: int) -> Framed:
    """What a verb's frames give.

    Args:
        block: the block.
        cue: the verb.
        subject: its subject.
        limit: token after the last one that may be content.
    """
    frames = cue.entry.frames
    if cue.passive:
        pieces = _passive(block, cue, limit) if frames & PASSIVE_FRAMES and "hearer" not in frames else []
        if pieces:
            return Framed(pieces=tuple(pieces), frame="passive")
        if "hearer" not in frames:
            return Framed()
        subject = None
    framed = next(_active(block, cue, subject, limit), Framed())
    if not framed.pieces or framed.frame == "clause":
        return framed
    last = trim_setting(block, cut(block, cue, framed.pieces[-1]))
    return attrs.evolve(framed, pieces=(*framed.pieces[:-1], last))
