"""Repairs of the copy that the parser reads: forms that mislead it, replaced by others of the same length."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from diplonews.syntax.tokens import Token

__all__ = ["COPY_REPAIRS", "Move", "Repair", "mend_copy"]

ADVERBS = {5: "again", 6: "lately", 7: "quickly", 8: "recently", 9: "initially"}  # by length
WORD = re.compile(r"\w+")
Move = tuple[Token, Token, str]
"""A token, its new head (itself for a root), its new label."""


@attrs.frozen(kw_only=True, eq=False)
class Repair:
    """One rewrite.

    Attributes:
        id: its name.
        of: what it changes: `copy`, `tags` or `trees`.
        example: a sentence that it changes.
        counter: a similar sentence that it leaves unchanged.
        pattern, substitute: for a copy: the text replaced, and as many characters in its place, or what makes them.
        traces: for a copy: letters, some of which are in any text that the pattern matches; a text without them is not
            searched.
        retag: for a tag: the new tag of a token, or None.
        moves: for a tree: the tokens to attach elsewhere, given one of them.
        deps: the labels that this one may have.
    """

    id: str
    of: str
    example: str
    counter: str
    pattern: re.Pattern[str] | None = None
    substitute: str | Callable[[re.Match[str]], str] = ""
    traces: tuple[str, ...] = ("",)
    retag: Callable[[Token, Mapping[str, str]], str | None] | None = None
    moves: Callable[[Token], Sequence[Move]] | None = None
    deps: tuple[str, ...] = ()


def _adverbs(day: re.Match[str]) -> str:
    """The words of a match with adverbs of the same lengths for `Monday night`."""
    return day["before"] + WORD.sub(lambda word: ADVERBS[len(word[0])], day["day"])


COPY_REPAIRS = (
    Repair(
        id="repair.copy.champion",
        of="copy",
        traces=("defending",),
        pattern=re.compile(r"\bdefending(?=\s(?:\w+\s)?champions?\b)"),
        substitute="incumbent",
        example="Vik broke the record, defending champion Anna Holm finishing second.",
        counter="Norway broke the truce, defending the port.",
    ),
    Repair(
        id="repair.copy.line_end",
        of="copy",
        traces=("\\",),
        pattern=re.compile(r"(?<=[\w.,;:'’”\"])\\+(?=[\w'‘“\"])"),
        substitute=lambda found: " " * len(found[0]),
        example="Norway will visit\\Latvia soon.",
        counter="Norway will visit / Latvia soon.",
    ),
    Repair(
        id="repair.copy.given_name",
        of="copy",
        traces=("-in", "-a"),
        pattern=re.compile(r"(?<=[A-Za-z] )([A-Z][a-z]{1,7})-(in|a)(?![\w-])"),
        substitute=r"\1h\2",
        example="Moon Jae-in met envoys.",
        counter="The break-in alarmed envoys.",
    ),
    Repair(
        id="repair.copy.states_joined",
        of="copy",
        traces=(".-",),
        pattern=re.compile(r"(?<=\b[A-Z]\.[A-Z])\.(?=-[A-Z])"),
        substitute="A",
        example="U.S.-Japan talks began.",
        counter="U.S.-led talks began.",
    ),
    Repair(
        id="repair.copy.together",
        of="copy",
        traces=("o-",),
        pattern=re.compile(r"\b([Cc])o-(?=(?:chair|host|organi[sz]e?|sponsor|author|preside)(?:s|d|ed|ing)?\b)"),
        substitute=r"\1on",
        example="Norway and Latvia co-chaired the panel.",
        counter="Norway thanked the co-pilot.",
    ),
    Repair(
        id="repair.copy.visiting",
        of="copy",
        traces=("isiting ",),
        pattern=re.compile(
            r"(?<!after )(?<!before )(?<!while )(?<!without )(?<!was )(?<!is )(?<!were )(?<!are )(?<!been )"
            r"\b([Vv])isiting(?= (?:(?:[A-Z][\w.'’-]{0,30}|vice|prime|foreign|defen[cs]e|deputy|former|senior"
            r"|special|top|trade|finance|interior|military|army|high-level) ){0,5}"
            r"(?i:president|premier|minister|chancellor|secretary|king|queen|envoy|leader|delegation|ambassador"
            r"|chief|commander|commissioner|director|diplomat|head|lawmaker|negotiator|official|representative"
            r"|senator|speaker)\b)"
        ),
        substitute=r"youthful",
        example="Norway thanked visiting Latvian President Anna Berg.",
        counter="Norway went on after visiting Latvian President Anna Berg.",
    ),
    Repair(
        id="repair.copy.headline_verb",
        of="copy",
        traces=(" expels ", " orders ", " phones ", " thanks "),
        pattern=re.compile(
            r"((?:(?<![\w.])[A-Z][\w.]{1,30}"
            r"|\b(?:court|envoy|minister|premier|president|parliament|police|army|navy)) )"
            r"(?:expels|orders|phones|thanks)(?= (?:[A-Z]|a |an |both |its |the |two |\d))"
        ),
        substitute=r"\1allows",
        example="Norway expels Latvia's ambassador.",
        counter="Norway expels spies.",
    ),
    Repair(
        id="repair.copy.headline_visit",
        of="copy",
        traces=(" visit",),
        pattern=re.compile(
            r"\b((?:cancel|scrap|delay|end|begin|start|conclude|plan|postpone|open|extend)s [A-Z][a-z]+ )visit\b"
        ),
        substitute=r"\1event",
        example="Norway cancels Latvia visit.",
        counter="Norway cancels a Latvian visit.",
    ),
    Repair(
        id="repair.copy.headline_summons",
        of="copy",
        traces=(" summons ",),
        pattern=re.compile(
            r"(?<![\w.])([A-Z][\w.]{1,30} )summons(?= (?:[A-Z]|a |an |its |the |two |envoy|ambassador))"
        ),
        substitute=r"\1accuses",
        example="Norway summons Latvian envoy.",
        counter="Norway served a summons on Latvia.",
    ),
    Repair(
        id="repair.copy.headline_trade",
        of="copy",
        traces=(" trade ",),
        pattern=re.compile(
            r"\b((?:and|,) [A-Z][\w.]{1,30} )trade(?= (?:accusations|barbs|blame|fire|insults|shots)\b)"
        ),
        substitute=r"\1share",
        example="Norway and Latvia trade blame over the pier.",
        counter="Norway and Latvia trade in fish.",
    ),
    Repair(
        id="repair.copy.day_before_verb",
        of="copy",
        traces=("day ",),
        pattern=re.compile(
            r"(?P<before>(?:(?<![\w.])(?!(?:On|Last|Next|This|Since|Until|By|Every|The|That)\b)[A-Z][\w.’'-]{0,30}"
            r"|\b(?:ministers?|president|premier|chancellor|secretary|king|spokes\w+|officials?|envoys?|ambassadors?|diplomats?"
            r"|leaders?|government|ministry|parliament|council|cabinet|senate|court|army|troops|forces|police|rebels"
            r"|lawmakers|authorities|sides|nations|countries)) (?:late |early |earlier )?)"
            r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: night| morning| afternoon| evening)?)"
            r"(?= (?:[a-z]{2,}ed|said|met|told|held|began|left|went|gave|took|sent|made|flew|won|led|put|set|cut|spoke"
            r"|sought|saw|will|would|was|were|has|had|have)\b)"
        ),
        substitute=_adverbs,
        example="Foreign Minister Anna Berg Monday met Latvian envoys.",
        counter="She met Latvian envoys Monday.",
    ),
)


def mend_copy(copy: str) -> str:
    """A copy of some words for the parser, of the same length, without forms that mislead it.

    Example:
        >>> mend_copy("Moon Jae-in left the U.S.-Japan talks")
        'Moon Jaehin left the U.SA-Japan talks'
    """
    for repair in COPY_REPAIRS:
        if repair.pattern is not None and any(trace in copy for trace in repair.traces):
            copy = repair.pattern.sub(repair.substitute, copy)
    return copy
