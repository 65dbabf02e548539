"""The files of a source: a file, a folder, a pattern, the members of an archive; nothing is unpacked to disk."""

from __future__ import annotations

import bz2
import csv
import glob
import gzip
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import dropwhile
from pathlib import Path, PurePosixPath
from typing import IO, Any, TypeAlias

import attrs

from diplonews.errors import ReadError
from diplonews.reading.rows import fault_at

__all__ = ["ARCHIVE", "UNREADABLE", "File", "is_pattern", "iter_files", "matching", "read_all"]

LARGEST_MEMBER_BYTES = 1 << 29
Opener: TypeAlias = "Callable[[], AbstractContextManager[IO[bytes]]]"
CHUNK_BYTES = 1 << 20
ARCHIVE = ".zip"
ANY_FOLDERS = "**"
ENCRYPTED = 1  # bit of a member's flags
UNPACKERS: dict[str, Callable[..., Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
HIDDEN = (".", "__MACOSX", "Thumbs.db", "desktop.ini")  # what file managers leave behind
# errors of opening and reading a file that is broken, cut off, encrypted or not permitted
UNREADABLE = (
    *(OSError, EOFError, ValueError, OverflowError, RuntimeError),
    *(csv.Error, struct.error, zlib.error, lzma.LZMAError, zipfile.BadZipFile),
)


@attrs.frozen(kw_only=True, eq=False)
class File:
    """A file or a member of an archive.

    Attributes:
        place: its path, relative to the source.
        kind: the suffix that names its format (`.csv`), in lower case, without a final `.gz`.
        packed: whether it is unpacked while it is read.
        source: opens the stored file.
    """

    place: str
    kind: str
    packed: bool
    source: Opener
    unpack: Callable[[IO[bytes]], IO[bytes]] | None

    @classmethod
    def of(cls, place: str, source: Opener, *, packed: bool = False) -> File:
        """The file at a place; its suffixes give its compression and format."""
        path = PurePosixPath(place.lower())
        unpack = UNPACKERS.get(path.suffix)
        kind = path.suffix if unpack is None else PurePosixPath(path.stem).suffix
        return cls(place=place, kind=kind, packed=packed or unpack is not None, source=source, unpack=unpack)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """The content of the file, unpacked, open for reading."""
        with self.source() as stored:
            if self.unpack is None:
                yield stored
            else:
                with self.unpack(stored) as stream:
                    yield stream


def read_all(file: File, stream: IO[bytes]) -> bytes:
    """The whole content of a file.

    Raises:
        ValueError: if it unpacks to more than 512 MiB.
    """
    if not file.packed:
        return stream.read()
    chunks: list[bytes] = []
    left = LARGEST_MEMBER_BYTES
    while chunk := stream.read(CHUNK_BYTES):
        left -= len(chunk)
        if left < 0:
            raise ValueError(f"unpacks to more than {LARGEST_MEMBER_BYTES >> 20} MiB; unpack and split it first")
        chunks.append(chunk)
    return b"".join(chunks)


def is_pattern(path: str) -> bool:
    """Whether a path is a pattern for files rather than the name of one."""
    return glob.has_magic(path) and not os.path.lexists(path)


def matching(pattern: str) -> Iterator[str]:
    """The paths that match a pattern; `**` matches any number of folders and does not follow links."""
    parts = Path(pattern).parts
    if ANY_FOLDERS not in parts:
        yield from glob.iglob(pattern)  # noqa: PTH207 -- it may be absolute
        return
    first = parts.index(ANY_FOLDERS)
    rest = [*dropwhile(ANY_FOLDERS.__eq__, parts[first:])] or ["*"]
    for top in matching(str(Path(*parts[:first]))):
        for folder, inner, _ in os.walk(top):
            inner[:] = [name for name in inner if not _is_hidden(name)]
            yield from matching(str(Path(glob.escape(folder), *rest)))


def iter_files(source: str) -> Iterator[File | ReadError]:
    """The files of a path or pattern in the order of their names, and an error for what can't be opened."""
    path = Path(source)
    if is_pattern(source):
        fixed = next(number for number, part in enumerate(path.parts) if glob.has_magic(part))
        base = Path(*path.parts[:fixed])
        nested = ANY_FOLDERS in path.parts
        for found in map(Path, sorted(set(matching(source)))):
            if found.is_file() or (found.is_dir() and not nested):
                yield from _files(found, found.relative_to(base).as_posix())
    else:
        yield from _files(path, "" if path.is_dir() else path.name)


def _files(path: Path, place: str) -> Iterator[File | ReadError]:
    if path.is_dir():
        yield from _folder(path, place)
    elif path.suffix.lower() == ARCHIVE:
        yield from _members(path, place)
    else:
        yield File.of(place, lambda: path.open("rb"))


def _folder(path: Path, place: str) -> Iterator[File | ReadError]:
    """The files of a folder and of the folders in it; links to folders are not followed."""
    try:
        with os.scandir(path) as entries:
            kept = sorted((entry for entry in entries if not _is_hidden(entry.name)), key=lambda entry: entry.name)
    except OSError as error:
        yield fault_at(error, place or str(path))
        return
    for entry in kept:
        where = f"{place}/{entry.name}".lstrip("/")
        if entry.is_symlink() and not os.path.exists(entry.path):  # noqa: PTH110 -- Path.exists raises for links in circles
            yield ReadError("is a link that leads nowhere", place=where)
        elif entry.is_dir(follow_symlinks=False) or entry.is_file():
            yield from _files(Path(entry.path), where)


def _is_hidden(name: str) -> bool:
    return name.startswith(HIDDEN) and name != ".."


def _members(path: Path, place: str) -> Iterator[File | ReadError]:
    """The members of an archive, in the order of their names."""
    try:
        archive = zipfile.ZipFile(path)
    except UNREADABLE as error:
        yield fault_at(error, place)
        return
    with archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            if not member.filename.endswith("/") and not any(map(_is_hidden, member.filename.split("/"))):
                yield File.of(f"{place}/{member.filename}", partial(_open_member, archive, member), packed=True)


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    if member.flag_bits & ENCRYPTED:
        raise ValueError("is encrypted; unpack the archive with its password first")
    return archive.open(member)
