"""Bytes to text."""

import pytest
from hypothesis import given, strategies as st

from diplonews import ParseError, parse_article
from diplonews.wire.base import Copy
from diplonews.wire.decoding import decode

# One sentence in many scripts; `encodings` are those by which such pages are declared.
SENTENCES = [
    ("Beide Länder verlegen ein Kabel – „für Österreich“, heißt es.", ("windows-1252", "macintosh")),
    ("Les deux pays poseront un câble pour 300 €, a dit l'élu.", ("iso-8859-15",)),
    ("Obě země položí kabel, řekl ministr.", ("iso-8859-2", "windows-1250", "cp852")),
    ("İki ülke kabloyu döşeyecek, dedi bakan.", ("iso-8859-9", "windows-1254")),
    ("Обе страны во вторник договорились о кабеле.", ("windows-1251", "koi8-r", "iso-8859-5", "ibm866")),
    ("Οι δύο χώρες συμφώνησαν την Τρίτη για το καλώδιο.", ("iso-8859-7", "windows-1253")),
    ("שתי המדינות הסכימו ביום שלישי על הכבל.", ("windows-1255", "iso-8859-8")),
    ("اتفق البلدان يوم الثلاثاء على مد كابل بحري.", ("windows-1256", "iso-8859-6")),
    ("ทั้งสองประเทศตกลงเรื่องสายเคเบิลเมื่อวันอังคาร", ("tis-620", "windows-874")),
    ("両国は海底ケーブルに合意したと火曜日に発表した。", ("shift_jis", "euc-jp", "iso-2022-jp")),
    ("두 나라가 해저 케이블에 합의했다고 화요일 밝혔다.", ("euc-kr", "ks_c_5601-1987")),
    ("两国星期二就海底电缆达成协议。", ("gb2312", "gbk", "gb18030")),
    ("兩國星期二就海底電纜達成協議。", ("big5",)),
]
CODECS = {
    "iso-8859-15": "iso8859-15",
    "macintosh": "mac-roman",
    "iso-8859-8": "iso8859-8",
    "windows-874": "cp874",
    "ks_c_5601-1987": "cp949",
}
DECLARATIONS = [
    '<?xml version="1.0" encoding="{}"?>\n<p>',
    "<?xml version='1.0' encoding = '{}' standalone='yes'?>\n<p>",
    "<!doctype html><meta charset={}><p>",
    '<!DOCTYPE html><META CharSet="{}"/><p>',
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"><p>',
    "<html><head><meta content='text/html;charset={}' http-equiv='Content-Type'><p>",
    "<!-- <meta charset=koi8-r> --><meta charset={}><p>",
    '<script src="a.js" charset="koi8-r"></script><meta charset={}><p>',
    "From: desk@agency.example\nContent-Type: text/plain;\n charset={}\n\n",
]
LEGACY = [(words, label) for words, labels in SENTENCES for label in labels]
# Codecs of Python that are not character encodings, or that no browser reads.
NO_LABELS = ["undefined", "idna", "rot13", "unicode_escape", "raw_unicode_escape", "punycode", "base64", "utf_7"]
NO_LABELS += [
    "utf-7",
    "hex",
    "zlib",
    "bz2",
    "uu",
    "quopri",
    "mbcs",
    "oem",
    "utf-16",
    "utf-32",
    "x-wire",
    "::",
    "-" * 40,
]


class TestUtf8:
    """Text that is UTF-8 except for a few bytes."""

    @given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
    def test_comes_back(self, text):
        """UTF-8 is read as such, line ends included."""
        if not text.startswith("\ufeff") and "\x1b" not in text:
            assert decode(text.encode()) == text

    @pytest.mark.parametrize("words", [words for words, _ in SENTENCES])
    @pytest.mark.parametrize("bad", [b"\xff", b"\xe9", b"\x93", b"\xed\xa0\x80", b"\xe2\x80"])
    @pytest.mark.parametrize("before", ["", "<!doctype html><p>", "<!doctype html><meta charset=utf-8><p>"])
    def test_a_bad_byte_spoils_nothing_else(self, words, bad, before):
        """The rest of a text or page is read as if it were not there."""
        assert decode(f"{before}{words}\n".encode() + bad) in [f"{before}{words}\n" + "\ufffd" * n for n in (1, 2, 3)]

    def test_one_good_character_is_enough_for_one_bad_byte(self):
        """As many characters that can be read as bytes that can't: UTF-8; one more bad byte: not."""
        assert decode("Zürich ".encode() + b"\xff") == "Zürich \ufffd"
        assert decode("Zürich ".encode() + b"\xff \xff") == "ZÃ¼rich ÿ ÿ"

    def test_a_replacement_character_of_the_copy_is_none_of_ours(self):
        """What was lost before counts for UTF-8, not against it."""
        assert decode("\ufffd\ufffd ".encode() + b"\xff") == "\ufffd\ufffd \ufffd"

    def test_cut_off(self):
        """A file that ends within a character loses that one."""
        assert decode("Gespräche in Zürich: Ö".encode()[:-1]) == "Gespräche in Zürich: \ufffd"

    @pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "koi8-r", "shift_jis", "utf-16"])
    @pytest.mark.parametrize("bad", [b"", b"\xff"])
    def test_whatever_is_declared(self, label, bad):
        """A declaration that the bytes belie is passed over."""
        start = f"<meta charset={label}><p>Zürich – "
        assert decode(start.encode() + bad) == start + "\ufffd" * len(bad)


class TestDeclared:
    """Other encodings, by what the copy says of itself."""

    @pytest.mark.parametrize(("words", "label"), LEGACY)
    @pytest.mark.parametrize("declaration", DECLARATIONS)
    def test_is_followed(self, words, label, declaration):
        """XML declaration, meta element, header of a mail; in any case, by any label that browsers know."""
        start = declaration.format(label.upper())
        data = (start + words).encode(CODECS.get(label, label))
        assert decode(data) == start + words
        assert decode(data).endswith(words)

    @pytest.mark.parametrize(("words", "label"), LEGACY)
    def test_is_no_utf8(self, words, label):
        """No sentence in another encoding looks like UTF-8 with a few bad bytes."""
        start = f"<meta charset={label}>"
        assert decode((start + words).encode(CODECS.get(label, label))).endswith(words)

    @pytest.mark.parametrize(
        ("label", "data", "text"),
        [
            ("iso-8859-1", b"\x93deal\x94", "“deal”"),  # browsers read it as windows-1252
            ("ascii", b"M\xfcller", "Müller"),
            ("gb2312", "朱镕基".encode("gb18030"), "朱镕基"),
            ("shift_jis", "①㈱".encode("cp932"), "①㈱"),
            ("euc-kr", "똠방각하".encode("cp949"), "똠방각하"),
            ("utf-8", b"M\xfcller", "Müller"),
        ],
    )
    def test_labels_mean_what_they_mean_to_browsers(self, label, data, text):
        """A label means the larger encoding that is used under it."""
        start = f"<meta charset={label}><p>"
        assert decode(start.encode() + data) == start + text

    def test_a_bad_byte_spoils_nothing_else(self):
        """A few bytes that the declared encoding lacks are replaced."""
        start = "<meta charset=euc-kr><p>"
        words = "두 나라가 해저 케이블에 합의했다고 화요일 밝혔다."
        assert decode((start + words).encode("euc-kr") + b"\xff") == f"{start}{words}\ufffd"

    def test_belied(self):
        """An encoding in which much can't be read is passed over."""
        assert decode(b"<meta charset=shift_jis>" + b"\xfc\xfc \xff\xa0 " * 20).endswith("üü ÿ\xa0 ")

    @pytest.mark.parametrize("label", NO_LABELS)
    @pytest.mark.parametrize("declaration", [*DECLARATIONS, "charset={} "])
    def test_no_codec_but_those_of_browsers(self, label, declaration):
        """Any other label is passed over, whatever Python knows by that name."""
        start = declaration.format(label)
        assert decode(start.encode() + b"\xff") == start + "ÿ"
        assert decode(start.encode()) == start


class TestOrderOfTrust:
    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"M\xfcller", "Müller"),
            (b"\x93deal\x94", "“deal”"),
            ("\ufeffé".encode(), "é"),
            ("Gespräch".encode("utf-16"), "Gespräch"),
            ('<?xml version="1.0"?><a>ą</a>'.encode("utf-16-le"), '<?xml version="1.0"?><a>ą</a>'),
            ('<?xml version="1.0"?><a>ą</a>'.encode("utf-16-be"), '<?xml version="1.0"?><a>ą</a>'),
            (b"One\r\nTwo\r", "One\r\nTwo\r"),
            (b"\x1b$ is no Japanese", "\x1b$ is no Japanese"),
            ("<meta charset=latin1>\x1bé".encode(), "<meta charset=latin1>\x1bé"),
        ],
    )
    def test_order(self, data, text):
        """A byte order mark, UTF-8, what is declared, cp1252; line ends are kept."""
        assert decode(data) == text

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_byte_order_mark_with_a_bad_byte(self, encoding):
        """A bad byte behind a byte order mark is replaced."""
        assert decode("Gespräche in Zürich, ".encode(encoding) + b"\xff") == "Gespräche in Zürich, \ufffd"


class TestNoText:
    def test_nul(self):
        """Input that consists mostly of NULs is not text; the error says on which line."""
        with pytest.raises(ParseError, match="line 2: not text: a NUL byte") as caught:
            decode(b"abc\n\x00\x01")
        assert caught.value.line == 2

    @pytest.mark.parametrize(
        ("data", "name"),
        [(b"%PDF-1.7\nabc", "a PDF file"), (b"\x1f\x8b\x08abc", "gzip data"), (b"PK\x03\x04abc", "a ZIP archive")],
    )
    def test_known_binary(self, data, name):
        """A file that is not text is named, even if it contains no NUL."""
        with pytest.raises(ParseError, match=f"line 1: not text: {name}"):
            decode(data)

    def test_not_decodable(self):
        """A byte that cp1252 lacks is an error with its line; in markup it is replaced."""
        with pytest.raises(ParseError, match="line 2: not decodable as UTF-8 nor as cp1252"):
            decode(b"abc\n\x81\xff")
        assert decode(b" <p>\x81\xff") == " <p>\ufffdÿ"

    def test_bad_byte_order_mark(self):
        """What a byte order mark promises must hold for most of it."""
        with pytest.raises(ParseError, match="utf-8-sig"):
            decode(b"\xef\xbb\xbf\xff")

    def test_nul_in_plain_text(self):
        """It is read as U+FFFD in a word and as a space elsewhere; the text keeps it."""
        raw = b"Envoys me\0et\n\nOSLO (Reuters) -\0Two envoys met.\0\0\0\n" + b"They left at night. " * 3
        article = parse_article(raw)
        assert (article.headline, article.dateline.places[0].name) == ("Envoys me\ufffdet", "OSLO")
        assert article.body.startswith("Two envoys met.\n\nThey left")
        assert article.text == raw.decode()
        assert parse_article(raw.decode()) == article

    def test_nul_in_markup(self):
        """A page is read past its NULs."""
        raw = b"<!doctype html><h1>Cable agr\0eed</h1><p>They\0 met.</p><p>They left.</p>\0"
        article = parse_article(raw)
        assert (article.format, article.headline) == ("html", "Cable agreed")
        assert article.text == parse_article(raw.replace(b"\0", b"")).text
        assert article.text == parse_article(raw.decode()).text


@given(st.binary())
def test_any_bytes(data):
    """Bytes are text or a ParseError."""
    try:
        text = Copy(data).text
    except ParseError:
        return
    assert isinstance(text, str)


@given(
    st.sampled_from(DECLARATIONS),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20),
    st.binary(min_size=1).map(lambda data: data.replace(b"\0", b"")),
)
def test_any_label(declaration, label, data):
    """Whatever is declared, bytes are text or a ParseError."""
    try:
        text = decode(declaration.format(label).encode() + data)
    except ParseError:
        return
    assert isinstance(text, str)
