"""Properties computed once per object."""

from __future__ import annotations

from diplonews.once import once


class Word:
    """A word that counts how often its length was computed."""

    def __init__(self, text):
        self.text = text
        self.counted = 0

    @once
    def length(self):
        """How long it is."""
        self.counted += 1
        return len(self.text)


class TestOnce:
    def test_each_object_computes_its_value_once(self):
        """A value is kept with its object, also if it is None or false."""
        long, none = Word("Oslo"), Word("")
        assert [long.length, none.length, long.length, none.length] == [4, 0, 4, 0]
        assert (long.counted, none.counted) == (1, 1)

    def test_is_documented_on_the_class(self):
        """On the class one gets the property itself, with the method's docstring."""
        assert isinstance(Word.length, once)
        assert Word.length.__doc__ == "How long it is."
