"""Releases of foreign ministries: the US State Department, and those of Korea, Japan, China and India."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = [
    "ChinaForeignMinistry",
    "IndiaExternalAffairs",
    "JapanForeignMinistry",
    "KoreaForeignMinistry",
    "StateDepartment",
]


class StateDepartment(TextParser):
    """US State Department: kind of release, name and title or office, day, text, `###`."""

    name = "us-state-department"
    outlet = "US State Department"
    timezone = "America/New_York"
    country = "USA"
    language = "en"
    date_order = "mdy"
    marks = (
        Mark(r"^Office of the Spokesperson$", 0.75, "Office of the Spokesperson"),
        Mark(r"^OFFICE OF THE SPOKESPERSON$", 0.75, "OFFICE OF THE SPOKESPERSON"),
        Mark(r"^Press Statement$", 0.25, "Press Statement"),
        Mark(r"^PRESS STATEMENT$", 0.25, "PRESS STATEMENT"),
        Mark(r"^[A-Z][\w. '’-]{3,40}, (?:Acting |Deputy )?Secretary of State\s*$", 0.6, "Secretary of State"),
        Mark(r"^[A-Z][A-Z. '’-]{3,40}, (?:ACTING |DEPUTY )?SECRETARY OF STATE\s*$", 0.6, "SECRETARY OF STATE"),
        Mark(r"^[A-Z][\w. '’-]{3,40}, (?:Principal Deputy |Department )?Spokesperson\s*$", 0.25, "Spokesperson"),
        Mark(r"^[A-Z][A-Z. '’-]{3,40}, (?:PRINCIPAL DEPUTY |DEPARTMENT )?SPOKESPERSON\s*$", 0.25, "SPOKESPERSON"),
        Mark(r"[Bb]elow is attributable to .{0,40}Spokesperson", 0.4, "attributable to"),
        Mark(r"^U\.?S\.? Department of State$", 0.5, "Department of State"),
        Mark(r"^U\.?S\.? DEPARTMENT OF STATE$", 0.5, "DEPARTMENT OF STATE"),
    )
    slugs = (
        (
            r"(?i:press statement|media note|readout|fact sheet|notice to the press|joint statement|remarks|special "
            r"briefing|press release)"
        ),
        r"\d{4}/\d{1,4}",
        r"STATEMENT BY .{3,80}",
    )
    boilerplate = (
        r"(?i:u\.?s\.? department of state)",
        r"(?i:office of the spokesperson)",
        r"Home|Press Releases|You are in: .{0,160}",
        r"Bureau of [A-Z][\w ,]{3,80}",
    )
    notes = (
        r"The (?:below|following) (?:text )?is attributable to .{3,80}:",
        r"(?i:begin text:?)",
        r"The text of the following statement .{3,300}",
    )
    end_marks = (r"#{3}|# # #|(?i:end text\.?)",)
    examples = (
        Example(
            raw=(
                "Norland National Day\n\nPRESS STATEMENT\n\nANN ROWE, SECRETARY OF STATE\n\nJUNE 12, 2024\n\n"
                "On behalf of the United States, I congratulate the people of Norland on their national day.\n\n"
                "We look forward to another year of work together.\n\n###\n"
            ),
            headline="Norland National Day",
            outlet="US State Department",
            published="2024-06-12",
            slug="PRESS STATEMENT",
            names=("ANN ROWE",),
            body_start="On behalf of the United States",
            body_end="work together.",
        ),
        Example(
            raw=(
                "Joint Statement on Talks With Norland\n\nMEDIA NOTE\n\nOFFICE OF THE SPOKESPERSON\n\nJUNE 12, 2024\n\n"
                "The text of the following statement was released by the Governments of the United States and "
                "Norland.\n\nBegin Text\n\n"
                "The two Governments held talks in Oslo on June 11.\n\nThey agreed to meet again in the "
                "fall.\n\nEnd Text\n"
            ),
            headline="Joint Statement on Talks With Norland",
            outlet="US State Department",
            published="2024-06-12",
            slug="MEDIA NOTE",
        ),
        Example(
            raw=(
                "Secretary Rowe’s Call with Norland Foreign Minister Dahl\n\nReadout\n\nOffice of the "
                "Spokesperson\n\nJune 12, 2024\n\n"
                "The below is attributable to Spokesperson Mia Lund:\n\n"
                "Secretary of State Ann Rowe spoke today with the Foreign Minister of Norland, Karl Dahl.\n\n"
                "They discussed the fish talks in Oslo.\n"
            ),
            headline="Secretary Rowe’s Call with Norland Foreign Minister Dahl",
            published="2024-06-12",
            slug="Readout",
            body_start="Secretary of State Ann Rowe",
            body_end="in Oslo.",
        ),
    )


class KoreaForeignMinistry(TextParser):
    """Korea's foreign ministry: day and hits under the title, numbered paragraphs, the office below."""

    name = "korea-mofa"
    outlet = "Ministry of Foreign Affairs of the Republic of Korea"
    timezone = "Asia/Seoul"
    country = "KOR"
    marks = (
        Mark(r"^DATE\s{0,3}:?\s?\d{4}-\d\d-\d\d", 0.2, "DATE"),
        Mark(r"^(?:Registration )?Date\s{0,3}:?\s?\d{4}-\d\d-\d\d", 0.2, "Date"),
        Mark(r"\bHIT\s{0,3}:?\s?\d+\s*$", 0.2, "HIT"),
        Mark(r"\bHit\s{0,3}:?\s?\d+\s*$", 0.2, "Hit"),
        Mark(r"^Spokesperson['’]s Office", 0.3, "Spokesperson"),
        Mark(r"Ministry of Foreign Affairs(?:,)? (?:of the )?Republic of Korea", 0.5, "Ministry of Foreign Affairs"),
    )
    boilerplate = (
        r"(?i:view|list|prev|next|attachment|file)\s?:?",
        r"(?i:hit)\s?:?\s?\d+",
        r"Ministry of Foreign Affairs,? Republic of Korea",
    )
    signoffs = (r"\*? ?unofficial translation\.?", r"Spokesperson['’]s Office.{0,60}")
    slugs = (r"(?i:press releases?|spokesperson's commentary)",)
    examples = (
        Example(
            raw=(
                "Spokesperson's Statement on the Harbour Raid in Norland\n\nDATE 2024-06-12 HIT 512\n\n"
                "1. The government expresses its deep concern over the raid on a harbour in Norland.\n\n"
                "2. The government will stay in close touch with its partners.\n\n* unofficial "
                "translation\n\nSpokesperson's Office\n"
            ),
            headline="Spokesperson's Statement on the Harbour Raid in Norland",
            published="2024-06-12",
            body_start="1. The government expresses",
            body_end="with its partners.",
        ),
    )


class JapanForeignMinistry(TextParser):
    """Japan's foreign ministry: title, day, a link to the Japanese text."""

    name = "japan-mofa"
    outlet = "Ministry of Foreign Affairs of Japan"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (
        Mark(r"^日本語 ?[(（]Japanese[)）]$", 0.6, "日本語"),
        Mark(r"^Ministry of Foreign Affairs of Japan$", 0.75, "Ministry of Foreign Affairs of Japan"),
        Mark(r"^Japanese$", 0.45, "Japanese"),
        Mark(r"^\[Reference\]$", 0.2, "[Reference]"),
        Mark(r"\(This is a provisional translation\.", 0.3, "(This is a provisional"),
    )
    boilerplate = (
        r"日本語(?: ?[(（]Japanese[)）])?",
        r"Ministry of Foreign Affairs of Japan",
        r"Press Releases|Back to .{2,60}|Japanese",
    )
    notes = (r"\(This is a provisional translation\..{0,160}\)",)
    examples = (
        Example(
            raw=(
                "Foreign Minister's Call with the Minister of Norland\n\nJune 12, 2024\n\n日本語 (Japanese)\n\n"
                "On June 12, commencing at 5:30 p.m., the Minister for Foreign Affairs of Japan held a call with "
                "his counterpart of Norland.\n\n"
                "The two ministers concurred on the need for further talks.\n\nRelated Links\n"
            ),
            headline="Foreign Minister's Call with the Minister of Norland",
            published="2024-06-12",
            body_start="On June 12, commencing",
            body_end="further talks.",
        ),
    )


class ChinaForeignMinistry(TextParser):
    """China's foreign ministry: spokespersons' remarks, `Updated: ` in Beijing time."""

    name = "china-mfa"
    outlet = "Ministry of Foreign Affairs of China"
    timezone = "Asia/Shanghai"
    country = "CHN"
    language = "en"
    marks = (
        Mark(
            r"^Foreign Ministry Spokesperson .{2,40}['’]s (?:Regular Press Conference|Remarks)",
            0.8,
            "Foreign Ministry Spokesperson",
        ),
        Mark(
            r"^Ministry of Foreign Affairs,? (?:of )?(?:the )?People['’]s Republic of China", 0.8, "Republic of China"
        ),
    )
    boilerplate = (
        r"Ministry of Foreign Affairs,? .{0,12}People['’]s Republic of China",
        r"\[Font Size:.{0,60}|Suggest to a friend|Print",
    )
    examples = (
        Example(
            raw=(
                "Foreign Ministry Spokesperson Wen Lei’s Remarks on the Harbour Raid in Norland\n\nUpdated: June "
                "12, 2024 20:15\n\n"
                "Q: What is China’s comment on the raid in Norland?\n\nWen Lei: We have noted the reports.\n\nWe "
                "call for calm.\n"
            ),
            headline="Foreign Ministry Spokesperson Wen Lei’s Remarks on the Harbour Raid in Norland",
            published="2024-06-12T20:15:00+08:00",
            body_start="Q: What is China’s comment",
        ),
    )


class IndiaExternalAffairs(TextParser):
    """India's ministry of external affairs: day above, place and day below the text."""

    name = "india-mea"
    outlet = "Ministry of External Affairs of India"
    timezone = "Asia/Kolkata"
    country = "IND"
    language = "en"
    marks = (
        Mark(r"^New Delhi\s*\n\s*[A-Z][a-z]{2,8} \d{1,2}, \d{4}\s*\Z", 0.8, "New Delhi"),
        Mark(r"^Ministry of External Affairs(?:, Government of India)?$", 0.75, "Ministry of External Affairs"),
    )
    boilerplate = (
        r"Ministry of External Affairs(?:, Government of India)?",
        r"New Delhi",
        r"Media Center|Press Releases",
    )
    examples = (
        Example(
            raw=(
                "Visit of Foreign Minister of Norland to India\n\nJune 12, 2024\n\n"
                "The Foreign Minister of Norland will pay an official visit to India from June 14 to 16.\n\n"
                "He will call on the Prime Minister.\n\nNew Delhi\nJune 12, 2024\n"
            ),
            headline="Visit of Foreign Minister of Norland to India",
            published="2024-06-12",
            body_start="The Foreign Minister of Norland",
            body_end="the Prime Minister.",
        ),
    )
