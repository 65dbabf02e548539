"""Faster arithmetic for the English pipeline that `pipeline.load` loads; the parses stay the same.

spaCy multiplies matrices with BLIS, whose builds on the package index use no processor-specific instructions. Three
changes make up for it, in that one pipeline only:

- Matrices are multiplied by a copy of OpenBLAS of our own (`scipy-openblas32`), on one thread. The OpenBLAS inside
  NumPy would do as well, but the number of its threads can only be set for the whole process, which is the caller's.
- The network's vector of a word by itself, before its neighbours are considered, is cached for the next time the
  word is seen. The first layer is linear, so its product with each row of the embedding tables is computed once,
  in advance.
  A word's vector is then a sum of rows, the same to the last bit whatever words are read with it.
- The parser takes its steps from Python. Its own loop, without Python's global lock, acquires the lock again for each
  hidden unit of each step (`Vec.arg_max` of thinc, to look for an error), which takes a third of its time.
"""

from __future__ import annotations

import ctypes
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["quicken"]

LIBRARIES = (".so", ".dylib", ".dll")
KEPT_WORDS = 16_384  # 384 bytes each; all are discarded when the limit is exceeded
SMALL = 1 << 18  # multiplications; for so few NumPy is called faster, and its OpenBLAS stays on one thread too
ROW_MAJOR, AS_IS, TRANSPOSED = 101, 111, 112  # of the C interface of BLAS
EMBED_LAYERS = 5  # of spaCy's MultiHashEmbed: features, ragged, tables, mixer, unragged


def quicken(nlp: Language) -> None:
    """Let the models of a pipeline compute faster; it can't be trained afterwards.

    Args:
        nlp: a pipeline that no other code uses; its models are changed.
    """
    ops = _ops()
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        if model is not None and ops is not None:
            _use(ops, model)
    if "tok2vec" in nlp.pipe_names:
        component: Any = nlp.get_pipe("tok2vec")
        _fold(component.model)
    if "parser" in nlp.pipe_names:
        _take_steps(nlp)


def _use(ops: Any, model: Any) -> None:
    for node in model.walk():
        node.ops = ops


@cache
def _ops() -> Any:
    """Operations of thinc on the processor with another product of matrices; None without the library."""
    product = _load_product()
    if product is None:
        return None
    import numpy as np
    from thinc.api import NumpyOps

    def fits(out: Any, *given: Any) -> bool:
        """Whether BLAS can write into `out` while it reads the matrices."""
        plain = out.dtype == np.float32 and out.flags.c_contiguous and out.flags.writeable
        return plain and not any(np.may_share_memory(out, matrix) for matrix in given)

    class Ops(NumpyOps):  # type: ignore[misc]
        """NumpyOps, with OpenBLAS for products of matrices."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: FBT001, FBT002 -- thinc's signature
            if x.dtype != np.float32 or y.dtype != np.float32 or not (x.size and y.size):
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            inner, rows = x.shape if trans1 else x.shape[::-1]
            columns, joined = y.shape if trans2 else y.shape[::-1]
            if joined != inner or (out is not None and out.shape != (rows, columns)):  # BLAS would go past their ends
                raise ValueError(f"no product of {x.shape} and {y.shape} here; out: {getattr(out, 'shape', None)}")
            if out is not None and not fits(out, x, y):
                out[...] = self.gemm(x, y, trans1=trans1, trans2=trans2)
                return out
            if out is None and rows * inner * columns <= SMALL:
                return (x.T if trans1 else x) @ (y.T if trans2 else y)
            x, y = np.ascontiguousarray(x), np.ascontiguousarray(y)
            made = np.empty((rows, columns), dtype=np.float32) if out is None else out
            product(
                *(ROW_MAJOR, TRANSPOSED if trans1 else AS_IS, TRANSPOSED if trans2 else AS_IS, rows, columns, inner),
                *(1.0, x.ctypes.data, x.shape[1], y.ctypes.data, y.shape[1], 0.0, made.ctypes.data, columns),
            )
            return made

    return Ops()


def _load_product() -> Any:
    """The function `cblas_sgemm` of a library of our own, or None if it is not installed."""
    found = find_spec("scipy_openblas32")  # not imported, which would expose the library's symbols to the whole process
    folders = found.submodule_search_locations if found else None
    paths = [
        path for folder in folders or () for path in Path(folder).glob("lib/*openblas*") if path.suffix in LIBRARIES
    ]
    if not paths:
        return None
    library = ctypes.CDLL(str(paths[0]))
    library.scipy_openblas_set_num_threads(1)
    product = library.scipy_cblas_sgemm
    product.restype = None
    matrix = (ctypes.c_void_p, ctypes.c_int)
    product.argtypes = [*[ctypes.c_int] * 6, ctypes.c_float, *matrix, *matrix, ctypes.c_float, *matrix]
    return product


def _fold(model: Any) -> None:
    """Put tables of ready products in the place of a word's embedding and the layer that mixes it."""
    from thinc.api import Model, chain, with_array

    embed = model.layers[0]
    if len(embed.layers) != EMBED_LAYERS or [part.name for part in embed.layers[:2]] != [
        "extract_features",
        "list2ragged",
    ]:
        return
    features, ragged, tables, mixer, unragged = embed.layers
    known = _Words(tables.layers[0], mixer.layers[0])

    def forward(_: Any, rows: Any, is_train: bool) -> tuple[Any, Any]:  # noqa: FBT001 -- thinc's signature
        if is_train:
            raise ValueError("this pipeline can't be trained; load the model with spacy.load instead")
        return known.read(rows), None

    folded: Any = chain(features, ragged, with_array(Model("words", forward)), unragged)
    _use(embed.ops, folded)
    model.layers[0] = folded


def _take_steps(nlp: Language) -> None:
    """Put a parser that takes its steps from Python in the place of a greedy one with a hidden layer."""
    from spacy.pipeline import DependencyParser

    given: Any = nlp.get_pipe("parser")
    greedy = type(given) is DependencyParser and given.cfg["beam_width"] == 1
    if not greedy or not given.model.attrs["has_upper"] or given.model.attrs["unseen_classes"]:
        return

    class Parser(DependencyParser):  # type: ignore[misc]
        """A parser whose matrices of one step, over all documents that are still being read, go through its model."""

        def greedy_parse(self, docs: Any, drop: float = 0.0) -> Any:  # noqa: ARG002 -- spaCy's signature
            batch = self.moves.init_batch(docs)
            step = self.model.predict(docs)
            states = [state for state in batch if not state.is_final()]
            while states:
                hidden = step.state2vec.predict(step.get_token_ids(states))
                states = self.transition_states(states, step.vec2scores.predict(hidden))
            step.clear_memory()
            return batch

    quick = Parser(given.vocab, given.model, given.name, given.moves)
    quick.cfg.update(given.cfg)
    at = nlp.component_names.index("parser")
    nlp._components[at] = ("parser", quick)  # noqa: SLF001 -- `replace_pipe` would need a factory in spaCy's registry


class _Words:
    """The vectors of words by themselves.

    Args:
        tables: the hash embeddings, one per feature, joined.
        mixer: the layers maxout, layernorm and dropout over them.
    """

    def __init__(self, tables: Any, mixer: Any) -> None:
        import numpy as np

        maxout, self._norm = mixer.layers[0].layers
        self._ops = maxout.ops
        weights = maxout.get_param("W")
        self._width, self._pieces, _ = weights.shape
        self._bias = maxout.get_param("b").reshape(1, -1)
        self._tables = []
        first = 0
        for table in (column.layers[1] for column in tables.layers):
            rows = table.get_param("E")
            part = weights[:, :, first : first + rows.shape[1]].reshape(self._width * self._pieces, -1)
            self._tables.append((self._ops.gemm(rows, np.ascontiguousarray(part), trans2=True), table.attrs["seed"]))
            first += rows.shape[1]
        self._lock = Lock()
        self._places: dict[bytes, int] = {}
        self._vectors = np.empty((KEPT_WORDS, self._width), dtype=np.float32)

    def read(self, rows: Any) -> Any:
        """The vector of each row of features, one row a word."""
        import numpy as np

        rows = np.ascontiguousarray(rows, dtype=np.uint64)
        keys = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
        at = dict(zip(keys, range(len(keys)), strict=True))
        with self._lock:
            new = [key for key in at if key not in self._places]
            if len(self._places) + len(new) > KEPT_WORDS:
                self._places.clear()
                new = list(at)
            if len(new) > KEPT_WORDS:
                return self._compute(rows)
            first = len(self._places)
            self._places.update(zip(new, range(first, first + len(new)), strict=True))
            self._vectors[first : first + len(new)] = self._compute(rows[[at[key] for key in new]])
            return self._vectors[[self._places[key] for key in keys]]

    def _compute(self, rows: Any) -> Any:
        import numpy as np

        hidden = np.repeat(self._bias, len(rows), axis=0)
        for column, (table, seed) in enumerate(self._tables):
            ids = self._ops.hash(np.ascontiguousarray(rows[:, column]), seed) % len(table)
            for row in ids.T:
                hidden += table[row]
        best, _ = self._ops.maxout(hidden.reshape(-1, self._width, self._pieces))
        vectors, _ = self._norm(best, is_train=False)
        return vectors
