"""ANSA: Italian and English."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["ANSA"]


class ANSA(TextParser):
    """`(ANSA) - ROMA, 1 LUG - `: the agency comes first, and again at the end, `(ANSA).`."""

    name = "ansa"
    provider = "ANSA"
    timezone = "Europe/Rome"
    country = "ITA"
    date_order = "dmy"
    marks = (
        Mark(r"^\(ANSA(?:-\w{2,8})?\) - ", 0.3, "(ANSA"),
        Mark(r"\(ANSA\)\.?$", 0.1, "(ANSA)"),
        Mark(r"Riproduzione riservata © Copyright ANSA|RIPRODUZIONE RISERVATA © Copyright ANSA", 0.4, "Copyright ANSA"),
        Mark(r"^Redazione ANSA\b", 0.3, "Redazione ANSA"),
    )
    boilerplate = (
        r"(?:Riproduzione riservata|RIPRODUZIONE RISERVATA|ALL RIGHTS RESERVED) ?© Copyright ANSA.{0,40}",
        r"Redazione ANSA",
        r"Condividi|Link copiato|Scrivi alla redazione|Stampa",
    )
    examples = (
        Example(
            raw=(
                "Norland richiama l'ambasciatore in Sudmark\n\n(ANSA) - ROMA, 1 LUG - Norland ha richiamato oggi il "
                "suo ambasciatore "
                "in Sudmark, ha detto il ministero.\n\nIl ministro parlerà domani. (ANSA).\n"
            ),
            headline="Norland richiama l'ambasciatore in Sudmark",
            provider="ANSA",
            place="ROMA",
            body_start="Norland ha richiamato",
            body_end="parlerà domani.",
        ),
        Example(
            raw=(
                "Norland premier to meet pope\n\nRedazione ANSA\n\nROME, 12 June 2024, 13:41\n\n"
                "(ANSA) - ROME, JUN 12 - The premier of Norland will meet the pope on Friday.\n\n"
                "They will talk about fishermen. (ANSA).\n\nALL RIGHTS RESERVED © Copyright ANSA\n"
            ),
            headline="Norland premier to meet pope",
            provider="ANSA",
            body_start="The premier of Norland",
            body_end="about fishermen.",
        ),
    )
