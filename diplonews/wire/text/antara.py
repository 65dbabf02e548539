"""ANTARA: the Indonesian agency's pages in English and Indonesian."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["ANTARA"]


class ANTARA(TextParser):
    """`Jakarta (ANTARA) - `: western Indonesian time, translator and editor after the story."""

    name = "antara"
    provider = "ANTARA"
    timezone = "Asia/Jakarta"
    country = "IDN"
    date_order = "dmy"
    marks = (
        Mark(r"(?:Copyright|COPYRIGHT) © ANTARA", 0.4, "© ANTARA"),
        Mark(r"^Pewarta ?: ", 0.2, "Pewarta"),
        Mark(r"^Translator ?: ", 0.2, "Translator"),
        Mark(r"GMT\+700$", 0.3, "GMT+700"),
    )
    boilerplate = (
        r"(?:Copyright|COPYRIGHT) © ANTARA.{0,20}",
        r"(?:Related news|Baca juga|Also read|Berita terkait) ?: .{3,160}",
        r"ANTARA News",
        r"Dilarang keras mengambil konten.{0,200}",
    )
    signoffs = (r"(?:Reporter|Pewarta|Translator|Penerjemah|Uploader|By|Editor) ?: ?\S.{1,120}",)
    examples = (
        Example(
            raw=(
                "Indonesia, Norland deepen ties in fisheries\n\nJune 12, 2024 20:15 GMT+700\n\n"
                "The minister shakes hands with his counterpart in Jakarta on Wednesday (June 12). (ANTARA/Rubi "
                "Jovani)\n\n"
                "Jakarta (ANTARA) - Indonesia and Norland agreed to deepen their ties in fisheries, a minister said "
                "here on Wednesday.\n\n"
                "Related news: Indonesia opens two ports\n\n"
                '"We will train crews together," he noted.\n\n'
                "Translator: Rubi J, Karl Dahl\nEditor: Sri Ayu\nCopyright © ANTARA 2024\n"
            ),
            headline="Indonesia, Norland deepen ties in fisheries",
            provider="ANTARA",
            published="2024-06-12T20:15:00+07:00",
            place="Jakarta",
            timezone="Asia/Jakarta",
            body_start="Indonesia and Norland agreed",
            body_end="he noted.",
        ),
    )
