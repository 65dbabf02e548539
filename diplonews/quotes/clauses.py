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
from diplonews.quotes.view import Range, View

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


def _infinitive(view: View, i: int) -> bool:
    """Whether a verb is an infinitive with `to`."""
    return view.tags[i] == "VB" and any(view.low[kid] == "to" for kid in view.children(i, "aux"))


def _is_setting(view: View, kid: int, limit: int) -> bool:
    """Whether a dependent tells when or where: `on Monday`, `in Oslo`, `here`, `after the vote ended`."""
    if view.deps[kid] not in ADJUNCTS or any(view.quoted[i] >= 0 for i in range(kid, min(view.right(kid), limit))):
        return False
    noun = view.child(kid, "pobj") if view.deps[kid] == "prep" else None
    if noun is None:
        return True
    named = view.tags[noun] in ("NNP", "NNPS", "CD")
    return named or not {view.low[noun], view.low[view.left(noun)]}.isdisjoint(speaker_words("calendar"))


def _reach(view: View, head: int, last: int, limit: int, *, links: frozenset[str] | None = None) -> int:
    """The end of a content on the right: what the cue's later dependents add without a comma.

    With `links` a phrase must begin with one of them: when and where it was said is no content.
    """
    for kid in view.kids[head]:
        if kid < last or kid == head:
            continue
        if view.left(kid) != last or kid >= limit:
            break
        if view.deps[kid] in ("punct", "cc", "conj", "nsubj", "nsubjpass", "parataxis"):
            break
        if links is not None and view.low[kid] not in links and _is_setting(view, kid, limit):
            break
        last = min(view.right(kid), limit)
    return last


def _rest_of_sentence(view: View, cue: Cue, limit: int) -> Range | None:
    """What follows a verb of saying whose clause the parse has lost."""
    for kid in view.kids[cue.head]:
        if cue.head < kid < limit and view.deps[kid] in ("xcomp", "ccomp", "dobj", "acomp", "attr", "oprd", "dep"):
            first = max(view.left(kid), cue.head + 1)
            if any(view.tags[i] in FINITE | {"MD"} for i in range(first, limit)):
                return first, limit
    return None


def _and_that(view: View, cue: Cue, last: int, limit: int) -> int:
    """The end of a content that a second `that` clause continues: `..., and that ...`."""
    i = last + 1 if last < limit and view.words[last] == "," else last
    if i + 1 < limit and view.tags[i] == "CC" and view.low[i + 1] == "that":
        joined = [kid for kid in view.children(cue.head, "conj") if kid > i and view.child(kid, "mark") is not None]
        return min(view.right(joined[0]), limit) if joined else limit
    return last


def _after_day(view: View, verb: int, first: int) -> int:
    """The start of a clause after a day that belongs to the cue: `said last month the pier ...`."""
    for kid in view.children(verb, "npadvmod", "prep"):
        if kid > verb or view.left(kid) != first or view.words[view.right(kid)] == ",":
            continue
        day = view.low[view.right(kid) - 1] in speaker_words("calendar")
        if view.deps[kid] == "npadvmod" or (view.low[kid] == "on" and day):
            return view.right(kid)
    return first


def _lost_subject(view: View, cue: Cue, verb: int, first: int) -> int:
    """The start of a clause whose subject the parse has taken for the cue's object."""
    if "hearer" in cue.entry.frames or view.child(verb, "nsubj", "nsubjpass", "expl", "csubj", "mark") is not None:
        return first
    objects = [kid for kid in view.children(cue.head, "dobj", "nsubj") if cue.head < kid < first]
    return max(view.left(objects[0]), cue.head + 1) if objects else first


def _clause(view: View, cue: Cue, limit: int) -> Range | None:
    """A finite clause after the cue, with or without `that`."""
    for kid in view.children(cue.head, "ccomp", "advcl"):
        if kid < cue.head or kid >= limit:
            continue
        opening = OPENING_MARKS.get(cue.entry.category, THAT)
        if view.deps[kid] == "advcl" and not any(view.low[m] in opening for m in view.children(kid, "mark")):
            continue
        if view.tags[kid] == "VBG" and view.child(kid, "aux", "nsubj") is None:
            continue
        first = _after_day(view, kid, max(view.left(kid), cue.head + 1))
        first = _lost_subject(view, cue, kid, first)
        last = _reach(view, cue.head, min(view.right(kid), limit), limit)
        last = _and_that(view, cue, last, limit)
        return trim_aside(view, cut(view, cue, (first, last)))
    return None


def _astray(view: View, cue: Cue, limit: int) -> Range | None:
    """A `that` clause which the parse has hung on a word between: `said in a statement that ...`."""
    for i in range(cue.head + 1, min(view.right(cue.head), limit)):
        verb = view.heads[i]
        joins = view.low[i] == "that" and (view.deps[i] == "mark" or view.tags[i] == "IN")
        if joins and view.deps[verb] in ("acl", "ccomp", "advcl", "relcl"):
            own = "np" in cue.entry.frames and view.heads[verb] == view.child(cue.head, "dobj")
            return None if own else trim_aside(view, cut(view, cue, (i, max(i + 1, min(view.right(verb), limit)))))
        if i == cue.head + 1 and view.low[i] == "that" and view.deps[i] == "mark" and view.tags[verb][0] == "N":
            # the parse has lost the verb: `said that "building walls" would "only" raise the stakes`
            return trim_aside(view, cut(view, cue, (i, min(view.right(cue.head), limit))))
        reports = view.tags[i] in VERB_TAGS and view.low[i] in form_lemmas()
        if reports or view.tags[i] in FINITE or view.words[i] in STOPS[1:]:
            return None
    return None


def _to(view: View, cue: Cue, limit: int) -> Range | None:
    """An infinitive that the speaker means for himself."""
    for kid in view.children(cue.head, "xcomp"):
        if cue.head < kid < limit and _infinitive(view, kid):
            return max(view.left(kid), cue.head + 1), min(view.right(kid), limit)
    return None


def _whom(view: View, cue: Cue, limit: int) -> tuple[Range, Range | None] | None:
    """Object and infinitive: what is wanted, and of whom."""
    anchor = cue.head if cue.particle is None else cue.particle
    if cue.particle is not None and view.deps[cue.particle] == "mark":
        verb = view.heads[cue.particle]
        return ((cue.particle + 1, min(view.right(verb), limit)), None) if cue.particle < verb < limit else None
    for kid in view.children(cue.head, "xcomp", "ccomp", "advcl"):
        if not (anchor < kid < limit and _infinitive(view, kid)):
            continue
        last = min(view.right(kid), limit)
        hearer = view.child(kid, "nsubj")
        if hearer is None:
            objects = [o for o in view.children(cue.head, "dobj", "dative", "prep") if anchor < o < kid]
            if cue.particle is not None:
                objects = [o for o in view.children(cue.particle, "pobj") if o < kid]
            hearer = objects[-1] if objects else None
        if hearer is None:
            return (max(view.left(kid), anchor + 1), last), None
        return (max(view.left(hearer), anchor + 1), last), (view.left(hearer), min(view.right(hearer), view.left(kid)))
    return None


def _object(view: View, cue: Cue, limit: int) -> int | None:
    """The object of the cue, or of its preposition."""
    if cue.particle is not None and view.deps[cue.particle] in ("prep", "dative"):
        return view.child(cue.particle, "pobj", "pcomp")
    for kid in view.children(cue.head, "dobj", "attr", "oprd"):
        if cue.head < kid < limit:
            return kid
    for kid in view.children(cue.head, "xcomp", "ccomp"):
        if cue.head < kid < limit and "np" in cue.entry.frames and not _infinitive(view, kid):
            return kid  # `proposed barring them`, `discussed how to begin`
    return None


def _speaks(view: View, noun: int) -> bool:
    """Whether a participle tells what a noun says: `a statement saying that ...`."""
    return any(view.tags[kid] == "VBG" and view.low[kid] in form_lemmas() for kid in view.children(noun, "acl"))


def _np(view: View, cue: Cue, limit: int) -> Range | None:
    """The object, with all that hangs on it."""
    kid = _object(view, cue, limit)
    if kid is None or kid >= limit:
        return None
    if view.low[cue.head] in light_verbs() and (noun_content(view, kid) is not None or _speaks(view, kid)):
        return None
    first, last = max(view.left(kid), cue.head + 1), min(view.right(kid), limit)
    if "clause" in cue.entry.frames and last < limit and view.tags[last] in ("VB", "VBP", "VBZ", "MD"):
        return first, limit
    return first, _reach(view, cue.head, last, limit, links=LINKS)


def _aim(view: View, cue: Cue, limit: int) -> Range | None:
    """The object and what is said of it: all dependents to the right, up to a comma."""
    first = None
    kid = _object(view, cue, limit)
    if kid is None:
        clause = [k for k in view.children(cue.head, "ccomp", "xcomp") if cue.head < k < limit]
        if not clause:
            return None
        kid = clause[0]
    first = max(view.left(kid), cue.head + 1)
    last = _reach(view, cue.head, min(view.right(kid), limit), limit, links=LINKS)
    if "as" in cue.entry.frames and last < limit and view.quoted[last] >= 0 > view.quoted[last - 1]:
        last = max(last, view.ranges[view.quoted[last]][1])  # called the offer "a trap"
    return first, last


def _preposition(view: View, cue: Cue, limit: int) -> tuple[Range, int] | None:
    """The object of one of the cue's prepositions, and the preposition."""
    hearers = view.children(cue.head, "dobj") if "hearer" in cue.entry.frames else []
    joined = [kid for i in (cue.head, *hearers) for kid in view.children(i, "prep", "dative", "prt")]
    for kid in joined:  # the parse hangs `reminded them of` on either word
        if not cue.head < kid < limit or view.low[kid] not in cue.entry.prepositions:
            continue
        noun = view.child(kid, "pobj", "pcomp")
        if noun is not None and noun < limit:
            return (max(view.left(noun), kid + 1), min(view.right(noun), limit)), kid
    return None


def _passive(view: View, cue: Cue, limit: int) -> list[Range]:
    """The content of a passive cue: its subject, or the noun that it modifies, and what follows."""
    pieces: list[Range] = []
    noun = view.child(cue.head, "nsubjpass")
    if noun is None and view.deps[cue.head] == "acl":
        noun = view.heads[cue.head]
        pieces.append((view.left(noun), min(cue.head, view.right(noun))))
    elif noun is not None:
        pieces.append((view.left(noun), view.right(noun)))
    after = [kid for kid in view.children(cue.head, "xcomp", "oprd") if cue.head < kid < limit]
    if cue.entry.frames & {"as", "aim"}:
        links = ("as", "for", "of")
        after += [k for k in view.children(cue.head, "prep") if cue.head < k < limit and view.low[k] in links]
    speaker = agent(view, cue.head)
    by = view.heads[speaker] if speaker is not None else limit
    return pieces + [
        (max(view.left(kid), cue.head + 1), min(view.right(kid), limit, by if by > kid else limit)) for kid in after
    ]


def _relative(view: View, cue: Cue, subject: int | None) -> list[Range]:
    """A relative or question word that is the object of the cue: `what she said`."""
    if subject is None:
        return []
    for kid in view.kids[cue.head]:
        if kid < subject and view.low[kid] in QUESTION_WORDS and view.deps[kid] in ("dobj", "pobj", "nsubj", "attr"):
            return [(kid, kid + 1)]
    return []


def _fronted(view: View, cue: Cue, subject: int | None, first: int) -> list[Range]:
    """A relative or question word that a clause has given up to the front: `which he said would fail`."""
    if subject is None or subject > cue.head or view.low[first] in OPENINGS:
        return []
    word = view.left(subject) - 1
    if word < 0 or view.low[word] not in FRONTED or view.tags[word] not in FRONTED_TAGS:
        return []
    return [(word, word + 1)] if word == 0 or view.tags[word - 1] != "IN" or view.low[word] == "what" else []


def _gap(view: View, cue: Cue, subject: int | None, limit: int) -> Range | None:
    """A clause without its subject, where the parse has lost it: `thanks to what she said is a good plan`."""
    first = cue.head + 1
    if first >= limit or view.tags[first] not in FINITE | {"MD"}:
        return None
    fronted = _fronted(view, cue, subject, first)
    if not fronted or (view.low[fronted[0][0]] == "what" and not _governed(view, fronted[0][0])):
        return None  # `what she said was a lie`
    return first, next((i for i in range(first, limit) if view.words[i] in STOPS), limit)


def _governed(view: View, i: int) -> bool:
    """Whether a word stands right after a preposition or verb."""
    return i > 0 and view.tags[i - 1].startswith(("IN", "TO", "VB"))


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


def _active(view: View, cue: Cue, subject: int | None, limit: int) -> Iterator[Framed]:
    """What each frame of the verb gives, the likeliest first."""
    frames = cue.entry.frames
    piece = _clause(view, cue, limit) if "clause" in frames else None
    if piece is not None:
        yield Framed(pieces=(*_fronted(view, cue, subject, piece[0]), piece), frame="clause")
    piece = _astray(view, cue, limit) if "clause" in frames else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="clause")
    piece = _gap(view, cue, subject, limit) if "clause" in frames else None
    if piece is not None:
        yield Framed(pieces=(*_fronted(view, cue, subject, piece[0]), piece), frame="clause")
    piece = _to(view, cue, limit) if "to" in frames else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="to")
    marked = cue.particle is not None and view.deps[cue.particle] == "mark"
    asked = _whom(view, cue, limit) if marked or frames & {"whom", "wish"} else None
    if asked is not None:
        yield Framed(pieces=(asked[0],), frame="whom", hearer=asked[1])
    piece = _aim(view, cue, limit) if frames & {"as", "aim"} else None
    if piece is not None:
        yield Framed(pieces=(*_relative(view, cue, subject), piece), frame="aim")
    joined = _preposition(view, cue, limit)
    if joined is not None:
        yield Framed(pieces=(joined[0],), frame="prep", preposition=joined[1])
    yield from _loose(view, cue, limit)


def _loose(view: View, cue: Cue, limit: int) -> Iterator[Framed]:
    """The frames that are tried last: an object, a clause that the parse has lost."""
    frames = cue.entry.frames
    piece = _np(view, cue, limit) if "np" in frames else None
    if piece is not None:
        yield Framed(pieces=(piece,), frame="np")
    saying = {"quote", "clause"} <= frames and not frames & {"as", "hearer", "whom"}
    piece = _rest_of_sentence(view, cue, limit) if saying and view.tags[cue.head] in FINITE else None
    if piece is not None:
        yield Framed(pieces=(trim_aside(view, cut(view, cue, piece)),), frame="clause")


def frame_content(view: View, cue: Cue, subject: int | None, limit: int) -> Framed:
    """What a verb's frames give.

    Args:
        view: the block.
        cue: the verb.
        subject: its subject.
        limit: token after the last one that may be content.
    """
    frames = cue.entry.frames
    if cue.passive:
        pieces = _passive(view, cue, limit) if frames & PASSIVE_FRAMES and "hearer" not in frames else []
        if pieces:
            return Framed(pieces=tuple(pieces), frame="passive")
        if "hearer" not in frames:
            return Framed()
        subject = None
    framed = next(_active(view, cue, subject, limit), Framed())
    if not framed.pieces or framed.frame == "clause":
        return framed
    last = trim_setting(view, cut(view, cue, framed.pieces[-1]))
    return attrs.evolve(framed, pieces=(*framed.pieces[:-1], last))
