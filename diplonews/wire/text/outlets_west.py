"""Outlets of Europe, the Middle East and America on pages of their own."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["CNN", "AlJazeera", "BBCNews", "Barrons", "DailySabah", "DeutscheWelle", "Guardian"]


class BBCNews(TextParser):
    """Pages of BBC News: `3 hours ago` or a day, the desk under the name, captions below `Image caption,`."""

    name = "bbc-news"
    outlet = "BBC News"
    country = "GBR"
    language = "en"
    marks = (
        Mark(r"^BBC (?:News|World Service|Verify|Monitoring)?(?:, [A-Z].{2,60}|)$", 0.7, "BBC "),
        Mark(r"^Image caption,", 0.5, "Image caption,"),
        Mark(r"^Image source, .{2,60}", 0.4, "Image source, "),
    )
    boilerplate = (
        r"BBC(?: (?:News|World Service|Verify|Sport))?(?:,? .{2,60})?",
        r"@[\w]{3,20}",
        r"(?:Reporting from|Reports from|In) [A-Z][\w ,]{2,40}",
        r"[\w' ]{3,40} (?:correspondent|reporter|editor)(?:, .{2,40})?",
        r"Media caption,.{0,160}|Read more about this story.{0,60}|Get in touch.{0,60}",
    )
    examples = (
        Example(
            raw=(
                "Why Norland fell out with Sudmark over a lighthouse\n\n3 hours ago\n\nShare\n\nSave\n\nAnn Rowe\n\n"
                "BBC News, Valletta\n\nGetty Images\n\nThe lighthouse was built in 1884\n\n"
                "Norland and Sudmark have fallen out over a lighthouse that neither has lit for thirty years.\n\n"
                "The row began in March, when a painter was turned away.\n\nImage source, EPA\n\nImage caption,\n\n"
                "The painter has gone home\n\nTalks are due next week.\n\nRelated topics\n\nEurope\n"
            ),
            headline="Why Norland fell out with Sudmark over a lighthouse",
            outlet="BBC News",
            names=("Ann Rowe",),
            caption="The lighthouse was built in 1884",
            credit="Getty Images",
            body_start="Norland and Sudmark have",
            body_end="next week.",
        ),
        Example(
            raw=(
                "Lighthouse row: Norland agrees to talks\n\nPublished\n\n12 June 2024\n\nShare\n\nBy Ann Rowe\n\n"
                "BBC News, Valletta\n\nImage source, Getty Images\n\nImage caption,\n\nThe lighthouse in 1884.\n\n"
                "Norland and Sudmark, which fell out over a lighthouse, have agreed to talk.\n\n"
                "Their leaders spoke by telephone on Wednesday.\n"
            ),
            headline="Lighthouse row: Norland agrees to talks",
            outlet="BBC News",
            published="2024-06-12",
            names=("Ann Rowe",),
            caption="The lighthouse in 1884.",
            body_start="Norland and Sudmark, which",
        ),
    )


class Guardian(TextParser):
    """Pages of The Guardian: `Wed 12 Jun 2024 13.41 BST`, `X in Y`, newsletter appeals in the story."""

    name = "the-guardian"
    outlet = "The Guardian"
    country = "GBR"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4} \d\d\.\d\d BST$", 0.75, "BST"),
        Mark(r"^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4} \d\d\.\d\d GMT$", 0.75, "GMT"),
        Mark(r"newsletter promotion$", 0.4, "newsletter promotion"),
        Mark(r"^Explore more on these topics$", 0.4, "Explore more on these"),
    )
    boilerplate = (r"The Guardian", r"(?:First published|Last modified) on", r"Reuse this content", r"Most viewed")
    examples = (
        Example(
            raw=(
                "Norland and Iceland renew cod accord after night of talks\n\n"
                "Accord gives trawlers two more years, says minister\n\nAnn Rowe in Reykjavik\n\n"
                "Wed 12 Jun 2024 13.41 BST\n\nShare\n\n"
                "Norland and Iceland have renewed an accord on cod after talks that went on through the night.\n\n"
                "skip past newsletter promotion\n\nafter newsletter promotion\n\nThe accord runs for two years.\n\n"
                "Explore more on these topics\n\nIceland\n\nReuse this content\n"
            ),
            headline="Norland and Iceland renew cod accord after night of talks",
            deck="Accord gives trawlers two more years, says minister",
            outlet="The Guardian",
            published="2024-06-12T13:41:00+01:00",
            names=("Ann Rowe",),
            body_start="Norland and Iceland have",
            body_end="two years.",
        ),
    )


class CNN(TextParser):
    """Pages of CNN: `By X, CNN`, US Eastern time printed, `CNN —` before the story."""

    name = "cnn"
    outlet = "CNN"
    country = "USA"
    language = "en"
    marks = (
        Mark(r"^By .{3,100},? (?:and .{3,40}, )?CNN$", 0.8, "CNN"),
        Mark(r"^(?:Updated|Published)\s{1,3}{time} EDT, [A-Z][a-z]{2} {date}$", 0.5, "EDT, "),
        Mark(r"^(?:Updated|Published)\s{1,3}{time} EST, [A-Z][a-z]{2} {date}$", 0.5, "EST, "),
    )
    boilerplate = (r"CNN", r"\d{1,2} min(?:ute)?s? read", r"(?:Ad Feedback|See all topics|Link Copied!)")
    examples = (
        Example(
            raw=(
                "Norland falls out with Sudmark over a lighthouse\n\nBy Ann Rowe and Karl Dahl, CNN\n\n"
                "4 minute read\n\nUpdated 9:41 AM EDT, Wed June 12, 2024\n\nCNN —\n\n"
                "Norland has fallen out with Sudmark over a lighthouse, its leader told CNN on Wednesday.\n\n"
                "The row began in March.\n"
            ),
            headline="Norland falls out with Sudmark over a lighthouse",
            outlet="CNN",
            published="2024-06-12T09:41:00-04:00",
            names=("Ann Rowe", "Karl Dahl"),
            body_end="in March.",
        ),
    )


class Barrons(TextParser):
    """Barron's pages with copy of AFP: `FROM AFP NEWS`, initials and a notice at the end."""

    name = "barrons-afp"
    provider = "AFP"
    outlet = "Barron's"
    timezone = "America/New_York"
    country = "USA"
    language = "en"
    marks = (
        Mark(r"^FROM AFP NEWS$", 0.9, "FROM AFP NEWS"),
        Mark(r"^The Barron['’]s news department was not involved", 0.9, "The Barron"),
    )
    signoffs = (r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}",)
    boilerplate = (r"FROM AFP NEWS", r"The Barron['’]s news department .{5,300}")
    examples = (
        Example(
            raw=(
                "FROM AFP NEWS\n\nNorland Calls Summit On Seabed Mining\n\nBy Ann Rowe\n\n"
                "June 12, 2024, 9:15 am EDT\n\n"
                "Norland on Wednesday called a summit on seabed mining, saying that rules were needed.\n\n"
                "Ten states have said they will come.\n\nar/kd/ml\n\nThe Barron's news department was not involved "
                "in the creation of the content above. This story was produced by AFP.\n\n© Agence France-Presse\n"
            ),
            headline="Norland Calls Summit On Seabed Mining",
            provider="AFP",
            outlet="Barron's",
            published="2024-06-12T09:15:00-04:00",
            names=("Ann Rowe",),
            body_end="they will come.",
        ),
    )


class AlJazeera(TextParser):
    """Pages of Al Jazeera: `Published On 12 Jun 2024`, the day twice, `Source: Al Jazeera`."""

    name = "al-jazeera"
    outlet = "Al Jazeera"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^Source: ?(?:Al Jazeera.{0,40}|News Agencies)$", 0.7, "Source: "),
        Mark(r"^By Al Jazeera(?: Staff)?$", 0.7, "By Al Jazeera"),
        Mark(r"^Published On \d{1,2} [A-Z][a-z]{2} \d{4}", 0.6, "Published On "),
    )
    boilerplate = (
        r"(?:News|Features|Explainer|Opinion)\|[A-Z].{2,60}",
        r"Recommended Stories|list \d of \d.{0,100}|end of list",
    )
    signoffs = (r"Source: ?(?:Al Jazeera|News Agencies).{0,60}",)
    examples = (
        Example(
            raw=(
                "News|Politics\n\nNorland agrees to share lighthouse\n\nLeaders say the accord will last ten years.\n\n"
                "By Al Jazeera Staff\n\nPublished On 12 Jun 202412 Jun 2024\n\n"
                "Norland and Sudmark have agreed to share a lighthouse, ending a row of three months.\n\n"
                "The accord was signed on Wednesday.\n\nSource: Al Jazeera and news agencies\n"
            ),
            headline="Norland agrees to share lighthouse",
            deck="Leaders say the accord will last ten years.",
            outlet="Al Jazeera",
            published="2024-06-12",
            body_end="on Wednesday.",
        ),
    )


class DailySabah(TextParser):
    """Pages of Daily Sabah: `by X`, `Jun 12, 2024 - 1:41 pm GMT+3`, `(AA Photo)`."""

    name = "daily-sabah"
    outlet = "Daily Sabah"
    timezone = "Europe/Istanbul"
    country = "TUR"
    language = "en"
    marks = (
        Mark(r"^[A-Z][a-z]{2} \d{1,2}, \d{4} - \d{1,2}:\d\d [ap]m GMT\+3$", 0.8, "GMT+3"),
        Mark(r"^(?:by )?Daily Sabah(?: with .{2,20})?$", 0.8, "Daily Sabah"),
    )
    boilerplate = (r"Daily Sabah", r"The Daily Sabah Newsletter|Keep up to date .{5,120}")
    examples = (
        Example(
            raw=(
                "Türkiye, Norland to hold new round of island talks\n\nby Ann Rowe\n\nISTANBUL\n\n"
                "Jun 12, 2024 - 1:41 pm GMT+3\n\n"
                "The foreign ministers of Türkiye and Norland meet in Istanbul, Türkiye, June 11, 2024. (AA Photo)\n\n"
                "Türkiye and Norland will hold a new round of talks on islands in July, diplomats said Wednesday.\n\n"
                "The last round was held in March.\n"
            ),
            headline="Türkiye, Norland to hold new round of island talks",
            outlet="Daily Sabah",
            published="2024-06-12T13:41:00+03:00",
            names=("Ann Rowe",),
            credit="(AA Photo)",
            body_start="Türkiye and Norland will",
        ),
    )


class DeutscheWelle(TextParser):
    """Pages of DW: the day in two forms glued together, initials and agencies at the end."""

    name = "deutsche-welle"
    outlet = "Deutsche Welle"
    date_order = "mdy"
    language = "en"
    marks = (
        Mark(r"^(?:0?\d|1[0-2])/\d\d/\d{4}\s?[A-Z][a-z]{2,8} \d{1,2}, \d{4}$", 0.85, "/20"),
        Mark(r"To play this (?:audio|video) please enable JavaScript", 0.4, "To play this "),
    )
    boilerplate = (r"Deutsche Welle|DW", r"To play this (?:audio|video) please enable .{5,200}", r"Advertisement")
    examples = (
        Example(
            raw=(
                "Norland hosts talks on lighthouses\n\n06/12/2024June 12, 2024\n\n"
                "Talks on who pays for lighthouses opened in Norland on Wednesday, with nine states at the table.\n\n"
                "To play this audio please enable JavaScript, and consider upgrading to a web browser\n\n"
                "The talks will last a week.\n\nar/kd (AP, dpa)\n"
            ),
            headline="Norland hosts talks on lighthouses",
            outlet="Deutsche Welle",
            published="2024-06-12",
            body_end="a week.",
        ),
    )
