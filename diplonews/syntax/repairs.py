"""Repairs of parser errors, applied before any rule reads a block. Each rewrite has a name and an example.

There are three kinds of rewrite, applied in turn: `copy` rewrites change the copy that the parser reads,
`tags` rewrites the parts of speech, `trees` rewrites the heads and labels of a block's tokens. They
benefit quotes, actors and events alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice
from operator import attrgetter

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.copy_repairs import COPY_REPAIRS, Move, Repair
from diplonews.syntax.day_repairs import DAY_REPAIRS
from diplonews.syntax.deed_repairs import DEED_REPAIRS
from diplonews.syntax.tokens import Token, link

__all__ = ["REPAIRS", "mend_tags", "mend_trees"]

CALLING = WordSet("repairs.calling")
GATHERINGS = WordSet("when.gatherings")
PUTTING_OFF = WordSet("repairs.put_off")
INTRANSITIVE = WordSet("clauses.intransitive")
TRANSITIVE = WordSet("repairs.transitive")
TELLING = WordSet("repairs.telling")  # verbs that always take the reported content
BEFORE_NOUNS = frozenset(("after", "before", "until"))
MOST_ABOVE = 8  # words between a subject and its verb in the tree
MOST_NESTED = 4  # nouns and prepositions between a verb and its noun
FINITE = ("VBD", "VBZ", "VBP")
PAST = ("VBN", "VBD")


def _retag_rare_verb(token: Token, verbs: Mapping[str, str]) -> str | None:
    """Retag a verb that the tagger does not know, read as an adjective or a noun: `Oslo jeered at Riga`."""
    rare = token.tag in ("JJ", "NN") and token.low.endswith("ed")
    return "VBD" if rare and token.low in verbs else None


def _retag_capitals(token: Token, verbs: Mapping[str, str]) -> str | None:
    """Retag a verb in capitals that was read as a noun: `OSLO EXPELS DANES`."""
    noun = token.tag[0] == "N" and token.text.isupper() and token.low in verbs
    return "VBZ" if noun and token.low.endswith("s") and token.first("nsubj") is not None else None


def _retag_single_charge(token: Token, _: Mapping[str, str]) -> str | None:
    """Retag the title of one person that was read as a plural: `the charge d'affaires`."""
    one = token.tag == "NNS" and token.low in ("d'affaires", "d’affaires") and token.has("charge", "chargé")
    return "NN" if one else None


def _retag_plural(token: Token, _: Mapping[str, str]) -> str | None:
    """Retag a plural noun read as a verb, in a noun's place: `Ceasefire talks with Riga stalled`."""
    return "NNS" if token.tag == "VBZ" and token.low.endswith("s") else None


def _retag_joined_passive(token: Token, verbs: Mapping[str, str]) -> str | None:
    """Retag a verb that shares the auxiliary of a passive before it: `was praised abroad and vilified at home`."""
    first = [*token.chain("conj")][-1]
    shared = token.tag == "VBD" and token.head.tag == "VBN" and first.first("auxpass", "nsubjpass") is not None
    own = token.first("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "ccomp", "xcomp")
    return "VBN" if shared and own is None and verbs.get(token.low) in TRANSITIVE else None


def _retag_person(token: Token, _: Mapping[str, str]) -> str | None:
    """Retag a noun for a person that was read as an adjective, in a noun's place: `An official close to it said so`."""
    known = sector_of(token.low) if token.tag == "JJ" and token.first("det", "nummod") is not None else None
    return "NN" if known is not None and known[1] == "person" else None


def _lift_joined_verb(token: Token) -> Sequence[Move]:
    """Detach a finite verb that was joined to an infinitive: `urged Riga to pay and called on Mali to wait`."""
    infinitive = token.head
    finite = token.tag in FINITE and infinitive.tag == "VB" and infinitive.has("to")
    if not finite or token.first("aux", "auxpass") is not None:
        return ()
    above = next((word for word in infinitive.ancestors() if word.is_verb), None)
    if above is None:
        return ()
    joining = [(kid, above, "cc") for kid in infinitive.below("cc") if kid.after is token]
    return (*joining, (token, above, "conj"))


def _raise_participle(token: Token) -> Sequence[Move]:
    """Raise a participle without a passive to the sentence's verb: `Tanks massed near Riga`."""
    noun = token.head
    if token.tag not in PAST or noun.dep != "ROOT" or token.lemma not in INTRANSITIVE:
        return ()
    return _as_sentence(token, noun) if token.first("agent") is None else ()


def _as_sentence(verb: Token, subject: Token) -> Sequence[Move]:
    """The moves that raise a verb above its subject, with the words after it."""
    after = [(kid, verb, kid.dep) for kid in subject.kids if kid.i > verb.i]
    return ((verb, verb, "ROOT"), (subject, verb, "nsubj"), *after)


def _call_off(token: Token) -> Sequence[Move]:
    """Make a verb passive that needs an object and has none, as in headlines: `Oslo summit put off`."""
    verb, subject = (token, token.head) if token.dep == "acl" else (token.head, token)
    off = verb.lemma in PUTTING_OFF or (verb.lemma in ("put", "call") and verb.has("off"))
    if not off or verb.tag not in PAST or subject.lemma not in GATHERINGS or verb.i < subject.i:
        return ()
    if verb.first("dobj", "aux", "auxpass", "agent", "ccomp") is not None:
        return ()
    if token.dep == "nsubj":
        return ((subject, verb, "nsubjpass"),)
    above = _as_sentence(verb, subject) if subject.dep == "ROOT" else ()
    return tuple((word, head, "nsubjpass" if word is subject else dep) for word, head, dep in above)


def _raise_modifier(token: Token) -> Sequence[Move]:
    """Raise a participle before a noun to the sentence's verb: `Sweden shared intelligence`."""
    noun = token.head
    if token.tag not in PAST or noun.dep != "ROOT" or noun.i < token.i:
        return ()
    candidates = [*token.kids, *noun.kids] if token.tag == "VBD" else token.kids
    name = next((kid for kid in candidates if kid.name is not None and kid.name.code and kid.i < token.i), None)
    if name is None:
        return ()
    outside = [(kid, token, kid.dep) for kid in noun.kids if kid.i < token.i or kid.dep == "punct"]
    return ((token, token, "ROOT"), (noun, token, "dobj"), *outside, (name, token, "nsubj"))


def _take_subject(token: Token) -> Sequence[Move]:
    """Make a name its verb's subject if it was read as part of a compound noun: `Israel coordinates its steps`."""
    verb = token.head
    if token.name is None or verb.tag not in FINITE or token.i > verb.i:
        return ()
    if verb.first("nsubj", "nsubjpass", "expl", "csubj") is not None:
        return ()
    return ((token, verb, "nsubj"),)


def _give_back_subject(token: Token) -> Sequence[Move]:
    """Return a clause's subject that was read as the object of the verb above: `confirmed Riga had paid`."""
    above = token.head
    finite = above.is_verb and any(kid.low != "to" for kid in token.below("aux"))
    taken = above.first("dobj") if finite and token.first("nsubj", "nsubjpass", "expl", "csubj") is None else None
    if taken is None or not above.i < taken.i < token.i:
        return ()
    return ((taken, token, "nsubjpass" if token.first("auxpass") is not None else "nsubj"),)


def _give_back_content(token: Token) -> Sequence[Move]:
    """Return a content clause read as a clause about the noun before it: `said after the talks that Oslo would pay`."""
    noun, that = token.head, token
    while that.kids and that.kids[0].i < that.i:
        that = that.kids[0]
    if that.low != "that" or noun.dep != "pobj" or token.first("nsubj", "nsubjpass", "expl") is None:
        return ()
    verb = next((one for one in islice(noun.ancestors(), MOST_NESTED) if one.dep not in ("pobj", "prep")), noun)
    if verb.lemma not in TELLING or not verb.is_verb or verb.first("ccomp", "xcomp") is not None:
        return ()
    return ((token, verb, "ccomp"), (that, token, "mark"))


def _give_back_time(token: Token) -> Sequence[Move]:
    """Detach a noun and its preposition, read as a clause's subject: `A statement issued after the meeting said`."""
    first, word = token.head.first("nsubj"), token.head.first("mark")
    if first is None or word is None or first.i >= token.i or word.i + 1 != token.left:
        return ()
    return ((word, first, "prep"), (token, word, "pobj")) if word.low in BEFORE_NOUNS else ()


def _give_back_teller(token: Token) -> Sequence[Move]:
    """Return a speaker read as an apposition to the noun before: `expelled an envoy, Oslo's ministry said`."""
    noun, verb = token.head, token.head
    while verb.dep not in ("ROOT", "ccomp") and verb.head is not verb:
        verb = verb.head
    verb = verb.head
    said = verb.lemma in TELLING and verb.i == token.right + 1 and verb.first("nsubj", "nsubjpass") is None
    return ((token, verb, "nsubj"),) if said and noun.i < token.i and verb.tag in FINITE else ()


def _give_back_fronted(token: Token) -> Sequence[Move]:
    """Return a subject read as an apposition in the phrase before it: `In a deal hailed by all, Oslo signed`."""
    verb = next((one for one in islice(token.ancestors(), MOST_ABOVE) if one.is_verb and one.i > token.i), None)
    if verb is None or token.left == 0 or verb.first("nsubj", "nsubjpass", "expl", "csubj") is not None:
        return ()
    following = verb.first("aux", "auxpass") or verb
    finite = following.tag in FINITE or following.is_modal
    comma = any(kid.text == "," and kid.i + 1 == token.left for kid in token.head.kids)
    if not finite or not comma or token.right + 1 != following.i:
        return ()
    return ((token, verb, "nsubj" if verb.first("auxpass") is None else "nsubjpass"),)


def _join_subject(token: Token) -> Sequence[Move]:
    """Join a second subject after an `and` that joins nothing else: `Premier Ana Rey and Minister Jon Moe met`."""
    first = token.head.first("nsubj", "nsubjpass")
    if first is None or first.i >= token.i or first.first("conj") is not None:
        return ()
    joining = first.first("cc")
    joined = joining is not None and joining.low == "and" and joining.i + 1 == token.left
    return ((token, first, "conj"),) if joined or _are_listed(first, token) else ()


def _are_listed(first: Token, second: Token) -> bool:
    """Whether two states are adjacent, as headlines list them: `Norway, Latvia send ships`."""
    named = all(word.name is not None and word.name.code for word in (first, second))
    comma = first.after if named else None
    return comma is not None and comma.text == "," and comma.i + 1 == second.left


def _join_names(token: Token) -> Sequence[Move]:
    """Detach the first of two names from the last word of the second: `to Oslo and Buenos Aires`."""
    last, joining = token.head, token.first("cc")
    named = all(word.name is not None and word.name.code for word in (token, last))
    if not named or joining is None or joining.low != "and" or last.named == token.named or last.i < token.i:
        return ()
    return ((token, token if last.head is last else last.head, last.dep), (last, token, "conj"))


def _turn_preposition(token: Token) -> Sequence[Move]:
    """Make a preposition of a `to` before a name, parsed as that of an infinitive: `Oslo takes Riga to WTO`."""
    to = next((kid for kid in token.below("aux") if kid.low == "to"), None)
    if to is None or token.tag[0] != "N" or token.head is token:
        return ()
    return ((to, token.head, "prep"), (token, to, "pobj"))


def _give_back_joined_subject(token: Token) -> Sequence[Move]:
    """Return a joined clause's subject, misattached to the noun before it: `spoke of theft and Riga praised Oslo`."""
    if token.tag not in FINITE or token.subject is not None:
        return ()
    place = bisect_left(token.head.kids, token.i, key=attrgetter("i"))
    taken: Token | None = token.head.kids[place - 1] if place else None
    while taken is not None and taken.dep != "conj":
        taken = taken.kids[-1] if taken.kids and taken.kids[-1].i > taken.i else None
    if taken is None or taken.tag[0] != "N" or taken.right + 1 != token.i:
        return ()
    joining = [(kid, token.head, "cc") for kid in taken.head.below("cc") if kid.i + 1 == taken.left]
    return (*joining, (taken, token, "nsubj")) if joining else ()


def _list_modifiers(token: Token) -> Sequence[Move]:
    """Return the first of two listed adjectives, read as the verb's, to their noun: `Danish, Latvian leaders meet`."""
    verb = token.head
    noun = verb.first("nsubj", "nsubjpass") if verb.is_verb and token.i < verb.i else None
    comma = token.after
    if (
        noun is None
        or token.name is None
        or comma is None
        or comma.text != ","
        or not comma.i <= noun.left <= comma.i + 1
    ):
        return ()
    second = next(iter(noun.below("amod", "compound")), None)
    return ((token, noun, "amod"),) if second is not None and second.name is not None else ()


def _set_judgement_apart(token: Token) -> Sequence[Move]:
    """Detach a judgement that was read as an adjective: `called the raid outrageous`, `described it as reckless`."""
    noun = token.head
    if token.tag[0] != "J" or token.i < noun.i:
        return ()
    if noun.low == "as" and noun.tag == "IN":
        return ((token, noun, "pobj"),)
    calling = noun.dep == "dobj" and noun.head.lemma in CALLING and noun.head.i < noun.i
    return ((token, noun.head, "oprd"),) if calling else ()


def _join_name(token: Token) -> Sequence[Move]:
    """Move a state from a noun to the other state named in its phrase: `a trip to Latvia and the Malian coast`."""
    noun = token.head
    joining = next((kid for kid in noun.below("cc") if kid.i + 1 == token.left), None)
    if token.name is None or not token.name.code or noun.name is not None or joining is None:
        return ()
    for phrase in noun.below("prep"):
        place = phrase.first("pobj")
        if place is not None and place.right + 1 == joining.i and place.name is not None and place.name.code:
            return ((joining, place, "cc"), (token, place, "conj"))
    return ()


REPAIRS = (
    *COPY_REPAIRS,
    *DAY_REPAIRS,
    *DEED_REPAIRS,
    Repair(
        id="repair.tags.joined_passive",
        of="tags",
        retag=_retag_joined_passive,
        deps=("conj",),
        example="The Latvian envoy was praised abroad and vilified at home.",
        counter="The Latvian envoy was praised abroad and vilified his critics.",
    ),
    Repair(
        id="repair.tags.rare_verb",
        of="tags",
        retag=_retag_rare_verb,
        deps=("ROOT",),
        example="Latvia hobnobbed.",
        counter="The aged.",
    ),
    Repair(
        id="repair.tags.capitals",
        of="tags",
        retag=_retag_capitals,
        deps=("ROOT",),
        example="NORWAY EXPELS DANES.",
        counter="NORWAY TALKS.",
    ),
    Repair(
        id="repair.tags.single_charge",
        of="tags",
        retag=_retag_single_charge,
        deps=("appos", "conj", "dobj", "nsubj", "nsubjpass", "pobj"),
        example="The charge d'affaires left.",
        counter="The charges d'affaires left.",
    ),
    Repair(
        id="repair.tags.plural",
        of="tags",
        retag=_retag_plural,
        deps=("dobj", "nsubj", "nsubjpass", "pobj"),
        example="Ceasefire talks between Norway and Latvia have stalled.",
        counter="Peace talks between Norway and Latvia have stalled.",
    ),
    Repair(
        id="repair.tags.person",
        of="tags",
        retag=_retag_person,
        deps=("dobj", "nsubj", "nsubjpass", "pobj"),
        example="An official close to the talks left.",
        counter="The rich left.",
    ),
    Repair(
        id="repair.trees.joined_verb",
        of="trees",
        moves=_lift_joined_verb,
        deps=("conj",),
        example="Norway urged Latvia to pay and called on Mali to wait.",
        counter="Norway urged Latvia to pay and call on Mali to wait.",
    ),
    Repair(
        id="repair.trees.participle",
        of="trees",
        moves=_raise_participle,
        deps=("acl",),
        example="Tanks massed near Latvia.",
        counter="Tanks built near Latvia.",
    ),
    Repair(
        id="repair.trees.called_off",
        of="trees",
        moves=_call_off,
        deps=("nsubj", "acl"),
        example="Latvia summit cancelled.",
        counter="Latvia cancelled summit.",
    ),
    Repair(
        id="repair.trees.modifier",
        of="trees",
        moves=_raise_modifier,
        deps=("amod",),
        example="Sweden shared intelligence with Latvia.",
        counter="Swedish shared intelligence.",
    ),
    Repair(
        id="repair.trees.lost_subject",
        of="trees",
        moves=_give_back_subject,
        deps=("ccomp",),
        example="Norway confirmed Latvia had paid.",
        counter="Norway told Latvia it had paid.",
    ),
    Repair(
        id="repair.trees.lost_joined_subject",
        of="trees",
        moves=_give_back_joined_subject,
        deps=("conj",),
        example="Norway spoke of theft and Latvia left.",
        counter="Norway spoke of theft and left.",
    ),
    Repair(
        id="repair.trees.lost_content",
        of="trees",
        moves=_give_back_content,
        deps=("relcl",),
        example="Norway said after the talks that work would begin in May.",
        counter="Norway left after the talks that work would begin in May.",
    ),
    Repair(
        id="repair.trees.lost_time",
        of="trees",
        moves=_give_back_time,
        deps=("nsubj",),
        example="A paper handed out at a dinner after the session said the mood was good.",
        counter="A statement was issued after the meeting said it all.",
    ),
    Repair(
        id="repair.trees.lost_teller",
        of="trees",
        moves=_give_back_teller,
        deps=("appos",),
        example="Norway has expelled an envoy, Norway's ministry said on Monday.",
        counter="Norway has expelled an envoy, Norway's ministry, it said on Monday.",
    ),
    Repair(
        id="repair.trees.fronted_subject",
        of="trees",
        moves=_give_back_fronted,
        deps=("appos",),
        example="In a swap praised as a gift to both fleets, Norway and Latvia signed a pact.",
        counter="In a move hailed by its ally, Latvia, the northern state signed a pact.",
    ),
    Repair(
        id="repair.trees.listed_modifiers",
        of="trees",
        moves=_list_modifiers,
        deps=("amod",),
        example="Norwegian, Latvian leaders meet in Mali.",
        counter="Norwegian, tired leaders meet in Mali.",
    ),
    Repair(
        id="repair.trees.compound_subject",
        of="trees",
        moves=_take_subject,
        deps=("compound",),
        example="Israel coordinates in intelligence with Egypt.",
        counter="Israel talks are over.",
    ),
    Repair(
        id="repair.trees.judgement",
        of="trees",
        moves=_set_judgement_apart,
        deps=("amod",),
        example="Norway called the raid outrageous.",
        counter="Norway opposed the raid outrageous.",
    ),
    Repair(
        id="repair.trees.joined_subject",
        of="trees",
        moves=_join_subject,
        deps=("nsubj", "nsubjpass"),
        example="Norway and Latvia met.",
        counter="Norway and also Latvia met.",
    ),
    Repair(
        id="repair.trees.names_joined",
        of="trees",
        moves=_join_names,
        deps=("nmod",),
        example="She went to Norway and northern Latvia.",
        counter="She went to Norway and Latvia ferries.",
    ),
    Repair(
        id="repair.trees.to_name",
        of="trees",
        moves=_turn_preposition,
        deps=("xcomp", "advcl", "acl", "relcl"),
        example="Norway takes Latvia to WTO over fish.",
        counter="Norway asks Latvia to pay for fish.",
    ),
    Repair(
        id="repair.trees.joined_name",
        of="trees",
        moves=_join_name,
        deps=("conj",),
        example="A trip to Latvia and Mali began.",
        counter="A trip to Latvia and drinks began.",
    ),
)
LABELS = {label for repair in REPAIRS for label in repair.deps}
REPAIRS_BY_LABEL = {label: tuple(repair for repair in REPAIRS if label in repair.deps) for label in LABELS}


def mend_tags(tokens: Sequence[Token], verbs: Mapping[str, str]) -> None:
    """Mend the tags of a block's tokens.

    Args:
        tokens: in order; changed in place.
        verbs: forms of known verbs.
    """
    for token in tokens:
        for repair in REPAIRS_BY_LABEL.get(token.dep, ()):
            if repair.retag is not None:
                token.tag = repair.retag(token, verbs) or token.tag


def mend_trees(tokens: Sequence[Token]) -> None:
    """Mend the tree of a block, whose tokens have their tags, base forms and names; they are changed in place."""
    moves = [
        move
        for token in tokens
        for repair in REPAIRS_BY_LABEL.get(token.dep, ())
        for move in (repair.moves(token) if repair.moves is not None else ())
    ]
    if not moves:
        return
    heads = [token.head.i for token in tokens]
    for token, head, dep in moves:
        heads[token.i], token.dep = head.i, dep
    for token in tokens:
        token.left = token.right = token.i
    link(tokens, heads, [(0, len(tokens))])
