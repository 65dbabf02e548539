"""The faster arithmetic of our pipeline: the same parses, and nothing outside it is changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings, strategies as st

from diplonews.evaluation import read_gold
from diplonews.syntax import kernels, pipeline

GOLD = Path(__file__).parents[1] / "data" / "gold" / "dev"
WORDS = (
    "The",
    "the",
    "envoy",
    "Envoy's",
    "met",
    "3,000",
    "Oslo",
    "\n",
    "U.S.",
    "—",
    "don't",
    "...",
    "naïve",
    "平壌",
    "x_y",
    "",
)


def load_plain():
    for name in pipeline.MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=pipeline.UNREAD)
    pytest.skip("no English model")
    return None


@cache
def plain():
    """The pipeline as spaCy loads it."""
    return load_plain()


def grammar(docs):
    return [[(t.text, t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in doc] for doc in docs]


def vectors(nlp, text):
    return nlp.get_pipe("tok2vec").model.layers[0].predict([nlp.make_doc(text)])[0]


class TestQuicken:
    def test_parses_of_articles_are_the_same(self):
        """Whole articles get the same tags and heads, token by token."""
        texts = [found.text for found in read_gold(GOLD)]
        assert len(texts) >= 20
        assert grammar(pipeline.tag_and_parse(texts, pipeline.load())) == grammar(plain().pipe(texts))

    @given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
    @settings(max_examples=50)
    def test_words_get_the_vectors_that_spacy_gives(self, text):
        """What the first layers make of each word is what spaCy makes of it."""
        assert vectors(pipeline.load(), text) == pytest.approx(vectors(plain(), text), abs=1e-4)

    def test_a_word_has_the_same_vector_in_any_company(self, monkeypatch):
        """A vector is the same to the last bit, kept or not, whatever words are read with it."""
        nlp = pipeline.load()
        alone = vectors(nlp, "envoy of Oslo")
        monkeypatch.setattr(kernels, "KEPT_WORDS", 4)
        for text in (
            "one two three four five six",
            "envoy of Oslo",
            "the old envoy of Oslo left",
            "a b c",
            "envoy of Oslo",
        ):
            again = vectors(nlp, text)
            if text == "envoy of Oslo":
                assert (again == alone).all()

    def test_an_empty_text_has_no_vectors(self):
        """No words, no rows."""
        assert vectors(pipeline.load(), "").shape[0] == 0

    def test_threads_get_the_same_parses(self):
        """One pipeline serves several threads at once."""
        texts = [found.text for found in read_gold(GOLD)][:6]
        nlp = pipeline.load()
        alone = [grammar(pipeline.tag_and_parse([text], nlp)) for text in texts]
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda text: grammar(pipeline.tag_and_parse([text], nlp)), texts * 3))
        assert together == alone * 3

    def test_works_without_the_library(self, monkeypatch):
        """Without OpenBLAS, spaCy's own product of matrices gives the same parses."""
        monkeypatch.setattr(kernels, "_ops", lambda: None)
        nlp = load_plain()
        kernels.quicken(nlp)
        text = "Norway summoned the ambassador of Iceland on Monday."
        assert grammar([nlp(text)]) == grammar([plain()(text)])

    def test_a_pipeline_without_such_layers_is_left_alone(self):
        """A blank pipeline has nothing to quicken."""
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        kernels.quicken(nlp)
        assert [len(doc) for doc in nlp.pipe(["One. Two."])] == [4]

    def test_other_pipelines_keep_their_operations(self):
        """Only our own pipeline is changed, not what thinc gives to others."""
        pipeline.load()
        assert {type(node.ops).__name__ for node in load_plain().get_pipe("tok2vec").model.walk()} == {"NumpyOps"}

    def test_our_pipeline_refuses_to_be_trained(self):
        """Training would go past the kept products."""
        nlp = pipeline.load()
        with pytest.raises(ValueError, match="can't be trained"):
            nlp.get_pipe("tok2vec").model([nlp.make_doc("Oslo")], is_train=True)


class TestSteps:
    @given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=6))
    @settings(max_examples=50)
    def test_texts_of_any_length_are_parsed_as_spacy_parses_them(self, texts):
        """Texts that end at different steps, empty ones among them, get the trees that spaCy gives."""
        assert grammar(pipeline.tag_and_parse(texts, pipeline.load())) == grammar(plain().pipe(texts))

    def test_the_steps_are_those_of_our_own_parser(self):
        """The pipeline's parser is replaced under its name, and its settings are kept."""
        ours, spacys = (nlp.get_pipe("parser") for nlp in (pipeline.load(), plain()))
        assert type(ours) is not type(spacys)
        assert isinstance(ours, type(spacys))
        assert (ours.name, ours.labels, {**ours.cfg, "moves": None}) == (
            spacys.name,
            spacys.labels,
            {**spacys.cfg, "moves": None},
        )

    def test_a_parser_that_follows_several_trees_is_left_alone(self):
        """Only a parser that decides each step at once takes its steps from Python."""
        nlp = load_plain()
        parser = nlp.get_pipe("parser")
        parser.cfg["beam_width"] = 2
        kernels.quicken(nlp)
        assert nlp.get_pipe("parser") is parser


class TestProduct:
    @pytest.mark.parametrize("trans1", [False, True])
    @pytest.mark.parametrize("trans2", [False, True])
    def test_is_that_of_numpy(self, trans1, trans2):
        """Each way of turning the matrices gives NumPy's product, also of slices and of nothing."""
        np = pytest.importorskip("numpy")
        ops = kernels._ops()
        if ops is None:
            pytest.skip("scipy-openblas32 is not installed")
        random = np.random.default_rng(7)
        for rows, inner, columns in ((3, 4, 5), (1, 1, 1), (0, 4, 5), (3, 0, 5), (200, 96, 288)):
            x = random.random((inner, rows) if trans1 else (rows, inner), dtype=np.float32)
            y = random.random((columns, inner) if trans2 else (inner, columns), dtype=np.float32)
            wanted = (x.T if trans1 else x) @ (y.T if trans2 else y)
            assert ops.gemm(x, y, trans1=trans1, trans2=trans2) == pytest.approx(wanted, rel=1e-4)
            assert ops.gemm(x[::-1], y, trans1=trans1, trans2=trans2).shape == wanted.shape
            room = np.empty((rows + 1, columns), dtype=np.float32)[1:]
            assert ops.gemm(x, y, out=room, trans1=trans1, trans2=trans2) is room or not x.size
            if x.size:
                assert room == pytest.approx(wanted, rel=1e-4)

    @pytest.mark.parametrize("size", [3, 96])
    def test_goes_into_any_room_of_its_shape(self, size):
        """Room of other numbers, with gaps, or shared with a factor is filled; the factors are read before."""
        np = pytest.importorskip("numpy")
        ops = kernels._ops()
        if ops is None:
            pytest.skip("scipy-openblas32 is not installed")
        random = np.random.default_rng(7)
        for made in (
            lambda _: np.zeros((size, size)),
            lambda _: np.zeros((size, 2 * size), dtype=np.float32)[:, ::2],
            lambda _: np.zeros((size, size), dtype=np.float32, order="F"),
            lambda factors: factors[0],
            lambda factors: factors[1],
            lambda factors: factors.reshape(-1)[size : size + size * size].reshape(size, size),
        ):
            factors = random.random((2, size, size), dtype=np.float32)
            wanted, room = factors[0] @ factors[1], made(factors)
            assert ops.gemm(factors[0], factors[1], out=room) is room
            assert room == pytest.approx(wanted, rel=1e-4)

    @pytest.mark.parametrize("size", [3, 96])
    def test_refuses_what_would_be_written_elsewhere(self, size):
        """Room of another shape, read-only room, and factors that don't meet are errors."""
        np = pytest.importorskip("numpy")
        ops = kernels._ops()
        if ops is None:
            pytest.skip("scipy-openblas32 is not installed")
        factor = np.ones((size, size), dtype=np.float32)
        closed = np.zeros((size, size), dtype=np.float32)
        closed.flags.writeable = False
        for room in (closed, *(np.zeros(shape, dtype=np.float32) for shape in ((size, 1), (size + 1, size), size**2))):
            with pytest.raises(ValueError, match=r"no product|read-only"):
                ops.gemm(factor, factor, out=room)
            assert not room.any()
        with pytest.raises(ValueError, match="no product"):
            ops.gemm(factor, np.ones((size + 1, size), dtype=np.float32))
