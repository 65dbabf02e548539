"""Credits, captions, halves, prefixes."""

import pytest
from hypothesis import given, strategies as st

from diplonews import RegionKind, parse_article
from diplonews.wire.furniture import (
    credited_agency,
    find_caption,
    find_closing_credit,
    find_closing_mark,
    find_halves,
    find_prefix,
    furniture,
)


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("Yonhap", "Yonhap"),
        ("AFP/Reuters", "AFP"),
        ("AFP-Jiji", "AFP"),
        ("With inputs from Reuters", "Reuters"),
        ("with agency inputs", None),
        ("Reuters and friends", None),
        ("photo", None),
    ],
)
def test_credited_agency(words, agency):
    """Every part of a credit must be an agency."""
    assert credited_agency(words) == agency


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Talks go on. (Yonhap)", (13, "Yonhap")),
        ("Talks go on. (Yonhap).", (13, "Yonhap")),
        ("Talks go on. [Reuters]", (13, "Reuters")),
        ("(Yonhap)", (0, "Yonhap")),
        ("Talks go on (in Oslo)", None),
        ("Talks go on.", None),
        ("", None),
    ],
)
def test_closing_credit(line, found):
    """Only a bracketed agency at the very end."""
    assert find_closing_credit(line) == found


@pytest.mark.parametrize(
    ("line", "at"),
    [("Talks go on. (END)", 13), ("Talks go on. -- BERNAMA", 13), ("The end", None), ("(END)", None), ("", None)],
)
def test_closing_mark(line, at):
    """An end mark glued to a paragraph; alone it is a line of its own."""
    assert find_closing_mark(line) == at


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Envoys at sea Envoys at sea", 14),
        ("Envoys at seaEnvoys at sea", 13),
        ("Envoys at sea", None),
        ("ha ha ha ha", None),
    ],
)
def test_halves(line, at):
    """A line that says the same twice, with or without a space between."""
    assert find_halves(line) == at


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("(LEAD) Envoys meet", 7),
        ("UPDATE 2-Envoys meet", 9),
        ("WRAPUP 1-UPDATE 2-Envoys meet", 18),
        ("Urgent: Envoys meet", 8),
        ("(LEAD)", 0),
        ("Envoys meet", 0),
        ("UPDATES on talks", 0),
    ],
)
def test_prefix(line, length):
    """Marks before a headline; a line that is nothing but a mark has none before it."""
    assert find_prefix(line) == length


@given(st.text(max_size=800))
def test_any_text(line):
    """Any line ends in offsets inside it."""
    for head in (True, False):
        furniture().match(line, head=head)
    caption = find_caption(line)
    assert caption is None or caption.credit is None or 0 <= caption.credit < len(line)
    for found in (find_halves(line), find_closing_mark(line)):
        assert found is None or 0 < found < len(line)
    assert 0 <= find_prefix(line) <= len(line)


CORRECTIONS = [
    "This story corrects the day of the talks in the first paragraph.",
    "This story has been corrected to show that the envoys met on Tuesday.",
    "(This March 12 story has been refiled to fix a typo in paragraph 3)",
    "(The March 12 story was corrected to say Oslo, not Bergen)",
    "This version CORRECTS that the envoys met on Tuesday.",
    "An earlier version of this article gave the wrong day.",
    "CORRECTION (March 13): The envoys met on Tuesday.",
    "CORRECTION, March 13, 2024, 9:30 a.m.: The envoy's name is Rowe.",
    "Correction: An earlier version misspelt the envoy's name.",
    "Clarification: The envoy spoke by phone.",
    "UPDATE: The ministry answered after the text was sent.",
    "Eds: CLARIFIES the day in the second paragraph",
    "(Eds: Corrects the day; an earlier text said Monday.)",
    "(Korrektur: Im zweiten Absatz heißt es nun Dienstag.)",
    "(Wiederholung: Tippfehler im 2. Absatz)",
    "Die Meldung wurde aktualisiert und ergänzt.",
    "In einer früheren Fassung stand ein falscher Name.",
    "(Actualisé avec la réponse du ministère)",
    "Rectificatif : les envoyés se sont vus mardi et non lundi.",
    "Cet article a été corrigé le 13 mars.",
    "ATTENTION - ACTUALISE avec réaction ///",
    "(Corrige el nombre del enviado)",
    "EDITORS: Recasts lead.",
    "ATTN EDITORS: Adds photos of the harbour.",
    "ADVISORY: This replaces the story sent at 0900 GMT.",
    "- ATTENTION - ADDS quotes ///",
    "(Removes a word in paragraph 1)",
    "(Kill: the story was sent in error)",
    "MANDATORY KILL: The story OSLO-TALKS was sent in error.",
    "KILL KILL KILL. The story was sent in error.",
    "(Lead, changes dateline)",
    "(Eds.: with photos)",
    "(Editor's note: what follows was sent in error: the kill.)",
    "Editor’s note: An earlier version gave the wrong day.",
    "Update 2: adds quotes from the envoy.",
    "The story was updated to add a quote.",
    "-- An earlier version of this story misspelled the name.",
    "(Aktualisierung: Reaktion des Ministers)",
    "Achtung Redaktionen: Das Abkommen wurde am Dienstag unterzeichnet.",
    "Korrekturhinweis: In einer früheren Fassung stand Montag.",
    "(Répétition)",
    "(Rectificatif: bien lire mardi au 2e paragraphe)",
    "(Version corrigée: le jour des pourparlers)",
    "(Mise à jour: réaction du ministre)",
    "Note aux abonnés: cette dépêche remplace la précédente.",
    "Une première version de cet article donnait un jour erroné.",
    "Nota de la Redacción: esta información fue corregida.",
]
ABOVE = [
    "[Updates with the envoy's comments in paragraph 5]",
    "**Updated at 1430 GMT with quotes**",
    "1st Ld-Writethru, adds quotes",
    "Clarifies that the envoy left on Monday.",
    "(With PHOTO)",
]
NO_CORRECTIONS = [
    "Correction: envoy to stay in Oslo",
    "This story is his own, he said.",
    "The report was corrected by the ministry on Monday, officials said.",
    "An earlier version of the plan was turned down by both sides.",
    "The update comes as the talks go on.",
    "Die Meldung kam am Abend.",
    "Cet article de loi a divisé la chambre.",
    "Editors met the envoy in Oslo.",
    "(With more rain, prices rose.)",
    "The story was updated by hand each night, he said.",
    "Kill rates fell in the islands.",
]


@pytest.mark.parametrize("line", ABOVE)
def test_notes_above(line):
    """Some forms are notes above the story alone."""
    form = furniture().match(line, head=True)
    assert form is not None
    assert form[0] is RegionKind.NOTE


def test_classes_of_characters():
    """A bracket in a character class is not a group: a form that excludes brackets takes a colon."""
    assert furniture().match("(Adds: quotes, background)", head=True) is not None


@pytest.mark.parametrize("line", CORRECTIONS)
def test_corrections(line):
    """A line that says what was wrong or is new is a note, above the story and below it."""
    forms = [furniture().match(line, head=head) for head in (True, False)]
    assert [form and form[0] for form in forms] == [RegionKind.NOTE] * 2


@pytest.mark.parametrize("line", NO_CORRECTIONS)
def test_no_corrections(line):
    """News about corrections is not one."""
    assert furniture().match(line, head=False) is None


def test_correction_in_a_machine_format():
    """At the end of an item's body it is a note too."""
    raw = "<nitf><body><body.content><p>OSLO (Reuters) - Envoys met.</p><p>{}</p></body.content></body></nitf>"
    for line in CORRECTIONS[:8]:
        article = parse_article(raw.format(line))
        assert (article.body, article.note) == ("Envoys met.", line)
