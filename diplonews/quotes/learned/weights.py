"""The file of a trained second stage: a header, a checksum, and a ZIP archive of word lists and three models.

The library that reads the models trusts their bytes: a damaged one can end the process. So the checksum of a
file is verified before any of it reaches the library.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import attrs

from diplonews.errors import ModelNotFoundError

__all__ = ["CUES", "ROLES", "VERDICTS", "Weights", "read_weights", "write_weights"]

CUES, ROLES, VERDICTS, WORDS = "cues.crf", "roles.crf", "verdicts.crf", "words.json"
HEADER = b"diplonews quotes 2\n"
ANY_HEADER = b"diplonews quotes "
UNCHECKED = b"PK"  # version 1: the archive alone
MOST_BYTES = 200_000_000  # a corpus of 840 articles makes 2.8 million
MAKE = "diplonews train-quotes CORPUS"


@attrs.frozen(kw_only=True, eq=False)
class Weights:
    """The weights learnt from a corpus.

    Attributes:
        forms: verb forms that are cues in the corpus, in addition to those of the lexicon.
        stems: the stems of words that can be candidates.
        models: the models by name.
    """

    forms: tuple[str, ...]
    stems: tuple[str, ...]
    models: Mapping[str, bytes]


def write_weights(path: Path, weights: Weights) -> None:
    """Write a file that `read_weights` reads."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as members:
        words = {"forms": weights.forms, "stems": weights.stems}
        members.writestr(WORDS, json.dumps(words, ensure_ascii=False))
        for name, content in weights.models.items():
            members.writestr(name, content)
    data = archive.getvalue()
    path.write_bytes(HEADER + sha256(data).digest() + data)


def read_weights(path: Path) -> Weights:
    """The weights in a file.

    Raises:
        ModelNotFoundError: if there is no such file.
        ValueError: if it is not a file of weights, or was altered.
    """
    if not path.is_file():
        raise ModelNotFoundError(f"no weights in {str(path)!r}; make them: {MAKE}")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ValueError(f"{str(path)!r} is too large for a model of quotes ({size:,} bytes, at most {MOST_BYTES:,})")
    content = path.read_bytes()
    if not content.startswith(HEADER):
        if content.startswith((ANY_HEADER, UNCHECKED)):
            raise ValueError(f"{str(path)!r} was written by another version of diplonews; train it anew: {MAKE}")
        raise ValueError(f"{str(path)!r} is not a model of quotes; make one: {MAKE}")
    checksum, data = content[len(HEADER) :][:32], content[len(HEADER) + 32 :]
    if sha256(data).digest() != checksum:
        raise ValueError(f"{str(path)!r} is damaged: its checksum differs; copy it again, or train it anew: {MAKE}")
    try:
        return _unpack(data)
    except Exception as error:  # the checksum matches, but the archive is not ours: any error can follow
        raise ValueError(f"{str(path)!r} is not a model of quotes ({error}); make one: {MAKE}") from error


def _unpack(data: bytes) -> Weights:
    with zipfile.ZipFile(io.BytesIO(data)) as members:
        size = sum(member.file_size for member in members.infolist())
        if size > MOST_BYTES:
            raise ValueError(f"{size:,} bytes unpacked, at most {MOST_BYTES:,}")
        words = json.loads(members.read(WORDS))
        models = {name: members.read(name) for name in (CUES, ROLES, VERDICTS)}
    return Weights(forms=tuple(map(str, words["forms"])), stems=tuple(map(str, words["stems"])), models=models)
