"""Forms that no single source owns: each was once read wrongly."""

import pytest

from diplonews.model import RegionKind as K
from diplonews.wire.parsing import parse_article

STORY = (
    "Norland and Sudmark will resume talks on fish this week, officials said.\n\n"
    "The talks were broken off in March after a trawler was seized.\n\n"
    "The European Union, which brokered an accord, welcomed the news.\n"
)
LINES = [
    ("Envoys to meet\nBy Ann Rowe\n12 June 2024\n", "By Ann Rowe", K.BYLINE),
    ("Envoys to meet again\nAnn Rowe, Karl Dahl\n12 June 2024\n", "Ann Rowe, Karl Dahl", K.BYLINE),
    ("Envoys to meet again\nANN ROWE\nAssociated Press\n12 June 2024\n", "ANN ROWE", K.BYLINE),
    ("Envoys to meet again\n12 JUN, 13:41\n", "12 JUN, 13:41", K.TIMESTAMP),
    ("Envoys to meet again\nJune 12, 2024\nUpdated 9:41 a.m. ET\n", "Updated 9:41 a.m. ET", K.TIMESTAMP),
    ("Envoys to meet again\n3 hours ago\n", "3 hours ago", K.TIMESTAMP),
    ("Envoys to meet again\nPublished\n12 June 2024\n", "Published", K.TIMESTAMP),
    ("Envoys to meet again\nJune 12 06:30 am JST\n", "June 12 06:30 am JST", K.TIMESTAMP),
    ("Wed, Jun 12, 2024 page3\nEnvoys to meet again\n", "page3", K.TIMESTAMP),
    ("Envoys to meet again\nWednesday 1445/12/6 - 2024/06/12\n", "Wednesday 1445", K.TIMESTAMP),
    ("Envoys to meet again\nPTI | Posted by Ann Rowe\n12 June 2024\n", "PTI | Posted by Ann Rowe", K.BYLINE),
    ("Envoys to meet again\n12 June 2024\nAnn Rowe\nShare\nOSLO — ", "Ann Rowe", K.BYLINE),
    ("Envoys to meet again\nThe ferry at the pier. UN Photo/Ann Rowe\n12 June 2024\n", "UN Photo/Ann", K.CREDIT),
    ("Envoys to meet again\nAnn Rowe/Getty Images\nThe ferry at the pier\n12 June 2024\n", "The ferry", K.CAPTION),
    ("Envoys to meet again\nImage caption,\nThe ferry at the pier.\n12 June 2024\n", "The ferry", K.CAPTION),
    (
        "Envoys to meet again\n12 June 2024\nEnvoy Rowe shakes hands with her guest.\nAnn Ek/AFP via Getty Images\n",
        "Envoy Rowe shakes",
        K.CAPTION,
    ),
    ("Envoys to meet again\n12 June 2024\nEnvoy Rowe sits in Oslo. (Sejm pool photo)\n", "Envoy Rowe sits", K.CAPTION),
    ("Envoys to meet again\n12 June 2024\nEnvoy Rowe sits in Oslo.   © Kyodo\n", "© Kyodo", K.CREDIT),
    ("This article is more than 1 year old\nEnvoys to meet again\n12 June 2024\n", "This article", K.BOILERPLATE),
    ("Envoys to meet again\nPolitics 13:41 June 12, 2024\n", "13:41 June", K.TIMESTAMP),
    ("Envoys to meet again\n12 June 2024\nEnvoys sit [File: Ann Ek/Reuters]\n", "[File: Ann Ek", K.CREDIT),
    ("Envoys to meet again\n12 June 2024\nEnvoys sit | Image: Harbour Office\n", "Image: Harbour", K.CREDIT),
    ("Envoys to meet again\n12 June 2024\nEnvoy Rowe speaks to reporters.\nAFP\n", "Envoy Rowe speaks", K.CAPTION),
    ("WORLD NEWS\nJUNE 12, 2024 / 10:12 AM / 5 YEARS AGO\nEnvoys to meet again\n", "JUNE 12, 2024", K.TIMESTAMP),
    ("World  Sudmark  Norland\nEnvoys to meet again\nBy Ann Rowe On 6/12/24 at 9:41 AM EDT\n", "World", K.BOILERPLATE),
    ("Envoys to meet again\nBy Ann Rowe On 6/12/24 at 9:41 AM EDT\n", "6/12/24", K.TIMESTAMP),
    ("Envoys to meet again\n12 June 2024\nheadshot\n", "headshot", K.BOILERPLATE),
    ("Envoys to meet again\n12 June 2024\nEnvoys sit in Oslo. | AP Photo\n", "AP Photo", K.CREDIT),
    ("Envoys to meet again\nThe Post's Staff Reporter Published June 12, 2024\n", "Published June", K.TIMESTAMP),
    ("Envoys to meet again\nThe Post's Staff Reporter Published June 12, 2024\n", "The Post's", K.BYLINE),
    ("Envoys to meet again\n12 June 2024\nEnvoys sit at the port (Ann ROWE)\n", "(Ann ROWE)", K.CREDIT),
    ("Envoys to meet again\nShort Url\n12 June 2024\n", "Short Url", K.BOILERPLATE),
    ("Envoys to meet again\nby Ann Rowe - 06/12/24 9:41 AM ET\n", "06/12/24", K.TIMESTAMP),
    ("Envoys to meet again\n12 June 2024\nEnvoy Rowe sits in Oslo, Monday. Yonhap\n", "Yonhap", K.CREDIT),
    ("Envoys to meet again\n12 June 2024\nThe ferry at the pier. — AFP pic\n", "— AFP pic", K.CREDIT),
    ("Envoys to meet again\n12 June 2024\nThe ferry. (Photo: Reuters/Ann Rowe)\n", "(Photo: Reuters", K.CREDIT),
    ("View this email in your browser\nEnvoys to meet again\n12 June 2024\n", "View this email", K.BOILERPLATE),
    ("Council of the Isles\nPress release\nEnvoys to meet again\n12 June 2024\n", "Council of", K.BOILERPLATE),
    ("Envoys to meet again\nJune 12, 2024 09:41 ET | Source: Reef Inc.\n", "Source: Reef", K.BOILERPLATE),
    ("Home > World > Europe\nEnvoys to meet again\n12 June 2024\n", "Home > World > Europe", K.BOILERPLATE),
    ("Envoys to meet again\nBy Ann Rowe\nANKARA\n", "ANKARA", K.DATELINE),
    ("Envoys to meet again\n\nNew Delhi, June 12\n", "New Delhi, June 12", K.DATELINE),
    ("Envoys to meet again\n12 June 2024\nPeace and Security\n", "Peace and Security", K.BOILERPLATE),
    (
        "Envoys to meet again\n12 June 2024\nMinister Rowe attends talks in Oslo. (Harbour Office)\n",
        "(Harbour Office)",
        K.CREDIT,
    ),
]
BELOW = [
    ("Also read: Envoys to meet", K.BOILERPLATE),
    ("— Ann Rowe (@annrowe) June 12, 2024", K.BOILERPLATE),
    ("Mia Lund contributed reporting.", K.SIGNOFF),
    ("By Ann Rowe, staff reporter", K.BYLINE),
    ("Published in Harbour Post, June 13th, 2024", K.BOILERPLATE),
    ("Dahl reported from Copenhagen, Denmark.", K.SIGNOFF),
    ("Additional reporting by AFP", K.SIGNOFF),
    ("WAM/Ann Rowe", K.SIGNOFF),
    ("Source: Reuters/ar", K.CREDIT),
    ("© KYODO", K.CREDIT),
    ("-- SPA", K.END_MARK),
    ("1234**5678", K.SIGNOFF),
    ("Unsubscribe", K.BOILERPLATE),
    ("Join the Post's Telegram channel and get the latest news delivered to you.", K.BOILERPLATE),
    ("Quay Street 5 - Oslo - Tel.: +47 22 00 00 00", K.BOILERPLATE),
    ("related stories", K.BOILERPLATE),
    ("KEEP READING", K.BOILERPLATE),
    ("FacebookTwitterInstagram", K.BOILERPLATE),
    ("COMMENT (1)", K.BOILERPLATE),
    ("READ MORE", K.BOILERPLATE),
    ("010020070750000000000000011100001383", K.BOILERPLATE),
    ("Slideshow (2 Images)", K.BOILERPLATE),
    ("Ann Rowe is a correspondent for the Harbour Post.", K.SIGNOFF),
    ("About Sponsored Content", K.BOILERPLATE),
    ("GUEST AUTHOR", K.BOILERPLATE),
    ("Tags Norland Sudmark halibut", K.BOILERPLATE),
    ("(This article was written by Ann Rowe in Oslo and Mia Lund in Riga.)", K.SIGNOFF),
    ("— With assistance from Mia Lund", K.SIGNOFF),
    ("By Ann Rowe, diplomatic correspondent", K.BYLINE),
    ("Tags were hung on every door.", K.BODY),
    ("They reported from Copenhagen.", K.BODY),
    ("Ministers leave the hall in Oslo on June 11, 2024. (Yonhap)", K.BODY),
    ("By Friday the harbour was closed.", K.BODY),
]
ENDS = ["REUTERS", "– AFP", "(Yonhap)", "(AFP-Jiji)", "- Bernama", "PTI ARO KDA"]


def kind_of(article, words):
    at = article.text.index(words)
    return next(region.kind for region in article.regions if region.span.start <= at < region.span.end)


@pytest.mark.parametrize(("head", "words", "kind"), LINES, ids=[row[1] for row in LINES])
def test_line_above_the_story(head, words, kind):
    """The line gets its kind, and the story starts below."""
    article = parse_article(f"{head}\n{STORY}")
    assert kind_of(article, words) is kind
    assert article.body.startswith("Norland and Sudmark")
    assert article.headline.startswith("Envoys to meet")


@pytest.mark.parametrize(("line", "kind"), BELOW, ids=[row[0] for row in BELOW])
def test_line_below_the_story(line, kind):
    """The line gets its kind; a sentence stays part of the story."""
    assert kind_of(parse_article(f"Envoys to meet again\n\n12 June 2024\n\n{STORY}\n{line}\n"), line) is kind


@pytest.mark.parametrize("credit", ENDS)
def test_credit_at_the_end_of_the_last_paragraph(credit):
    """The credit is cut off, with or without brackets, and names the agency."""
    article = parse_article(f"Envoys to meet again\n\n12 June 2024\n\n{STORY.rstrip()} {credit}\n")
    assert article.credits == (credit,)
    assert article.provider is not None
    assert article.body.endswith("welcomed the news.")


def test_caption_inside_the_story():
    """A paragraph with a credit, in the present tense, above more of the story is a caption."""
    caption = "Envoys shake hands in Oslo, June 11, 2024."
    first, *rest = STORY.split("\n\n")
    article = parse_article("\n\n".join(["Envoys to meet again", "12 June 2024", first, f"{caption} (Yonhap)", *rest]))
    assert article.captions == (caption,)
    assert article.provider is None


def test_verse_and_lists_are_body():
    """A text without a sentence or anything of a head is body from its first line."""
    article = parse_article("O harbour of the north,\nwhere no ship comes,\nI have waited\nall winter\nfor one sail.")
    assert article.headline is None
    assert len(article.paragraphs) == 5


def test_one_sentence_is_body():
    """The least one gets is a body."""
    assert parse_article("Norland recalled its envoy.").body == "Norland recalled its envoy."


def test_short_story_keeps_its_headline_and_its_credit():
    """The last line is not taken for the caption of a photo."""
    article = parse_article("Norland recalls envoy\n\nNorland recalled its envoy, officials said. (Yonhap)\n")
    assert article.headline == "Norland recalls envoy"
    assert article.body == "Norland recalled its envoy, officials said."


def test_a_first_name_is_no_agency():
    """Short agency names count only as they are printed: Mia is a person, MIA an agency."""
    assert parse_article(f"Envoys to meet again\nBy Mia Lund\n\n{STORY}").provider is None


def test_masthead_that_looks_like_a_dateline():
    """The name of the site is furniture even with a dash in it."""
    article = parse_article(f"Focus Taiwan - CNA English News\nEnvoys to meet again\n06/12/2024 11:05 AM\n\n{STORY}")
    assert article.headline == "Envoys to meet again"
    assert article.dateline is None


def test_page_date_below_a_short_story():
    """A stamp under two sentences belongs below them, not above."""
    raw = "Visit of the envoy\n\nJune 12, 2024\n\nThe envoy will come.\n\nHe will stay.\n\nOslo\nJune 12, 2024\n"
    assert parse_article(raw).body.startswith("The envoy will come.")


@pytest.mark.parametrize(
    "stamp", ["June 12, 20249:15 PM GMT+9", "12 JUNE 2024 21:15 KST", "2024年6月12日 21時15分 JST"]
)
def test_stamps_as_pages_print_them(stamp):
    """Glued, in capitals, in Japanese: the instant is the same."""
    article = parse_article(f"Envoys to meet again\n{stamp}\n\n{STORY}")
    assert article.published.instant.isoformat() == "2024-06-12T21:15:00+09:00"


@pytest.mark.parametrize(
    ("stamp", "local"),
    [
        ("Wed 12-06-2024 13:41 PM", "2024-06-12T13:41:00"),
        ("Published On 12 Jun 202412 Jun 2024", "2024-06-12"),
        ("06/12/2024June 12, 2024", "2024-06-12"),
        ("Wednesday، 12 June 2024 - 01:41 PM", "2024-06-12T13:41:00"),
        ("June 12, 2024 (Harbour Isles)", "2024-06-12"),
        ("Posted Wed 12 Jun 2024 at 1:41pmWednesday 12 Jun 2024 at 1:41pm", "2024-06-12T13:41:00"),
        ("Brussels, 12. Jun 2024, 07:05", "2024-06-12T07:05:00"),
    ],
)
def test_stamps_that_say_the_day_twice(stamp, local):
    """A weekday distinguishes day from month; a day glued to another is read by itself."""
    article = parse_article(f"Envoys to meet again\n{stamp}\n\n{STORY}")
    assert article.published.local.isoformat() == local
    assert article.body.startswith("Norland and Sudmark")


def test_stamp_without_a_year_says_why_it_has_no_value():
    """The reason is in the evidence."""
    article = parse_article(f"12 JUN, 13:41\nEnvoys to meet again\n\n{STORY}")
    assert article.published is None
    assert [item.detail for item in article.evidence if item.field == "published"] == ["no year is printed with it"]


@pytest.mark.parametrize(
    ("source", "instant"),
    [("in English 1341 gmt 12 Jun 24", "2024-06-12T13:41:00+00:00"), ("in Persian 12 Jun 98, p 2", None)],
)
def test_when_a_report_was_heard_is_a_stamp(source, instant):
    """The time in the last line of a monitored report is when it was published."""
    opening = "Envoys to meet\n\nText of report in English by Harbour Radio\n\n"
    raw = f"{opening}{STORY}\nSource: Harbour Radio, Oslo, {source}\n"
    article = parse_article(raw)
    assert (article.published.instant and article.published.instant.isoformat()) == instant
    assert article.published.local.isoformat()[:4] == ("2024" if instant else "1998")
    assert kind_of(article, "Source: Harbour") is K.SIGNOFF


@pytest.mark.parametrize("line", ["oslo (reuters) - ", "oslo, june 12 (reuters) -- "])
def test_lower_case_dateline_with_an_agency(line):
    """Copy keyed without capitals has its place and its agency."""
    article = parse_article(f"envoys to meet again\n\n{line}{STORY.lower()}")
    assert article.dateline.places[0].country == "NOR"
    assert article.provider == "Reuters"


def test_place_on_the_line_of_the_stamp_is_the_dateline():
    """`PTI | Colombo | Updated: ...`: agency, place and time."""
    article = parse_article(f"Envoys to meet again\nPTI | Colombo | Updated: 12-06-2024 13:41 IST\n\n{STORY}")
    assert article.dateline.places[0].country == "LKA"
    assert article.provider == "PTI"
    assert article.bylines[0].names == ()


def test_name_with_its_agency_behind_it():
    """`By Ann Rowe Associated Press` is a person and an agency."""
    article = parse_article(f"Envoys to meet again\nBy Ann Rowe Associated Press\n12 June 2024\n\n{STORY}")
    assert article.bylines[0].names == ("Ann Rowe",)
    assert article.provider == "AP"


@pytest.mark.parametrize("line", ["Yonhap News Summary", "Harbour Evening Times", "The Harbour Briefing"])
def test_names_of_media_are_no_byline(line):
    """Words that end like the name of a medium are not a person."""
    assert parse_article(f"Envoys to meet again in Oslo\n{line}\n12 June 2024\n\n{STORY}").bylines == ()


def test_agency_named_twice_beside_its_stamp():
    """`KYODO NEWS  KYODO NEWS - day` is one agency."""
    line = "KYODO NEWS  KYODO NEWS - Jun 12, 2024 - 13:42 | All, Japan"
    article = parse_article(f"Envoys to meet again\n{line}\n\n{STORY}")
    assert article.provider == "Kyodo"
    assert article.published.local.hour == 13


def test_paragraph_about_the_sender_of_a_release_is_no_news():
    """The paragraph that begins with the name in the heading above it is the sender's own."""
    raw = f"Envoys to meet again\n\n12 June 2024\n\n{STORY}\nAbout Harbour Systems\n\nHarbour Systems builds cranes.\n"
    article = parse_article(raw)
    assert article.body.endswith("welcomed the news.")


def test_place_and_bullet_before_the_day():
    """The bullet is not part of the place's name."""
    article = parse_article(f"Envoys to meet again\nHoniara ● Wed, June 12, 2024\n\n{STORY}")
    assert article.dateline.places[0].name == "Honiara"


@pytest.mark.parametrize("credit", ["Photograph: Ann Rowe/AFP via Getty Images", "(ABC News: Ann Rowe)"])
def test_credits_that_name_the_photographer(credit):
    """The credit is cut off the caption."""
    article = parse_article(f"Envoys to meet again\n12 June 2024\nShips wait off Oslo. {credit}\n\n{STORY}")
    assert article.captions == ("Ships wait off Oslo.",)
    assert article.credits == (credit,)


def test_salutation_is_no_headline():
    """A line that ends in a comma is the beginning of a letter."""
    assert parse_article(f"Dear colleagues of Oslo,\n\n{STORY}").headline is None


def test_initials_above_nothing_but_furniture_close_the_story():
    """The desk's initials are a sign-off even where the page adds a line below them."""
    article = parse_article(f"Envoys to meet again\n12 June 2024\n\n{STORY}\nlc/sst\nView comments\n")
    assert kind_of(article, "lc/sst") is K.SIGNOFF
    assert kind_of(article, "View comments") is K.BOILERPLATE


@pytest.mark.parametrize(("mark", "headline"), [("+", "Envoys to meet again"), (" =", "Envoys to meet again")])
def test_end_of_a_headline(mark, headline):
    """The mark with which terminals end a headline is not part of it."""
    article = parse_article(
        f"Envoys to meet again{mark}\n\nOSLO (Kyodo) - Two envoys will meet on Friday.\n\nThey said so."
    )
    assert article.headline == headline
    assert "".join(region.span.of(article.text) for region in article.regions) == article.text


@pytest.mark.parametrize(
    ("note", "embargo"),
    [
        ("EMBARGOED UNTIL 11:30 CEST, FRIDAY 14 JUNE 2024", "2024-06-14T11:30:00+02:00"),
        ("Embargoed until June 14, 2024 10:00 GMT", "2024-06-14T10:00:00+00:00"),
        ("EMBARGOED UNTIL 10:00, FRIDAY 14 JUNE 2024", None),
        ("Embargoed until Friday", None),
    ],
)
def test_embargo(note, embargo):
    """A moment with its zone is an embargo; a reading without one is not, nor is it the day of publication."""
    article = parse_article(f"{note}\n\nEnvoys to meet\n\nOSLO, June 12 (Reuters) - Two envoys will meet.\n")
    assert (article.note, article.headline, article.published) == (note, "Envoys to meet", None)
    assert (article.embargo.isoformat() if article.embargo else None) == embargo


def test_initials_of_any_script():
    """The sign-off of the desk below the story, in Arabic too."""
    article = parse_article("Envoys meet\n\nOSLO (AFP) - Two envoys met on Friday.\n\nThey left.\n\nبور-اد/ب م\n")
    assert article.body == "Two envoys met on Friday.\n\nThey left."
