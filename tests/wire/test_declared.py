"""Parsers declared in TOML files."""

import pytest

import diplonews as dn
from diplonews._build.build_parsers_file import TARGET, render
from diplonews.testing import check_parser
from diplonews.wire.registry import default_registry

BULLETIN = r"""
about = "Bulletins of the Ministry of Tides."
name = "tides"
outlet = "Ministry of Tides"
timezone = "Europe/Tallinn"
date_order = "dmy"
boilerplate = ['Ministry of Tides \| No\. \d+', 'Subscribe to the bulletin']
end_marks = ['-- end --']
valid_until = 2031-12-31
marks = [
    { pattern = '^Ministry of Tides \| No\. \d+$', weight = 0.9, needle = "Ministry of Tides" },
]

[[examples]]
raw = '''
Ministry of Tides | No. 41
Envoy of Sudmark received in the harbour office
04/03/2024 09:30
TALLINN — The minister received the envoy of Sudmark on Monday.
The visit lasted an hour.
Subscribe to the bulletin
-- end --
'''
headline = "Envoy of Sudmark received in the harbour office"
published = 2024-03-04T09:30:00+02:00
place = "TALLINN"
names = []
body_end = "lasted an hour."
"""


@pytest.fixture
def _own_registry():
    """What a test registers is gone after it."""
    default_registry.cache_clear()
    yield
    default_registry.cache_clear()


@pytest.fixture
def load(tmp_path, _own_registry):
    def loaded(text):
        path = tmp_path / "my.toml"
        path.write_text(text, encoding="utf-8")
        return dn.load_parser(path)

    return loaded


def test_built_in_file_is_fresh():
    """`parsers.jsonl` is what the files of `parsers/` declare; `diplonews._build.build_parsers_file` makes it."""
    assert TARGET.read_text(encoding="ascii") == render()


class TestLoadParser:
    def test_contract(self, load):
        """What a file declares keeps the contract, its examples included."""
        parser = load(BULLETIN)
        check_parser(parser)
        assert parser.__doc__ == "Bulletins of the Ministry of Tides."
        assert parser.examples[0].published == "2024-03-04T09:30:00+02:00"

    def test_is_registered(self, load):
        """`parse_article` chooses the parser from now on, and `parsers` says which file it came from."""
        raw = load(BULLETIN).examples[0].raw
        assert dn.parse_article(raw).format == "tides"
        assert next(info.origin for info in dn.parsers() if info.name == "tides").endswith("my.toml")

    def test_registering_it_again_changes_nothing(self, load):
        """A class that is there already may be registered again."""
        parser = load(BULLETIN)
        assert dn.register_parser(parser) is parser

    def test_a_file_that_was_changed_is_read_again(self, load):
        """The second reading of a file takes the place of the first."""
        load(BULLETIN)
        load(BULLETIN.replace("Europe/Tallinn", "Asia/Tokyo"))
        assert [info.timezone for info in dn.parsers() if info.name == "tides"] == ["Asia/Tokyo"]

    def test_a_faulty_second_version_leaves_the_first(self, load):
        """The parser that was there stays until the file is right again."""
        load(BULLETIN)
        with pytest.raises(dn.RegistrationError):
            load(BULLETIN.replace("Europe/Tallinn", "Nowhere"))
        assert [info.timezone for info in dn.parsers() if info.name == "tides"] == ["Europe/Tallinn"]

    @pytest.mark.parametrize(
        ("old", "new", "key", "reason"),
        [
            ('name = "tides"', "", "name", "`name` is missing"),
            ('name = "tides"', 'name = "yonhap"', "name", "`name` is taken by another parser (built in)"),
            ('"Ministry of Tides"\n', "7\n", "outlet", "`outlet` must be a text (got 7)"),
            ("Europe/Tallinn", "Mars", "timezone", "`timezone` must be an IANA name such as 'Asia/Seoul' (got 'Mars')"),
            ('"dmy"', '"ymd"', "date_order", "`date_order` must be 'mdy', 'dmy' or None (got 'ymd')"),
            ("2031-12-31", '"2031"', "valid_until", "`valid_until` must be a date (got '2031')"),
            ("outlet =", "outlett =", "outlett", "`outlett` is not a known key; known: name, "),
            ("['-- end --']", "'-- end --'", "end_marks", "`end_marks` must be a list (got '-- end --')"),
            ("['-- end --']", "[1]", "end_marks[0]", "`end_marks[0]` must be a text (got 1)"),
            ("'-- end --'", "'(end'", "end_marks[0]", "`end_marks[0]` is not a valid regular expression: '(end' ("),
            ("0.9", "9", "marks[0].weight", "`marks[0].weight` must be a number from 0 to 1 (got 9)"),
            ("0.9", "true", "marks[0].weight", "`marks[0].weight` must be a number (got True)"),
            ("pattern =", "pat =", "marks[0].pattern", "`marks[0].pattern` is missing; `marks[0].pat` is not a"),
            ("place =", "town =", "examples[0].town", "`examples[0].town` is not a known key"),
            ("names = []", "names = [4]", "examples[0].names[0]", "`examples[0].names[0]` must be a text (got 4)"),
        ],
    )
    def test_faults(self, load, old, new, key, reason):
        """A bad file is an error with the file, the key and the reason."""
        assert old in BULLETIN
        with pytest.raises(dn.RegistrationError) as caught:
            load(BULLETIN.replace(old, new, 1))
        assert caught.value.key == key
        assert caught.value.file.endswith("my.toml")
        assert str(caught.value).startswith(caught.value.file + ": ")
        assert reason in str(caught.value)

    def test_without_examples(self, load):
        """A declaration needs an example, as a class does."""
        with pytest.raises(dn.RegistrationError, match="`examples` must hold at least one example"):
            load('name = "bare"')

    def test_marks_that_are_no_tables(self, load):
        """A list of texts where tables belong is named."""
        with pytest.raises(dn.RegistrationError, match=r"`marks\[0\]` must be a table \(got 'x'\)"):
            load('name = "bare"\nmarks = ["x"]')

    def test_no_toml(self, load):
        """What can't be read as TOML says where."""
        with pytest.raises(dn.RegistrationError, match=r"my\.toml: is not TOML in UTF-8 \(.*line 1"):
            load("name: tides")

    def test_no_file(self, tmp_path):
        """A file that is not there is the system's error."""
        with pytest.raises(FileNotFoundError):
            dn.load_parser(tmp_path / "none.toml")
