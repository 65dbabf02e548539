"""Files of weights: what is damaged never reaches the library that trusts it."""

import io
import sys
import zipfile
from hashlib import sha256

import pytest
from hypothesis import given, strategies as st

from diplonews.errors import ModelNotFoundError
from diplonews.quotes import load_quote_model
from diplonews.quotes.learned.weights import HEADER, MOST_BYTES, Weights, read_weights, write_weights

WEIGHTS = Weights(
    forms=("grouched",),
    stems=("grouch",),
    models={"cues.crf": b"lCRF\0" * 9, "roles.crf": b"\xff" * 5, "verdicts.crf": b""},
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A file of weights."""
    path = tmp_path_factory.mktemp("weights") / "quotes.crf"
    write_weights(path, WEIGHTS)
    return path


@pytest.fixture(scope="module")
def spoilt(path):
    """Another file, to be filled with damaged weights."""
    return path.with_name("spoilt.crf")


def sealed(archive):
    """An archive with a header and a checksum that fits."""
    return HEADER + sha256(archive).digest() + archive


def packed(**members):
    """An archive of members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def test_round_trip(path):
    """What was written can be read again."""
    read = read_weights(path)
    assert (read.forms, read.stems, read.models) == (WEIGHTS.forms, WEIGHTS.stems, WEIGHTS.models)


@given(st.data())
def test_every_flipped_bit_is_found(path, spoilt, data):
    """One bit anywhere in the file is enough."""
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) * 8 - 1))
    content[place // 8] ^= 1 << place % 8
    spoilt.write_bytes(content)
    with pytest.raises(ValueError, match="diplonews train-quotes CORPUS"):
        read_weights(spoilt)


@given(st.data())
def test_every_cut_is_found(path, spoilt, data):
    """A file that ends early, or late, is refused."""
    content = path.read_bytes()
    spoilt.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(ValueError, match="diplonews train-quotes CORPUS"):
        read_weights(spoilt)
    spoilt.write_bytes(content + data.draw(st.binary(min_size=1)))
    with pytest.raises(ValueError, match="is damaged: its checksum differs"):
        read_weights(spoilt)


@given(st.binary())
def test_what_is_sealed_and_no_weights(spoilt, content):
    """Any content with a matching checksum raises nothing but a ValueError."""
    spoilt.write_bytes(sealed(content))
    with pytest.raises(ValueError, match="is not a model of quotes"):
        read_weights(spoilt)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not a model of quotes; make one: diplonews train-quotes CORPUS"),
        (b"lCRF" + bytes(60), "is not a model of quotes; make one"),
        ("Zürich\n".encode("utf-16"), "is not a model of quotes; make one"),
        (packed(words_json='{"forms": [], "stems": []}'), "was written by another version of diplonews; train it anew"),
        (b"diplonews quotes 3\n" + bytes(60), "was written by another version of diplonews; train it anew"),
        (HEADER, "is damaged: its checksum differs; copy it again, or train it anew"),
        (sealed(packed(words_json="[]", cues_crf="", roles_crf="", verdicts_crf="")), "is not a model of quotes"),
        (sealed(packed(words_json="{}", cues_crf="", roles_crf="", verdicts_crf="")), "is not a model of quotes"),
        (
            sealed(packed(words_json='{"forms": 7, "stems": 7}', cues_crf="", roles_crf="", verdicts_crf="")),
            "not a model",
        ),
        (sealed(packed(words_json='{"forms": [], "stems": []}', cues_crf="")), "is not a model of quotes"),
    ],
)
def test_other_files(spoilt, content, message):
    """An empty file, a foreign one, an old one, and a well sealed one without what belongs in it."""
    spoilt.write_bytes(content)
    with pytest.raises(ValueError, match=message):
        read_weights(spoilt)


def test_too_large(spoilt):
    """A file of any size is refused before it is read."""
    with spoilt.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(ValueError, match=r"too large for a model of quotes \(200,000,001 bytes, at most 200,000,000\)"):
        read_weights(spoilt)


def test_too_large_unpacked(spoilt):
    """So is a small one that would grow large."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("cues.crf", "w") as member:
        for _ in range(MOST_BYTES // 1_000_000 + 1):
            member.write(bytes(1_000_000))
    spoilt.write_bytes(sealed(file.getvalue()))
    with pytest.raises(ValueError, match="201,000,000 bytes unpacked, at most 200,000,000"):
        read_weights(spoilt)


def test_missing(tmp_path):
    """No file, or a folder, is a missing model."""
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(ModelNotFoundError, match="make them: diplonews train-quotes CORPUS"):
            read_weights(path)


def test_nothing_damaged_reaches_the_library(path, spoilt, monkeypatch):
    """The library is not even given the bytes."""
    given_bytes = []

    class Tagger:
        def open_inmemory(self, content):
            given_bytes.append(content)

        def labels(self):
            return ()

    monkeypatch.setitem(sys.modules, "pycrfsuite", type("Library", (), {"Tagger": Tagger}))
    load_quote_model(path)
    assert given_bytes == list(WEIGHTS.models.values())
    spoilt.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match="is damaged"):
        load_quote_model(spoilt)
    assert len(given_bytes) == 3
