"""The document memory: mentions and entities."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from diplonews.actors.entities import EntityKind
from diplonews.actors.memory import build_memory
from diplonews.actors.mentions import MentionKind
from diplonews.actors.origin import country_of
from diplonews.language import parse
from diplonews.model import Span


def read(text):
    return build_memory(parse(text))


class TestBuildMemory:
    """`build_memory`"""

    @given(st.text(alphabet="Ab. ’-,\n", max_size=60))
    @settings(max_examples=30)
    def test_any_text(self, text):
        """Every mention lies in the text and is found again by its head."""
        memory = read(text)
        for entity in memory.entities:
            for mention in entity.mentions:
                assert mention.span.start <= mention.head < mention.span.end <= len(text)
                assert memory.at(mention.head) is entity

    def test_full_name_once_then_surname_and_pronoun(self):
        """Title, name and country are kept; surname and pronoun lead back to them."""
        text = "Finnish President Sara Lahti landed. Lahti smiled. She left."
        (entity,) = [e for e in read(text).entities if e.kind is EntityKind.PERSON]
        assert (entity.name, entity.country, entity.gender, entity.role) == (
            "Sara Lahti",
            "FIN",
            "f",
            "Finnish President",
        )
        assert [mention.kind for mention in entity.mentions] == [
            MentionKind.NAME,
            MentionKind.NAME,
            MentionKind.PRONOUN,
        ]
        assert entity.surname == "Lahti"
        assert repr(entity) == "<Entity PERSON 'Sara Lahti' FIN>"

    @pytest.mark.parametrize(
        "text",
        [
            "Jo Hale, acting head of the port agency, left.",
            "Port agency spokesman Jo Hale left.",
            "Hale is a diplomat. Jo Hale left.",
        ],
    )
    def test_roles(self, text):
        """Appositions, titles and predicates give a role."""
        entity = next(e for e in read(text).entities if e.name == "Jo Hale")
        assert entity.role is not None

    def test_two_of_one_surname(self):
        """A title tells a couple apart."""
        text = "On the next day Bill Reed met Susan Reed. Mrs. Reed spoke."
        entities = [e for e in read(text).entities if e.kind is EntityKind.PERSON]
        assert [(e.name, len(e.mentions)) for e in entities] == [("Bill Reed", 1), ("Susan Reed", 2)]

    def test_within(self):
        """A stretch of text leads to the entity named in it."""
        text = "The aide of Sara Lahti left."
        memory = read(text)
        assert memory.within(Span(0, len(text))).name == "Sara Lahti"
        assert memory.within(Span(0, 3)) is None

    def test_abbreviation(self):
        """A name in brackets stands for the words before it."""
        memory = read("The Baltic Port Agency (BPA) met. BPA spoke.")
        assert [e.name for e in memory.entities].count("Baltic Port Agency") == 1

    def test_unknown_pronoun(self):
        """Nobody is guessed."""
        memory = read("He left. They stayed. It rained.")
        assert all(e.name is None for e in memory.entities)

    def test_home_country_needs_one_ministry(self):
        """With two ministries of that name the office stays without a country."""
        memory = read("Oslo’s foreign ministry wrote. The Danish foreign ministry answered.")
        assert memory.home_country("the foreign minister") is None
        assert memory.home_country("the harbour master") is None


class TestCountryOf:
    """`country_of`"""

    def test_one_or_none(self):
        """One state, or no answer."""
        assert country_of("the Danish envoy") == "DNK"
        assert country_of("the envoy") is None
        assert country_of("EU and NATO officials") is None
