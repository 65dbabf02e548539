"""PLOVER JSON, TimeML, DocBin and iCalendar, each read by a tool of others."""

import json
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import spacy
from lxml import etree
from spacy.tokens import DocBin
from told import SENTENCE, build_analysis, build_event, build_when

import diplonews as dn
from diplonews.lexicons.exports import load_export_schema

EVERY = tuple(dn.EventStatus)


class TestPlover:
    """An object for each event, one on a line."""

    def test_record(self, tmp_path):
        """The fields of the manual's record, in order; what is not known is null."""
        event = build_event(
            modes=("allege",),
            contexts=("economic",),
            when=build_when(date(2021, 4, 1), date(2021, 5, 1)),
            place=dn.Place(name="Riga", country="LVA"),
        )
        told = build_analysis(event, headline='Oslo: "no"', bylines=(dn.Byline(text="By A. Berg", names=("A. Berg",)),))
        (line,) = dn.export([told], tmp_path / "out", format="plover").read_text(encoding="utf-8").splitlines()
        record = json.loads(line)
        assert tuple(record) == load_export_schema("plover").names
        assert record.pop("coder") == f"diplonews {dn.__version__} plover/1"
        assert record == {
            "id": "8000000000000001",
            "date": "2021-04-01",
            "enddate": "2021-04-30",
            "actor": [{"code": "NOR", "sector": ["GOV"], "name": "Norway", "title": None}],
            "recipient": [{"code": "LVA", "sector": [], "name": "Riga", "title": None}],
            "event": ["ACCUSE"],
            "mode": ["allege"],
            "context": ["economic"],
            "quad_code": 3,
            "event_scale": -3.5,
            "event_loc": {
                "city": "Riga",
                "province": None,
                "country": "Latvia",
                "country_code": "LVA",
                "resolution": "city",
            },
            "event_text": ["rebuked"],
            "text": SENTENCE,
            "text_info": {"sequence": 1, "start": 0, "end": 29},
            "cite_info": {
                "story": "a-1",
                "headline": 'Oslo: "no"',
                "publisher": None,
                "author": ["A. Berg"],
                "date": "2021-05-05",
                "url": None,
                "language": None,
            },
            "status": "ACTUAL",
            "historical": False,
            "comment": "accuse.v.accuse",
        }

    def test_read_back(self, tmp_path, marked):
        """DuckDB reads the lines as a table."""
        duckdb = pytest.importorskip("duckdb")
        path = dn.export(marked, tmp_path / "events.jsonl", format="plover", statuses=EVERY)
        rows = duckdb.sql(f"select event[1], status, actor[1].code from read_json('{path}')").fetchall()
        assert ("ACCUSE", "ACTUAL", "NOR") in rows
        assert "PLANNED" in {status for _, status, _ in rows}


# The elements and attributes of TimeML 1.2.1 that an export may hold, as the specification has them.
TIMEML = """
<!ELEMENT TimeML (DOCID?, DCT?, TEXT, MAKEINSTANCE*, TLINK*)>
<!ATTLIST TimeML xmlns:xsi CDATA #IMPLIED xsi:noNamespaceSchemaLocation CDATA #IMPLIED>
<!ELEMENT DOCID (#PCDATA)>
<!ELEMENT DCT (TIMEX3)>
<!ELEMENT TEXT (#PCDATA | TIMEX3 | EVENT)*>
<!ELEMENT EVENT (#PCDATA)>
<!ATTLIST EVENT eid ID #REQUIRED
  class (OCCURRENCE | PERCEPTION | REPORTING | ASPECTUAL | STATE | I_STATE | I_ACTION) #REQUIRED>
<!ELEMENT TIMEX3 (#PCDATA)>
<!ATTLIST TIMEX3 tid ID #REQUIRED type (DATE | TIME | DURATION | SET) #REQUIRED value CDATA #REQUIRED
  mod (BEFORE | AFTER | ON_OR_BEFORE | ON_OR_AFTER | LESS_THAN | MORE_THAN | EQUAL_OR_LESS | EQUAL_OR_MORE | START |
  MID | END | APPROX) #IMPLIED
  quant CDATA #IMPLIED freq CDATA #IMPLIED temporalFunction (true | false) #IMPLIED
  functionInDocument (CREATION_TIME | EXPIRATION_TIME | MODIFICATION_TIME | PUBLICATION_TIME | RELEASE_TIME |
  RECEPTION_TIME | NONE) #IMPLIED>
<!ELEMENT MAKEINSTANCE EMPTY>
<!ATTLIST MAKEINSTANCE eiid ID #REQUIRED eventID IDREF #REQUIRED
  tense (FUTURE | INFINITIVE | PAST | PASTPART | PRESENT | PRESPART | NONE) #REQUIRED
  aspect (PROGRESSIVE | PERFECTIVE | PERFECTIVE_PROGRESSIVE | NONE) #REQUIRED
  pos (ADJECTIVE | NOUN | VERB | PREPOSITION | OTHER) #REQUIRED polarity (NEG | POS) #REQUIRED>
<!ELEMENT TLINK EMPTY>
<!ATTLIST TLINK lid ID #REQUIRED eventInstanceID IDREF #REQUIRED relatedToTime IDREF #REQUIRED
  relType (BEFORE | AFTER | INCLUDES | IS_INCLUDED | DURING | SIMULTANEOUS | IAFTER | IBEFORE | IDENTITY | BEGINS |
  ENDS | BEGUN_BY | ENDED_BY | DURING_INV) #REQUIRED>
"""


class TestTimeml:
    """A document for each article."""

    def test_documents(self, tmp_path, marked):
        """Valid TimeML, whose text is that of the article, with a file for each in their order."""
        folder = dn.export(marked, tmp_path / "out", format="timeml")
        files = sorted(folder.iterdir())
        assert [path.name for path in files] == ["000001-0.tml", "000002-1.tml"]
        grammar = etree.DTD(StringIO(TIMEML))
        for path, analysis in zip(files, marked, strict=True):
            root = etree.parse(path).getroot()
            assert grammar.validate(root), grammar.error_log
            assert "".join(root.find("TEXT").itertext()) == analysis.article.text
            assert [timex.text for timex in root.find("TEXT").iter("TIMEX3")] == [d.text for d in analysis.dates]
        first = etree.parse(files[0]).getroot()
        assert [event.text for event in first.iter("EVENT")][:2] == ["rebuked", "hold"]
        link = first.find("TLINK")
        assert first.find(f"TEXT/TIMEX3[@tid='{link.get('relatedToTime')}']").text == "Tuesday"
        assert files[0].read_text(encoding="utf-8").endswith(f"<!-- diplonews {dn.__version__} timeml/1 -->\n")

    def test_events_that_share_words(self, tmp_path):
        """Two events of one trigger are two instances; a trigger that overlaps a date, or another one, is left out."""
        told = build_analysis(
            build_event(),
            build_event(status=dn.EventStatus.NEGATED),
            build_event(trigger=(dn.Span(8, 15),)),
            build_event(trigger=(dn.Span(18, 28),)),
        )
        told = dn.Analysis(
            article=told.article, dates=(build_when(date(2021, 5, 4), date(2021, 5, 5)),), events=told.events
        )
        (path,) = dn.export([told], tmp_path / "out", format="timeml").iterdir()
        root = etree.parse(path).getroot()
        assert etree.DTD(StringIO(TIMEML)).validate(root)
        assert [event.text for event in root.iter("EVENT")] == ["rebuked"]
        assert [made.get("polarity") for made in root.iter("MAKEINSTANCE")] == ["POS", "NEG"]

    @pytest.mark.parametrize("name", ["../../etc/passwd", "urn:newsml:a:b:1", "한국", ".", "x" * 300])
    def test_names(self, tmp_path, name):
        """An article's id is part of the file name as far as file systems take it, and leads nowhere else."""
        folder = dn.export([build_analysis(identifier=name)], tmp_path / "out", format="timeml")
        (path,) = folder.iterdir()
        assert path.name.startswith("000001")
        assert path.suffix == ".tml"


class TestDocbin:
    """spaCy reads the documents with their spans."""

    def test_read_back(self, tmp_path, marked):
        """The groups of spans, and the findings as the pipes keep them."""
        path = dn.export(marked, tmp_path / "out.spacy", format="docbin")
        docs = list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))
        assert [doc.text for doc in docs] == [analysis.article.text for analysis in marked]
        first = docs[0]
        assert {span.text: span.kb_id_ for span in first.spans["diplonews_dates"]}["Tuesday"] == "2021-05-04"
        assert ("DIRECT", "Kari Lunde") in [(s.label_, s.kb_id_) for s in first.spans["diplonews_quotes"]]
        assert ("rebuked", "ACCUSE", "ACTUAL") in [
            (s.text, s.label_, s.kb_id_) for s in first.spans["diplonews_events"]
        ]
        assert "NOR" in {span.label_ for span in first.spans["diplonews_actors"]}

    def test_findings(self, tmp_path, marked):
        """What the pipes offer as `doc._.diplonews` is there: the findings themselves."""
        from diplonews.components import Findings

        path = dn.export(marked, tmp_path / "out.spacy", format="docbin")
        first = next(DocBin(store_user_data=True).from_disk(path).get_docs(spacy.blank("en").vocab))
        found = Findings(first)
        assert (found.dates, found.quotes, found.events) == (marked[0].dates, marked[0].quotes, marked[0].events)
        assert found.anchor == marked[0].article.anchor
        assert first.user_data["diplonews"]["export"] == f"diplonews {dn.__version__} docbin/1"

    def test_odd_text(self, tmp_path):
        """Half of a surrogate pair, which spaCy does not take, is replaced; offsets stay."""
        told = build_analysis(build_event(trigger=(dn.Span(4, 11),)), text="\ud83d\ude00\ud800 rebuked")
        path = dn.export([told], tmp_path / "out.spacy", format="docbin")
        (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
        assert [span.text for span in doc.spans["diplonews_events"]] == ["rebuked"]


class TestIcal:
    """A calendar program reads the entries."""

    def read(self, path):
        icalendar = pytest.importorskip("icalendar")
        return icalendar.Calendar.from_ical(path.read_bytes())

    def test_entries(self, tmp_path, marked):
        """What is planned and has a date is an entry all day long, stamped with the time of publication."""
        calendar = self.read(dn.export(marked, tmp_path / "out.ics", format="ical"))
        assert str(calendar["PRODID"]) == f"-//diplonews//diplonews {dn.__version__} ical/1//EN"
        (event,) = [e for e in marked[0].events if e.status == "PLANNED"]
        (entry,) = calendar.walk("VEVENT")
        assert str(entry["UID"]) == event.id
        assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (date(2021, 5, 11), date(2021, 5, 12))
        assert entry.decoded("DTSTAMP") == datetime(2021, 5, 4, tzinfo=UTC)
        assert str(entry["SUMMARY"]) == "Norway, Latvia: hold talks"
        assert str(entry["LOCATION"]) == "Riga, Latvia"
        assert str(entry["DESCRIPTION"]) == event.text
        assert str(entry["STATUS"]) == "TENTATIVE"

    def test_times(self, tmp_path):
        """An hour with an offset is written in UTC."""
        start = datetime.fromisoformat("2021-05-06T10:00+05:30")
        when = build_when(start, start + timedelta(hours=1))
        told = build_analysis(build_event(when=when, status=dn.EventStatus.PLANNED))
        path = dn.export([told], tmp_path / "out.ics", format="ical")
        (entry,) = self.read(path).walk("VEVENT")
        assert entry.decoded("DTSTART") == datetime(2021, 5, 6, 4, 30, tzinfo=UTC)
        assert b"DTSTART:20210506T043000Z\r\n" in path.read_bytes()
        assert entry.decoded("DTSTAMP") == datetime(2021, 5, 4, 16, 30, tzinfo=UTC)

    def test_undated(self, tmp_path, caplog):
        """Events without a date are counted in the log."""
        told = build_analysis(build_event(status=dn.EventStatus.PLANNED))
        assert list(self.read(dn.export([told], tmp_path / "out.ics", format="ical")).walk("VEVENT")) == []
        assert caplog.messages == ["events without a date left out of the calendar: 1"]
