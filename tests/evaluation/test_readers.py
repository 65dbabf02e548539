"""brat, CoNLL and JSON Lines: what is read, and where each fault is reported."""

import json
from datetime import date

import pytest
from hypothesis import given, strategies as st

from diplonews.errors import ParseError
from diplonews.evaluation import read_gold
from diplonews.evaluation.brat import read_brat
from diplonews.evaluation.conll import read_conll
from diplonews.evaluation.jsonlines import read_jsonlines
from diplonews.model import EventStatus, EventType, QuoteKind

TEXT = '"It has no basis," Han said Tuesday. "None." Oslo and Helsinki rebuked Riga.'


def at(words, text=TEXT):
    """`[start, end]` of the words."""
    start = text.index(words)
    return [start, start + len(words)]


def ann(*lines):
    """An .ann file; `T1 Content:words` is filled in with offsets."""
    out = []
    for line in lines:
        label, _, rest = line.partition(" ")
        if label[0] == "T":
            kind, _, words = rest.partition(":")
            pieces = words.split(" ... ")
            offsets = ";".join(" ".join(map(str, at(piece))) for piece in pieces)
            out.append(f"{label}\t{kind} {offsets}\t{' '.join(pieces)}")
        elif label[0] == "#":
            kind, target, note = rest.split(" ", 2)
            out.append(f"{label}\t{kind} {target}\t{note}")
        else:
            out.append(f"{label}\t{rest}")
    return "\n".join(out) + "\n"


ANN = ann(
    'T1 Content:"It has no basis," ... "None."',
    "T2 Source:Han",
    "T3 Cue:said",
    "T4 Date:Tuesday",
    "T5 ACCUSE:rebuked",
    "T6 Side:Oslo",
    "T7 Side:Helsinki",
    "T8 Side:Riga",
    "R1 Source Arg1:T1 Arg2:T2",
    "R2 Cue Arg1:T1 Arg2:T3",
    "R3 Friend Arg1:T6 Arg2:T7",
    "E1 ACCUSE:T5 Actor:T6 Actor2:T7 Recipient:T8 Place:T8",
    "#1 AnnotatorNotes T2 Han Seo-yeon | KOR",
    "#2 AnnotatorNotes T4 2024-03-05",
    "#3 AnnotatorNotes T6 NOR",
    "#4 AnnotatorNotes T7 FIN",
    "#5 AnnotatorNotes T8 LVA",
    "#6 AnnotatorNotes E1 2024-03",
    "A1 Status E1 planned",
    "A2 Also E1 REJECT",
    "A3 Polarity T1 denied",
    "*\tEquiv T6 T7",
)


class TestBrat:
    def test_what_is_read(self):
        """Quotations by relations, events by roles, values and codes by notes."""
        gold = read_brat(ANN, TEXT, id="a")
        assert (gold.id, gold.layers, gold.copy) == ("a", ("dates", "quotes", "speakers", "events"), False)
        (quote,) = gold.quotes
        assert [span.of(TEXT) for span in quote.content] == ['"It has no basis,"', '"None."']
        assert [span.of(TEXT) for span in quote.source + quote.cue] == ["Han", "said"]
        assert (quote.name, quote.country, quote.polarity) == ("Han Seo-yeon", "KOR", "DENIED")
        assert [(one.span.of(TEXT), one.value) for one in gold.dates] == [("Tuesday", "2024-03-05")]
        (event,) = gold.events
        assert (event.types, event.actors, event.recipients) == (
            (EventType.ACCUSE, EventType.REJECT),
            ("NOR", "FIN"),
            ("LVA",),
        )
        assert (event.status, event.date, event.core, event.symmetric) == (EventStatus.PLANNED, "2024-03", True, False)

    def test_symmetric_and_secondary(self):
        """All parties of a reciprocal event are its actors."""
        gold = read_brat(ANN + "A4\tSymmetric E1\nA5\tSecondary E1\nA6\tCluster E1 row\n", TEXT)
        (event,) = gold.events
        assert (event.actors, event.recipients, event.symmetric) == (("NOR", "FIN", "LVA"), (), True)
        assert (event.core, event.cluster) == (False, "row")

    @pytest.mark.parametrize(
        ("lines", "number", "message"),
        [
            ("T1\tDate 0 3\tHan", 1, "the text holds '\"It' at 0 3, not 'Han'"),
            ("T1\tDate 0\tHan", 1, "cannot read 'Date 0'"),
            ("\nE1\tACCUSE:T1 Actor:T6", 2, "there is no T6"),
            ("R1\tCue Arg1:T1 Arg2:T2", 1, "there is no T1"),
            ("Q1\tx", 1, "expected a line that begins with T, R, E, A, M, N, # or *"),
            (ann("T1 HELP:rebuked") + "E1\tHELP:T1", 2, "'HELP'"),
            (ann("T1 AID:rebuked") + "E1\tAID:T1\nA1\tStatus E1 done", 2, "'DONE'"),
            (ann("T1 AID:rebuked", "T2 Side:Oslo") + "E1\tAID:T1 Actor:T2", 3, "T2 has no note with a code"),
            (ann("T1 AID:rebuked", "T2 Side:Oslo") + "E1\tAID:T1 Actor:T2\n#1\tX T2\tno", 3, "'no' is not a code"),
            (ann("T1 Content:Han") + "A1\tPolarity T1 loud", 1, "polarity 'LOUD'; known: ASSERTED"),
        ],
    )
    def test_faults(self, lines, number, message):
        """Each is named with its line."""
        with pytest.raises(ParseError) as caught:
            read_brat(lines, TEXT)
        assert caught.value.line == number
        assert message in caught.value.message

    def test_layers_of_a_folder(self, tmp_path):
        """A file without marks says that there is nothing to find, in the layers that its neighbours are marked for."""
        for name, lines in [("a", ann("T1 Date:Tuesday")), ("b", "")]:
            (tmp_path / f"{name}.ann").write_text(lines, encoding="utf-8")
            (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        assert [(one.id, one.layers) for one in read_gold(tmp_path)] == [("a", ("dates",)), ("b", ("dates",))]

    def test_line_ends_stay(self, tmp_path):
        """Offsets count the text as it is, with its line ends."""
        (tmp_path / "a.ann").write_bytes(b"T1\tDate 4 7\tMay\n")
        (tmp_path / "a.txt").write_bytes(b"In\r\nMay")
        assert read_gold(tmp_path)[0].dates[0].value is None


CONLL = """-DOCSTART-\tO

# newdoc id = levy
# anchor = 2024-03-06
"\tB-Content.1
It\tI-Content.1
has\tI-Content.1
n't\tI-Content.1
,\tI-Content.1
"\tI-Content.1
Han\tB-Source.1
said\tB-Cue.1
(\tO
Tuesday\tB-Date=2024-03-05
)\tO
.\tO

``\tB-Content.1
None\tI-Content.1
.\tI-Content.1
''\tI-Content.1

# newpar
He\tB-Source
added\tB-Cue
it\tB-Content
rained\tI-Content
.\tO
"""


class TestConll:
    def test_what_is_read(self):
        """Text as English is set; quotations by number, or by nearness in a sentence."""
        (gold,) = read_conll(CONLL)
        assert (gold.id, gold.anchor, gold.layers) == ("levy", date(2024, 3, 6), ("dates", "quotes"))
        text = gold.text
        assert text == '"It hasn\'t," Han said (Tuesday). “None.”\n\nHe added it rained.'
        assert [(one.span.of(text), one.value) for one in gold.dates] == [("Tuesday", "2024-03-05")]
        parts = [[[s.of(text) for s in spans] for spans in (q.content, q.source, q.cue)] for q in gold.quotes]
        assert parts == [
            [['"It hasn\'t,"', "“None.”"], ["Han"], ["said"]],
            [["it rained"], ["He"], ["added"]],
        ]

    def test_documents(self):
        """Documents without a name are numbered; a paragraph ends an open quotation mark."""
        golds = list(read_conll('-DOCSTART- O\n" O\nMay B-Date\n# newpar\n" O\nOn O\n-DOCSTART- O\nIt O\n', name="x"))
        assert [(one.id, one.text) for one in golds] == [("x 1", '"May\n\n"On'), ("x 2", "It")]
        assert golds[0].dates[0].value is None

    @given(st.lists(st.tuples(st.sampled_from(["a", ",", '"', "``", "''", "(", ")", "'s", "n't"]), st.booleans())))
    def test_every_date_is_its_token(self, tokens):
        """However tokens are joined, a tag of one token marks that token."""
        lines = [f"{word}\t{'B-Date' if marked else 'O'}" for word, marked in [*tokens, ("x", True)]]
        (gold,) = read_conll("\n".join(lines))
        wanted = [{"``": "“", "''": "”"}.get(word, word) for word, marked in tokens if marked]
        assert [one.span.of(gold.text) for one in gold.dates] == [*wanted, "x"]

    @pytest.mark.parametrize(
        ("source", "line", "message"),
        [
            ("a\tO\nb\n", 2, "expected a token and a tag"),
            ("a\tO\nb\tB-PER\n", 2, "unknown tag 'B-PER'; known: O, and B- or I- with Content, Cue, Source or Date"),
            ("a\tI-Date\n", 1, "I-Date does not go on with the tag before it"),
            ("a\tB-Cue\n\nb\tI-Date\n", 3, "I-Date does not go on with the tag before it"),
            ("a\tB-Date\nb\tO\nc\tI-Date\n", 3, "I-Date does not go on with the tag before it"),
            ("# anchor = March\n", 1, "Invalid isoformat string: 'March'"),
            ("a\tO\n", None, "no token has a tag Content or Date"),
        ],
    )
    def test_faults(self, source, line, message):
        """Each is named with its line."""
        with pytest.raises(ParseError) as caught:
            list(read_conll(source))
        assert (caught.value.line, caught.value.message) == (line, message)


ROW = {
    "id": "levy",
    "text": TEXT,
    "anchor": "2024-03-06",
    "dates": [{"span": at("Tuesday"), "value": "2024-03-05"}],
    "quotes": [
        {
            "content": [at('"It has no basis,"')],
            "source": [at("Han")],
            "name": "Han Seo-yeon",
            "kind": "direct",
            "polarity": "denied",
        }
    ],
    "events": [
        {"trigger": [at("rebuked")], "types": ["ACCUSE"], "actors": ["NOR"], "recipients": ["LVA"], "status": "claimed"}
    ],
}


class TestJsonLines:
    def test_what_is_read(self):
        """The keys are the attributes; ids and clusters are made where there are none."""
        (gold,) = read_jsonlines(f"\n{json.dumps(ROW)}\n\n")
        assert (gold.layers, gold.anchor) == (("dates", "quotes", "speakers", "events"), date(2024, 3, 6))
        assert (gold.quotes[0].id, gold.quotes[0].kind, gold.quotes[0].polarity) == ("q1", QuoteKind.DIRECT, "DENIED")
        assert (gold.events[0].cluster, gold.events[0].status) == ("e1", EventStatus.CLAIMED)
        assert gold.dates[0].span.of(gold.text) == "Tuesday"

    def test_layers(self):
        """A list that is there is a layer, also if it is empty; names make the layer of speakers."""
        lines = [{"id": "a", "text": "x", "dates": []}, {"id": "b", "text": "x", "quotes": [{"content": [[0, 1]]}]}]
        golds = list(read_jsonlines("\n".join(map(json.dumps, lines))))
        assert [one.layers for one in golds] == [("dates",), ("quotes",)]

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"title": "x"}, "unknown keys ['title'], missing keys []; known: id, text, anchor, dates, quotes, events"),
            ({"id": 7}, "unknown keys [], missing keys ['id']"),
            ({"anchor": "March"}, "Invalid isoformat string: 'March'"),
            (
                {"dates": [{"span": [0, 99], "value": None}]},
                "Span(0, 99) is outside the text of 76 characters, or empty",
            ),
            ({"dates": [{"span": [5, 5], "value": None}]}, "Span(5, 5) is outside the text"),
            ({"dates": [{"span": [0], "value": None}]}, "not enough values to unpack"),
            ({"dates": [{"span": [0, 1]}]}, "not a GoldDate: required field missing @ $.value"),
            ({"dates": [{"span": [0, 1], "value": "x", "type": "DATE"}]}, "not a GoldDate: extra fields found (type)"),
            (
                {"quotes": [{"content": [[0, 1]], "kind": "loud"}]},
                "expected one of DIRECT, MIXED, INDIRECT, got 'LOUD' @ $.kind",
            ),
            ({"quotes": ["x"]}, "the line cannot be read"),
            ({"events": [{"trigger": [[0, 1]], "types": ["AID"], "actors": ["no"]}]}, "'no' is not a code"),
        ],
    )
    def test_faults(self, change, message):
        """Each is named with its line."""
        with pytest.raises(ParseError) as caught:
            list(read_jsonlines("\n" + json.dumps({**ROW, **change})))
        assert caught.value.line == 2
        assert message in caught.value.message

    def test_broken_json(self):
        """A line that is not JSON, and one that is not an object."""
        for line in ("{", "[]", "7"):
            with pytest.raises(ParseError, match="gold JSON Lines: line 1: the line cannot be read: "):
                list(read_jsonlines(line))


class TestFiles:
    def test_a_fault_names_its_file(self, tmp_path):
        """File and line are in the message."""
        for name, content in [("a.gold.txt", "id: a\n"), ("b.jsonl", "{}"), ("c.conll", "x"), ("d.gold.txt", b"\xff")]:
            path = tmp_path / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            with pytest.raises(ParseError) as caught:
                read_gold(path)
            assert str(path) in str(caught.value)
            assert caught.value.line in {1, None}

    @pytest.mark.parametrize(
        ("name", "content", "missing"),
        [("a.gold.txt", "id: a\nraw: a.xml\n===\n===\n", "a.xml"), ("a.ann", "", "a.txt")],
    )
    def test_a_file_that_should_be_beside(self, tmp_path, name, content, missing):
        """The raw copy and brat's text are beside the gold file."""
        (tmp_path / name).write_text(content, encoding="utf-8")
        with pytest.raises(ParseError, match=f"{missing} is not beside it"):
            read_gold(tmp_path / name)

    def test_raw(self, tmp_path):
        """The bytes of the raw file come with the article."""
        (tmp_path / "a.gold.txt").write_text("id: a\nraw: a.xml\n===\n===\n", encoding="utf-8")
        (tmp_path / "a.xml").write_bytes(b"<nitf/>")
        assert read_gold(str(tmp_path))[0].raw == b"<nitf/>"

    def test_order(self, tmp_path):
        """Sources in their order, files of a folder by name, in all folders below."""
        (tmp_path / "z").mkdir()
        for name in ("b.jsonl", "a.jsonl", "z/c.jsonl"):
            (tmp_path / name).write_text(json.dumps({"id": name, "text": "x", "dates": []}), encoding="utf-8")
        assert [one.id for one in read_gold([tmp_path / "b.jsonl", tmp_path / "z"])] == ["b.jsonl", "z/c.jsonl"]
        assert [one.id for one in read_gold(tmp_path)] == ["a.jsonl", "b.jsonl", "z/c.jsonl"]

    def test_no_gold(self, tmp_path):
        """Another ending, an empty folder, no file."""
        (tmp_path / "a.txt").write_text("x", encoding="utf-8")
        with pytest.raises(
            ValueError, match=r"a.txt is not a gold file; gold files end in .gold.txt, .ann, .conll, .jsonl"
        ):
            read_gold(tmp_path / "a.txt")
        with pytest.raises(ValueError, match="no gold file below"):
            read_gold(tmp_path)
        with pytest.raises(FileNotFoundError):
            read_gold(tmp_path / "b.jsonl")
