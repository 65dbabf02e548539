"""Attributions of one block: each cue with its source and its content."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplonews.lexicons.reporting import Reporting, reporting_forms, reporting_verbs
from diplonews.quotes.asides import snap
from diplonews.quotes.clauses import frame_content
from diplonews.quotes.cues import FINITE, Cue, cue_tokens, iter_cues
from diplonews.quotes.drafts import Draft
from diplonews.quotes.sources import agent, noun_phrase, subject
from diplonews.quotes.view import NOUN_TAGS, Range, View

__all__ = ["find_drafts"]

ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "dobj", "dative", "prt", "agent", "nsubj"))
COMMAS = frozenset((",", "—", "--", "–", "-"))
SMALL_TOKENS = 5
TAIL_TOKENS = 40
SOURCE_GAP = 6
BESIDE_TOKENS = 20
SPEAKING_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
IT_SAYS = frozenset(
    ("said", "says", "added", "adds", "announced", "noted", "stated", "warned", "urged", "reported", "argued")
)
SETTING_TAGS = frozenset(("IN", "WRB", "VBN", "VBG"))
END = frozenset((".", "!", "?", "…", "...", ";"))


def is_small(view: View, number: int) -> bool:
    """Whether a quotation is a word or two inside a phrase and no speech on its own."""
    first, last = view.ranges[number]
    inner = [i for i in range(first, last) if not view.is_mark(i)]
    return len(inner) < SMALL_TOKENS and not (inner and view.words[inner[-1]] in (",", ".", "?", "!"))


def is_title(view: View, number: int) -> bool:
    """Whether a quotation is the name of a book, a ship or a programme: small, every longer word capitalised."""
    first, last = view.ranges[number]
    words = [view.words[i] for i in range(first, last) if not view.is_mark(i)]
    long = [word for word in words if len(word) > len("the")]
    return is_small(view, number) and bool(long) and all(word[0].isupper() for word in long)


def _bounds(view: View, head: int) -> Range:
    """The tokens around a cue that its source and frames may use: its sentence, up to whole quotations."""
    first, last = view.sentence(head)
    around = view.quoted[head]
    if around >= 0:
        start, end = view.ranges[around]
        return max(first, start), min(last, end)
    for number, (_, end) in enumerate(view.ranges):
        if end > head:
            break
        if end > first and not is_small(view, number):
            first = end
    return first, last


def _chunk(view: View, cue: Cue, tokens: list[int], source: Range | None, bounds: Range) -> Range:
    """Source, cue and what else stands between commas around them."""
    first, last = min(tokens), max(tokens) + 1
    if source is not None:
        first, last = min(first, source[0]), max(last, source[1])
    number = view.quoted[cue.head]
    for kid in view.kids[cue.head]:
        adjunct = kid > cue.head and view.deps[kid] in ADJUNCTS and view.quoted[kid] == number
        if adjunct and view.left(kid) <= last:
            last = max(last, view.right(kid))
    last = min(last, bounds[1])
    for i in range(max(tokens) + 1, last):
        if view.quoted[i] >= 0 and number < 0 and not is_small(view, view.quoted[i]):
            last = i
            break
    return first, max(last, cue.head + 1)


def _skip_back(view: View, p: int) -> int:
    """Past adverbs between a content and its attribution."""
    while p > 0 and view.tags[p] == "RB" and view.quoted[p] < 0:
        p -= 1
    return p


def _left_quote(view: View, p: int) -> int | None:
    """The quotation that ends at token `p`, or before the comma at `p`."""
    for i in (p, p - 1):
        if i < 0:
            break
        number = view.quoted[i]
        if number >= 0 and view.ranges[number][1] == i + 1:
            return number
        if view.words[i] not in COMMAS:
            break
    return None


def _left_clause(view: View, cue: Cue, chunk: Range) -> int | None:
    """The verb of the clause that a trailing or interposed attribution belongs to."""
    for kid in view.children(cue.head, "ccomp", "parataxis", "dep"):
        if kid < chunk[0]:
            return kid
    end = view.sentence(cue.head)[1]
    closes = all(view.words[i] in END or view.is_mark(i) for i in range(chunk[1], end))
    head = view.heads[cue.head]
    if view.deps[cue.head] in ("parataxis", "ccomp", "conj", "advcl", "dep") and head < chunk[0] and closes:
        return head
    return None


def _interposed(view: View, cue: Cue, chunk: Range) -> bool:
    """Whether commas stand on both sides of an attribution and the clause goes on after it."""
    last = chunk[1]
    if last >= len(view) or view.words[last] not in COMMAS:
        return False
    if view.deps[cue.head] == "parataxis":
        return True
    return any(kid > last for kid in view.children(cue.head, "ccomp", "dep", "parataxis"))


def _quote_before(view: View, cue: Cue, chunk: Range, p: int) -> Range | None:
    """The quotation right before an attribution, with the words of its sentence that stand before it."""
    number = _left_quote(view, p)
    if view.tags[cue.head] == "VBG" and view.child(cue.head, "nsubj") is None:
        return None
    if number is None or "quote" not in cue.entry.frames or view.quoted[cue.head] >= 0:
        return None
    first, last = view.ranges[number]
    inner = last - 1
    while inner > first and view.is_mark(inner):
        inner -= 1
    end = view.words[inner]
    comma = view.words[p] in COMMAS or end == ","
    start = _sentence_start(view, first)
    clause = any(kid > chunk[1] - 1 for kid in view.children(cue.head, "ccomp"))
    if comma:
        return None if clause and (start < first or is_small(view, number)) else (start, last)
    if is_small(view, number) and end not in END:
        return None
    inverted = chunk[0] == min(cue.head, chunk[0]) and view.child(cue.head, "nsubj") is not None
    inverted = inverted and (view.child(cue.head, "nsubj") or 0) > cue.head
    if end == "." and not inverted and (clause or _right_quote(view, cue, chunk)):
        return None
    return start, last


def _has_verb(view: View, first: int, last: int) -> bool:
    """Whether a stretch holds a finite verb with its subject."""
    return any(view.tags[i] in FINITE and view.child(i, "nsubj", "expl") is not None for i in range(first, last))


def _is_setting(view: View, first: int) -> bool:
    """Whether a sentence opens with when or how something was said: `On the day that ...`, `Asked whether ...`."""
    return view.tags[first] in SETTING_TAGS or view.low[first] in ("when", "while", "after", "before", "as")


def _left(view: View, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content before the attribution: a quotation, or the clause up to a comma."""
    p = _skip_back(view, view.previous(chunk[0]))
    if p < 0:
        return [], ""
    quotation = _quote_before(view, cue, chunk, p)
    if quotation is not None:
        return [quotation], "quote.left"
    if view.words[p] not in COMMAS or "clause" not in cue.entry.frames or "quote" not in cue.entry.frames:
        return [], ""
    right_hand = _right_quote(view, cue, chunk)
    if right_hand and _is_setting(view, view.sentence(cue.head)[0]):
        return [], ""
    if view.tags[cue.head] == "VBG" or (right_hand and not _has_verb(view, view.sentence(cue.head)[0], p)):
        return [], ""
    interposed = _interposed(view, cue, chunk)
    right = any(kid > cue.head for kid in view.children(cue.head, "ccomp"))
    if not interposed and (right or _left_clause(view, cue, chunk) is None):
        return [], ""
    return [(view.sentence(cue.head)[0], p)], "clause.left"


def _as_clause(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """The main clause beside `as she put it`."""
    if view.deps[cue.head] != "advcl" or not any(view.low[kid] == "as" for kid in view.kids[cue.head]):
        return []
    first, last = view.sentence(cue.head)
    start = min(view.left(cue.head), chunk[0])
    if chunk[1] < last and view.words[chunk[1]] in COMMAS and view.heads[cue.head] > chunk[1]:
        return [(chunk[1] + 1, last)]
    if view.heads[cue.head] < start and start > first and view.words[start - 1] in COMMAS:
        return [(first, start - 1)]
    return []


def _sentence_start(view: View, first: int) -> int:
    """Where the sentence of a quotation begins, if its first words stand before the mark."""
    if first == 0:
        return first
    i = view.previous(first)
    if (
        view.words[i] in END
        or view.words[i] in ("—", "--", "–", "-", "―")
        or view.words[i] == ":"
        or view.quoted[i] >= 0
    ):
        return first
    while i >= 0 and view.words[i] not in END and view.quoted[i] < 0:
        i -= 1
    return i + 1


def _may_quote(view: View, i: int) -> bool:
    """Whether a token is a reporting verb that would take the next quotation for itself."""
    following = view.low[i + 1] if i + 1 < len(view) else ""
    entries = [entry for entry in reporting_forms(view.low[i]) if entry.particle in (None, following)]
    return bool(entries) and (view.tags[i] != "VBG" or any("quote" in entry.frames for entry in entries))


def _after(view: View, cue: Cue, chunk: Range, left: Range) -> list[Range]:
    """What goes on after an interposed attribution: `..., she said, ...`, `..., she said, but "..."`."""
    last, end = chunk[1], view.sentence(cue.head)[1]
    if last >= len(view) or view.words[last] not in COMMAS:
        return []
    inner = left[1] - 1
    while inner > left[0] and view.is_mark(inner):
        inner -= 1
    for i in range(last, min(end + 1, len(view))):
        number = view.quoted[i]
        if number >= 0 and view.ranges[number][0] == i:
            first, stop = view.ranges[number]
            before = view.low[i - 1]
            if before in COMMAS:
                return [(first, stop)]
            if view.tags[last + 1] == "CC" and view.words[inner] == ",":
                return [(last + 1, max(stop, end if view.quoted[end - 1] < 0 else stop))]
            return []
        if i > last and (view.words[i] in END or _may_quote(view, i)):
            return []
    return []


def _right_quote(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """A quotation after the cue, with only its adjuncts, a comma or a colon between."""
    start = chunk[1]
    i = view.following(start)
    while i < len(view) and i < start + 3 and (view.words[i] in COMMAS or view.words[i] in (":", " ")):
        i += 1
    for begin in range(max(cue.head + 1, start - 1), i + 1):
        if begin < len(view) and view.quoted[begin] >= 0 and view.ranges[view.quoted[begin]][0] == begin:
            bare = begin <= start and is_title(view, view.quoted[begin])
            return [] if bare else [view.ranges[view.quoted[begin]]]
    return _far_quote(view, cue, chunk)


def _far_quote(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """A quotation after a comma or colon further on in the sentence, with no clause between."""
    end = view.sentence(cue.head)[1]
    for number, (first, last) in enumerate(view.ranges):
        if first < chunk[1] or is_small(view, number):
            continue
        before = view.previous(first)
        if first > end or first - chunk[1] > TAIL_TOKENS or view.words[before] not in (",", ":"):
            return []
        between = range(chunk[1], before)
        if any(view.deps[i] in ("nsubj", "nsubjpass", "ccomp", "conj") or view.words[i] in END for i in between):
            return []
        return [(first, last)]
    return []


def _may_open_source(view: View, i: int) -> bool:
    """Whether a token may belong to a name or title in front of a noun phrase."""
    word = view.words[i]
    verb = view.tags[i].startswith(("V", "MD", "PRP", "W")) and word[0].islower()
    return word[0].isalnum() and view.quoted[i] < 0 and not verb and view.tags[i] != "PRP"


def _from_quotation(view: View, source: Range) -> Range:
    """A source that follows a quotation, from the mark on: the parse often cuts off its first words."""
    first = source[0]
    while first > 0 and source[0] - first < SOURCE_GAP and _may_open_source(view, first - 1):
        first -= 1
    after_quotation = first > 0 and view.quoted[first - 1] >= 0
    return (first, source[1]) if after_quotation else source


def _audience(view: View, cue: Cue, last: int) -> Range | None:
    """Who is told: the object of `tell`, `remind`, `assure`; the object of `to` of other verbs of saying."""
    if cue.passive:
        return None
    heads = view.children(cue.head, "dobj", "dative") if "hearer" in cue.entry.frames else []
    for kid in heads:
        if view.low[kid] == "to":
            noun = view.child(kid, "pobj")
            kid = noun if noun is not None else kid  # noqa: PLW2901 -- the object of the preposition is meant
        if kid > cue.head and view.tags[kid] in NOUN_TAGS and view.quoted[kid] == view.quoted[cue.head]:
            piece = view.trim((max(view.left(kid), cue.head + 1), min(view.right(kid), max(last, kid + 1))))
            return piece if piece[0] < piece[1] else None
    return None


def _via(view: View, chain: list[int]) -> Range | None:
    """Who passes the words on: `is cited by Interfax as saying`."""
    for verb in chain:
        if view.low[verb] in ("quoted", "cited"):
            noun = agent(view, verb)
            if noun is not None:
                return noun_phrase(view, noun, bounds=(verb + 1, view.sentence(verb)[1]))
    return None


def _touches(source: Range | None, verb: int) -> bool:
    """Whether a source stands right before or after its verb, a comma apart at most."""
    return source is not None and (source[1] in (verb, verb - 1) or source[0] == verb + 1)


def _beside_quotation(view: View, verb: int) -> tuple[int, Range] | None:
    """A speaker whom the parse has lost, between a quotation and its verb or right after the verb.

    `"...," Holm, a Danish envoy, said`; `"...," said Jens Holm, a Danish envoy`.
    """
    if view.quoted[verb] >= 0 or view.tags[verb] not in FINITE:
        return None
    ends = [last for _, last in view.ranges if last <= verb]
    if not ends or verb - ends[-1] > BESIDE_TOKENS:
        return None
    if verb == ends[-1]:
        last = verb + 1
        while last < len(view) and last - verb <= BESIDE_TOKENS and view.words[last] not in (",", ".", ":", ";"):
            last += 1
        piece = view.trim((verb + 1, last))
    else:
        piece = view.trim((ends[-1], verb))
    nouns = [i for i in range(*piece) if view.tags[i] in SPEAKING_TAGS and view.quoted[i] < 0]
    verbs = any(view.tags[i] in FINITE or view.words[i] in END for i in range(*piece) if view.words[i] != ".")
    if not nouns or verbs:
        return None
    comma = next((i for i in range(*piece) if view.words[i] == ","), piece[1])
    before = [i for i in nouns if i < comma]
    return (before or nouns)[-1], piece


def _speaking(view: View, cue: Cue, bounds: Range) -> tuple[int | None, list[int], Range | None]:
    """The subject of a cue, the verbs that lead to it, and its whole phrase."""
    head, chain = subject(view, cue.head)
    if cue.passive:
        head = agent(view, cue.head)
    if head is None and not cue.passive and "quote" in cue.entry.frames:
        found = _beside_quotation(view, cue.head)
        if found is not None:
            return found[0], [], found[1]
    if head is None or (view.quoted[cue.head] >= 0 and not bounds[0] <= head < bounds[1]):
        return None, chain, None
    first, last = view.sentence(head)
    first = max(first, bounds[0]) if head >= bounds[0] else first
    source = noun_phrase(view, head, bounds=(first, last), avoid=cue.head)
    if view.heads[head] == cue.head and source[0] < cue.head and view.quoted[cue.head] < 0:
        source = _from_quotation(view, source)
    return head, chain, source


def _before(view: View, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content that stands before its attribution, with what goes on after it."""
    left, rule = _left(view, cue, chunk)
    if not left:
        return [], ""
    pieces = left + _after(view, cue, chunk, left[0])
    if rule == "clause.left" and len(pieces) == 1:
        pieces += _rest(view, cue, chunk)
    return pieces, rule


def _behind(view: View, cue: Cue, chunk: Range, draft: Draft, limit: int) -> tuple[list[Range], str]:
    """The content that stands after the cue: a quotation, or what the verb's frames give."""
    quotation = _right_quote(view, cue, chunk) if "quote" in cue.entry.frames else []
    if quotation and view.words[view.previous(quotation[0][0])] in (",", ":"):
        return quotation, "quote.right"
    inner = cue.particle if cue.particle is not None and view.low[cue.particle] == "saying" else None
    framed = frame_content(view, cue if inner is None else Cue(head=inner, entry=cue.entry), draft.subject, limit)
    if framed.hearer is not None and framed.hearer[0] < framed.hearer[1]:
        draft.audience = view.trim(framed.hearer)
    if framed.preposition is not None:
        draft.cue = sorted({*draft.cue, framed.preposition})
    if framed.pieces:
        return list(framed.pieces), framed.frame
    main = _as_clause(view, cue, chunk) if "clause" in cue.entry.frames else []
    return (main, "as") if main else (quotation, "quote.right")


def _is_passed_on(view: View, cue: Cue) -> int | None:
    """Who is quoted in `the agency quoted Holm as saying`."""
    if cue.particle is None or view.low[cue.particle] != "saying":
        return None
    quoted = view.child(cue.head, "dobj")
    return quoted if quoted is not None and cue.head < quoted < cue.particle else None


def _verb(view: View, cue: Cue, limit: int | None = None, *, loose: bool = False) -> Draft | None:
    """The attribution of one reporting verb."""
    first, last = _bounds(view, cue.head)
    bounds = (first, last if limit is None else min(last, limit))
    head, chain, source = _speaking(view, cue, bounds)
    via = _via(view, [cue.head, *chain])
    said = _is_passed_on(view, cue)
    if said is not None:
        head, via = said, source
        source = noun_phrase(view, said, bounds=(cue.head + 1, bounds[1]), avoid=cue.particle)
    tokens = cue_tokens(view, cue, [i for i in chain if view.low[i] != "as"])
    own = head is not None and (view.heads[head] == cue.head or _touches(source, cue.head))
    chunk = _chunk(view, cue, tokens, source if own else None, bounds)
    draft = Draft(
        view=view,
        rule="",
        head=cue.head,
        category=cue.entry.category,
        cue=tokens,
        subject=head,
        source=source,
        passive=cue.passive,
        via=via,
        audience=_audience(view, cue, bounds[1]),
    )
    pieces, draft.rule = _before(view, cue, chunk) if head is not None else ([], "")
    if not pieces:
        pieces, draft.rule = _behind(view, cue, chunk, draft, bounds[1])
    trimmed = [view.trim(snap(view, piece)) for piece in pieces if piece[0] < piece[1]]
    draft.content = [(view, piece) for piece in trimmed if piece[0] < piece[1]]
    return draft if draft.content and (loose or _spoken(view, draft, draft.rule)) else None


def _spoken(view: View, draft: Draft, rule: str) -> bool:
    """Whether there is somebody who can have said it."""
    if draft.subject is None:
        return rule == "passive" or draft.passive
    if rule.startswith("quote"):
        return True
    word = view.low[draft.subject]
    if word == "it" and rule.startswith("clause") and view.low[draft.head] in IT_SAYS:
        return is_real(view, draft.head)
    return is_real(view, draft.head) and word not in ("it", "that", "this", "what", "which", "there")


def _rest(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """The second half of a clause that the attribution interrupts."""
    last = chunk[1]
    end = view.sentence(cue.head)[1]
    if last < end and view.words[last] in COMMAS:
        spanned = view.deps[cue.head] == "parataxis" or [
            k for k in view.children(cue.head, "ccomp", "dep", "parataxis") if view.right(k) > last + 1
        ]
        if spanned:
            return [(last + 1, end)]
    return []


def _according(view: View) -> list[Draft]:
    """`according to X`: what is left of its sentence."""
    drafts = []
    for i, word in enumerate(view.low):
        if word != "according" or i + 2 >= len(view) or view.low[i + 1] != "to":
            continue
        noun = view.child(i + 1, "pobj")
        if noun is None:
            noun = i + 2
        first, last = view.sentence(i)
        source = noun_phrase(view, noun, bounds=(i + 2, last))
        pieces = []
        if i == first or (i - first <= 2 and view.heads[i] > i):
            pieces = [(source[1], last)]
        else:
            pieces = [(first, i)]
            if source[1] < last - 2 and view.words[source[1]] in COMMAS:
                pieces.append((source[1], last))
        pieces = [view.trim(piece) for piece in pieces]
        pieces = [piece for piece in pieces if piece[0] < piece[1]]
        if pieces:
            drafts.append(
                Draft(
                    view=view,
                    rule="according",
                    head=i,
                    category="statement",
                    cue=[i, i + 1],
                    subject=noun,
                    source=source,
                    content=[(view, piece) for piece in pieces],
                )
            )
    return drafts


def is_real(view: View, head: int) -> bool:
    """Whether a verb says that something was said, not that it could, would or was not."""
    beside = [kid for kid in view.children(head, "aux", "neg") if view.quoted[kid] == view.quoted[head]]
    return not any(view.tags[kid] == "MD" or view.deps[kid] == "neg" for kid in beside)


def is_reported(view: View, cue: Cue) -> bool:
    """Whether a verb form can be a cue at all."""
    return not (view.deps[cue.head] == "acl" and view.tags[cue.head] in ("VB", "VBN"))


def _as_saying(view: View, cue: Cue) -> Cue:
    """`is cited by Interfax as saying` is one cue: it takes what `said` takes."""
    if view.low[cue.head] not in ("quoted", "cited", "reported", "quotes"):
        return cue
    for kid in view.children(cue.head, "prep"):
        inner = view.child(kid, "pcomp")
        if view.low[kid] == "as" and inner is not None and view.low[inner] == "saying":
            return attrs.evolve(cue, entry=reporting_verbs()["say"][-1], particle=inner, passive=False)
    return cue


def find_drafts(
    view: View, learnt: Mapping[str, tuple[Reporting, ...]] | None = None, *, loose: bool = False
) -> list[Draft]:
    """The attributions of a block, in order of their cue.

    Args:
        view: the block.
        learnt: further cues, which a corpus has taught.
        loose: whether to propose also what could or would be said, or has no likely source.
    """
    cues = [cue for cue in (_as_saying(view, found) for found in iter_cues(view, learnt)) if is_reported(view, cue)]
    passed = {cue.particle for cue in cues if cue.particle is not None and view.low[cue.particle] == "saying"}
    cues = [cue for cue in cues if cue.head not in passed]
    drafts: list[Draft] = []
    after: list[Range] = []
    for cue in reversed(cues):
        if any(draft.head == cue.head for draft in drafts):
            continue
        draft = _verb(view, cue, loose=loose)
        if draft is not None and draft.rule.endswith(".left"):
            drafts.append(draft)
            after.append(draft.content[0][1])
    left = {draft.head for draft in drafts}
    for cue in cues:
        if cue.head in left or (drafts and drafts[-1].head == cue.head):
            continue
        limit = min((last for first, last in after if first <= cue.head < last), default=None)
        draft = _verb(view, cue, limit, loose=loose)
        if draft is not None and not (draft.rule.endswith(".left") and limit is not None):
            drafts.append(draft)
    drafts += _according(view)
    drafts.sort(key=lambda draft: draft.cue[0])
    return drafts
