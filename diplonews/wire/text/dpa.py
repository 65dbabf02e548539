"""dpa: the wire in English and in German."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Dpa", "DpaGerman"]


class Dpa(TextParser):
    """The English wire: headline ends in ` =`, notebook and contacts after the story."""

    name = "dpa"
    provider = "dpa"
    language = "en"
    marks = (
        Mark(r"^#{1,2} dpa ", 0.3, "dpa "),
        Mark(r"^(?:By )?[A-Z][\w .'-]{3,40}, dpa(?: =)?$", 0.3, ", dpa"),
        Mark(r"^dpa(?: [a-z]{2,3}){2,4}$", 0.2, "dpa "),
        Mark(r"<\w{3,20}@dpa\.com>", 0.2, "@dpa.com"),
    )
    boilerplate = (
        r"#{1,2} .{2,40}",
        r"\* \* \* \*",
        r"The following information is not (?:intended )?for publication",
        r"- (?:Tel|E-mail|Internet|Location|Address).{0,120}",
        r"- \[.{3,120}",
    )
    signoffs = (r"dpa(?: [a-z0-9]{2,4}){1,6}", r"- (?:Reporting|Editing|Writing) by: .{3,160}")
    examples = (
        Example(
            raw=(
                "1ST LEAD\n\nNorland recalls envoy from Sudmark\nBy Ann Rowe, dpa =\n\n"
                "Berlin (dpa) - Norland recalled its envoy from Sudmark on Tuesday, the German government said.\n\n"
                "Talks on fish have been called off.\n\n# dpa NOTEBOOK\n\n## dpa Contacts\n- Reporting by: Ann Rowe\n"
                "- Editing by: Karl Dahl\nTel: +49 30 000000\n<englishservice@dpa.com>\n\ndpa wsz jln npr\n"
            ),
            headline="Norland recalls envoy from Sudmark",
            slug="1ST LEAD",
            provider="dpa",
            place="Berlin",
            timezone="Europe/Berlin",
            names=("Ann Rowe",),
            body_start="Norland recalled its envoy",
            body_end="called off.",
        ),
    )


class DpaGerman(TextParser):
    """The German wire: `London (dpa) - `, `(Achtung)`, `Notizblock`."""

    name = "dpa-de"
    provider = "dpa"
    timezone = "Europe/Berlin"
    language = "de"
    marks = (
        Mark(r"\((?:dpa|dpa/\w{2,4})\) - .{0,200}\b(?:der|die|das|den|und|ist|hat|mit|ein|eine|am)\b", 0.3, "(dpa"),
        Mark(r"^(?:# )?Notizblock$", 0.3, "Notizblock"),
        Mark(r"^(?:# )?Redaktionelle Hinweise$", 0.3, "Redaktionelle"),
    )
    boilerplate = (
        r"(?:#{1,2} )?(?:Notizblock|Redaktionelle Hinweise|Orte?|Ansprechpartner|dpa-Kontakte|Internet)",
        r"© dpa.{0,40}",
    )
    signoffs = (r"dpa(?: [a-z0-9]{2,4}){1,6}", r"- (?:Autor|Redaktion|Von|Autorin): .{3,160}")
    examples = (
        Example(
            raw=(
                "(Achtung) Norland ruft Botschafter zurück\n\nVon Anna Rau, dpa\n\n"
                "London (dpa) - Norland hat am Dienstag seinen Botschafter aus Sudmark zurückgerufen.\n\n"
                "Die Regierung nannte keinen Grund.\n\n# Notizblock\n\ndpa rau xx n1 kda\n"
            ),
            headline="Norland ruft Botschafter zurück",
            provider="dpa",
            place="London",
            timezone="Europe/London",
            names=("Anna Rau",),
            body_start="Norland hat am Dienstag",
            body_end="keinen Grund.",
        ),
    )
