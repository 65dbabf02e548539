"""Names in a block: runs of capitalised tokens, the titles in front of them and the roles after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise

from diplonews.actors.origin import POSTS, country_of, is_known_body, known_names
from diplonews.lexicons.speakers import first_name_gender, speaker_words
from diplonews.lexicons.states import lookup
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.blocks import Block
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = [
    "PARTICLES",
    "SENT",
    "apposition_after",
    "body_word",
    "is_person",
    "is_portfolio",
    "is_title",
    "iter_names",
    "name_start",
    "name_words",
    "place_first",
    "possessor_start",
    "settings",
    "title_start",
    "who_leads",
]

PARTICLES = frozenset(
    ("de", "del", "da", "di", "du", "al", "el", "bin", "ibn", "van", "von", "der", "den", "la", "le", "y")
)
NAME_TAGS = frozenset(("NNP", "NNPS"))
ODD_TAGS = frozenset(("UH", "FW"))  # tags that the tagger gives parts of foreign names
INNER_TAGS = NAME_TAGS | ODD_TAGS
TITLE_TAGS = frozenset(("NNP", "NNPS", "NN", "NNS", "JJ", "JJR", "JJS", "POS", "HYPH", "IN", "CD", "VBG", "RB"))
TITLE_TOKENS = 14
ROLE_TOKENS = 24
SETTING_TOKENS = 6
OPENING_TOKENS = 12
BEFORE_SETTING = frozenset(("back", "meanwhile", "earlier", "later", "also", ","))
FULL_NAME = 2
TO_OFFICE = 2
OFFICE_TOKENS = 5
INNER = frozenset(("of", "for", "to"))
LEADS_ON = INNER | {"on"}
LEADING = WordSet("names.leading")
SENT = WordSet("names.sent")


def name_words(blocks: Iterable[Block]) -> frozenset[str]:
    """The words that end a name of two or more words somewhere in the text."""
    words = set()
    for block in blocks:
        for before, token in pairwise(block.tokens):
            if before.is_proper and token.is_proper and len(token.text) > len("Li") and token.text[0].isupper():
                words.add(token.text)
    return frozenset(words)


def settings(block: Block) -> tuple[str | None, ...]:
    """For each sentence, the state of the opening place in it or in an earlier sentence of the block, or None."""
    states: list[str | None] = []
    for first, last in block.edges:
        states.append(place_first(block.tokens[first:last]) or (states[-1] if states else None))
    return tuple(states)


def place_first(tokens: Sequence[Token]) -> str | None:
    """The state of the place that a sentence opens with: `In Oslo, the foreign minister said ...`."""
    words = list(dropwhile(lambda token: token.low in BEFORE_SETTING, tokens[:OPENING_TOKENS]))
    comma = next((n for n, token in enumerate(words[:SETTING_TOKENS]) if token.text == ","), 0)
    if comma <= 1 or words[0].low != "in":
        return None
    place = " ".join(token.text for token in words[1:comma])
    return country_of(place) if place not in POSTS else None


def _joined(block: Block, i: int) -> bool:
    """Whether a token follows the one before it without a space."""
    return i > 0 and block[i].start == block[i - 1].start + len(block[i - 1].text)


def _continues(block: Block, i: int) -> bool:
    """Whether token `i` continues the name that ends before it."""
    token = block[i]
    word = token.text
    if word[0].isupper() and token.tag in INNER_TAGS:
        return True
    if word in ("-", "’", "'") and _joined(block, i):
        return i + 1 < len(block) and _joined(block, i + 1) and block[i + 1].text[0].isalpha()
    if block[i - 1].text == "-" and _joined(block, i):
        return word[0].isalpha()
    if (token.low in LEADS_ON or token.low in ("and", "the")) and (next_ := _next_capital(block, i)) is not None:
        return _leads_on(block, i, next_)
    following = i + 1 < len(block) and block[i + 1].text[0].isupper()
    if i + 2 < len(block) and word in PARTICLES and block[i + 1].text in PARTICLES:
        return block[i + 2].text[0].isupper()  # `Ursula von der Leyen`
    if word.lower() in PARTICLES and not following and i + 2 < len(block):
        return block[i + 1].text == "-" and _joined(block, i + 2) and block[i + 2].text[0].isupper()
    return following and (word in PARTICLES or (len(word) == 2 and word[1] == "." and word[0].isupper()))


def _next_capital(block: Block, i: int) -> Token | None:
    """The capitalised token after token `i` or after an article behind it, or None."""
    after = i + 2 if i + 1 < len(block) and block[i + 1].low == "the" else i + 1
    return block[after] if after < len(block) and block[after].text[0].isupper() else None


def _leads_on(block: Block, i: int, following: Token) -> bool:
    """Whether a small word leads from a body to what it deals with or belongs to: `Council on Foreign Relations`."""
    before, low = block[i - 1], block[i].low
    if low == "the":
        return before.low in LEADS_ON
    if before.low not in speaker_words("bodies") or not following.is_proper:
        return False
    if low == "to":
        return before.low in speaker_words("missions") and block[i].head is before
    if low == "on":
        return block[i].head is before and following.name is None and following.low not in speaker_words("calendar")
    if low == "and" and following.i > i + 1:
        return False
    return not _follows_office(block, i - 1)  # `Minister of State for Foreign Affairs` Anna Vik


def _adds_portfolio(block: Block, first: int, i: int) -> bool:
    """Whether a small word continues a body's name: `Ministry of Oceans and Fisheries`."""
    if block[i].low not in ("and", "for", "of") or i + 1 >= len(block) or body_word(block, first, i) is None:
        return False
    low, ends = block[i + 1].low, i + 2 == len(block) or not is_title([block[i + 2].low])
    return block[i + 1].is_proper and (not is_title([low]) or (low in speaker_words("portfolios") and ends))


def body_word(block: Block, first: int, last: int) -> int | None:
    """The head of a body with its portfolio or place in a run of tokens: `Council` of `National Council for Trade`.

    None if the run is no such body, or goes on to a title: `Ministry of Trade Spokesman Anna Vik`.
    """
    bodies = speaker_words("bodies")
    heads = (i for i in range(first, last - 2) if block[i].low in bodies and block[i + 1].low in LEADS_ON)
    head = next(heads, None)
    if head is None:
        return None
    inner = ((block[i], block[i + 1]) for i in range(head + 1, last - 1))
    titled = any(is_title([token.low]) and after.low not in LEADS_ON and not _is_area(token) for token, after in inner)
    return None if titled else head


def _is_area(token: Token) -> bool:
    return token.low in speaker_words("portfolios")


def _opens_name(token: Token, names: frozenset[str]) -> bool:
    """Whether a capitalised token is tagged as a name, or ends a name elsewhere in the text."""
    word, tag = token.text, token.tag
    return word[0].isupper() and (tag in NAME_TAGS or (tag[0] in "NJVFU" and word in names))


def _runs(block: Block, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised tokens that may be names."""
    tokens = block.tokens
    i, count = 0, len(tokens)
    while i < count:
        if not _opens_name(tokens[i], names):
            i += 1
            continue
        last = i + 1
        while last < count and (_continues(block, last) or _adds_portfolio(block, i, last)):
            last += 1
        yield i, last
        i = last


def _is_inner_article(block: Block, i: int) -> bool:
    """Whether an article is inside a title: `of the Danish board`."""
    return block[i].low == "the" and i > 0 and block[i - 1].low in INNER


def _is_stop_of_title(block: Block, i: int) -> bool:
    """Whether a full stop belongs to the title before it; the tokenizer splits `MR.` in two."""
    return block[i].text == "." and i > 0 and f"{block[i - 1].low}." in speaker_words("titles")


def _joins_portfolios(block: Block, i: int) -> bool:
    """Whether `and` joins portfolios: `Minister of Trade and Industry`."""
    return block[i].low == "and" and i > 0 and block[i - 1].low in speaker_words("portfolios")


def _joins_offices(block: Block, i: int, first: int) -> bool:
    """Whether `and` joins two offices of one holder: `Deputy Premier and Foreign Minister` Anna Vik."""
    if block[i].low != "and" or i == 0 or i + 1 == first or not block[i + 1].text[0].isupper():
        return False
    start = i
    while start > 0 and block[start - 1].text[0].isupper() and block[start - 1].tag in TITLE_TAGS:
        start -= 1
    return start < i and is_title([block[i - 1].low]) and block[start - 1 if start else i].low not in ("the", "a", "an")


def _is_anothers(block: Block, i: int, first: int) -> bool:
    """Whether `for` leads from an aide's title to another holder: `spokesman for Prime Minister` Anna Vik."""
    if block[i].low not in INNER or i + 1 == first or i == 0:
        return False
    after = [token.low for token in block.tokens[i + 1 : first]]
    holder = not speaker_words("persons").isdisjoint(after[-1:])
    return holder and block[i + 1].text[0].isupper() and block[i - 1].low in speaker_words("aides")


def _abbreviation_before(block: Block, i: int) -> int:
    """The number of tokens of a bracketed abbreviation before a token: `Foreign Office (FO)`; 0 for none."""
    size = len("(A)")
    inside = i > size and block[i - 1].text == ")" and block[i - size].text == "("
    return size if inside and block[i - 2].text.isupper() else 0


def title_start(block: Block, first: int) -> int:
    """The first token of the title in front of a name: `Danish harbour board chairman` Ole Friis."""
    start = first
    while start > 0 and first - start < TITLE_TOKENS:
        start -= _abbreviation_before(block, start)
        before = block[start - 1]
        tag, low = before.tag, before.low
        odd = tag in ODD_TAGS and before.text[0].isupper()
        same = before.sentence == block[first].sentence
        odd = odd or _is_stop_of_title(block, start - 1) or _joins_portfolios(block, start - 1)
        odd = odd or _joins_offices(block, start - 1, first)
        if not same or not (odd or tag in TITLE_TAGS or low == "to" or _is_inner_article(block, start - 1)):
            break
        prefix = block[start].text == "-" and _joined(block, start)  # `Under-Secretary-General`
        if (tag in ("IN", "TO") and low not in INNER and not prefix) or (tag == "RB" and low != "then"):
            break
        if _is_anothers(block, start - 1, first):
            break
        if low == "to" and (start < TO_OFFICE or block[start - TO_OFFICE].low not in SENT):
            break
        start -= 1
    while start < first and (block[start].tag in ("IN", "POS", "RB", "HYPH", "CD") or block[start].text in ("-", "’s")):
        start += 1
    return start


def is_title(words: list[str]) -> bool:
    """Whether the words in front of a name include a title or role."""
    return not speaker_words("titles", "persons").isdisjoint(words)


def who_leads(block: Block, last: int) -> tuple[int, int] | None:
    """The tokens of a relative clause after a name about a leading role: `, who` heads the navy`,`; or None."""
    told = last + 2 < len(block) and block[last].text == "," and block[last + 1].low == "who"
    verb = block[last + 2] if told else None
    led = clause_of(verb).direct_object if verb is not None and verb.lemma in LEADING and verb.is_finite else None
    return (last + 2, led.right + 1) if led is not None else None


def apposition_after(block: Block, last: int) -> tuple[int, int] | None:
    """The tokens of the role after a name, between commas: `, acting head of the agency,`; or None."""
    count = len(block)
    if last + 1 >= count or block[last].text != ",":
        return None
    roles = speaker_words("persons", "titles")
    end = first = last + 1
    held = False
    while end < count and end - first < ROLE_TOKENS:
        tag, word = block[end].tag, block[end].text
        if word in (",", ".", ";", ":", "(", ")", "—", "--") or tag in (
            "VBD",
            "VBZ",
            "VBP",
            "MD",
            "WP",
            "WDT",
            "PRP",
            "''",
            "``",
        ):
            break
        held = held or block[end].low in roles
        end += 1
    if end < count and block[end].tag in ("VBD", "VBZ", "VBP", "MD"):
        return None
    if not held or end == first or block[first].low in ("and", "but", "or", "with", "in", "on", "at", "as", "by"):
        return None
    return first, end


def _ends_title(block: Block, first: int) -> bool:
    """Whether a name begins with the state that its title ends with: Minister of Fisheries of `Malta` Ann Borg."""
    before = first - 1 if block[first - 1].low != "the" else first - 2
    if before < 1 or block[before].low not in INNER:
        return False
    if block[before].low == "to":
        return block[before - 1].low in SENT
    return is_title([token.low for token in block.tokens[max(0, before - OFFICE_TOKENS) : before]])


def is_portfolio(block: Block, first: int, last: int) -> bool:
    """Whether a run is only a portfolio: `Trade` in `Minister for Trade and Foreign Aid Anna Vik`."""
    words = speaker_words("portfolios", "titles")
    return _follows_office(block, first) and all(token.low in words for token in block.tokens[first:last])


def _follows_office(block: Block, first: int) -> bool:
    """Whether a run is the portfolio or area of an office: `Minister for` Trade, `envoy to the` Middle East."""
    portfolios = speaker_words("portfolios")
    before = first - 1
    while before > 0 and ((low := block[before].low) in ("the", "and") or low in portfolios):
        before -= 1
    if before < 1 or block[before].low not in INNER or first - before > OFFICE_TOKENS:
        return False
    return is_title([token.low for token in block.tokens[max(0, before - TO_OFFICE) : before]])


def name_start(block: Block, first: int, last: int) -> int:
    """The first token of the name proper, after leading title words."""
    titles = speaker_words("titles", "persons")
    if _follows_office(block, first):
        titles = speaker_words("titles", "persons", "portfolios")
    start = first
    for i in range(first, last - 1):
        state = i == first and last - first > FULL_NAME and lookup(block[i].text) is not None
        given = last - i == FULL_NAME + 1 and first_name_gender(block[i + 1].text) is not None
        body = given and block[i].low in speaker_words("bodies")
        if block[i].low in titles:
            start = i + 1 if block[i + 1].text != "-" else start
        elif body or (state and first > 0 and _ends_title(block, first)):
            start = i + 1
    return start


def possessor_start(block: Block, first: int) -> int:
    """The first token of a body's possessor: `Oslo’s` Foreign Ministry."""
    start = first - 1
    if first >= 2 and block[start].tag == "POS":
        while start > 0 and block[start - 1].is_proper:
            start -= 1
        return start if start < first - 1 else first
    return first


def is_person(block: Block, first: int, last: int, title: list[str], role: str | None) -> bool | None:
    """Whether a run names a person; None if it is open."""
    name = block.phrase((first, last))
    bodies = speaker_words("bodies")
    if block[last - 1].low in bodies or body_word(block, first, last) is not None:
        return False
    known = [found for span, found in known_names(name) if len(span) >= len(name) - 2]
    if known:
        return known[0].kind == "LEADER"
    if is_known_body(name):
        return False
    if first > 0 and block[first - 1].tag == "NN" and block[first - 1].low in speaker_words("media"):
        return False
    article = first > 0 and block[first - 1].low in ("the", "a", "an")
    if title and not article:
        return True
    if role is not None or first_name_gender(block[first].text) is not None:
        return last - first > 1 or role is not None
    if not article and last + 1 < len(block) and block[last].text == "," and block[last + 1].low == "who":
        return True
    hyphenated = "-" in [token.text for token in block.tokens[first + 1 : last]] and last - first >= 4
    if hyphenated and not article:
        return True
    return None if last - first in (1, 2, 3) and not article else False


def iter_names(block: Block, names: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Runs of capitalised tokens that may be names, without days and months at either end."""
    calendar = speaker_words("calendar")
    for run in _runs(block, names):
        first, last = run
        while first < last and block[first].low in calendar:
            first += 1
        while first < last and block[last - 1].low in calendar:
            last -= 1
        if first < last:
            yield first, last
