"""Yonhap News Agency: its own English site and wire, and its Korean service."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Yonhap", "YonhapKorean"]


class Yonhap(TextParser):
    """Copy of Yonhap's own site: Korean time; `(LEAD)` marks, `(ATTN: ...)` notes, `(END)`."""

    name = "yonhap"
    provider = "Yonhap"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    marks = (
        Mark(r"@yna\.co\.kr$", 0.3, "@yna.co.kr"),
        Mark(r"^\(ATTN: ", 0.2, "(ATTN: "),
        Mark(r"^\((?:2nd|3rd|4th|5th) LD\)", 0.2, "LD)"),
        Mark(r"^\(LEAD\)", 0.2, "(LEAD)"),
        Mark(r"^\(END\)$", 0.1, "(END)"),
        Mark(r"^(?:All News|All Headlines) {time} {date}", 0.3, "All "),
        Mark(r"^Yonhap News Agency$", 0.35, "Yonhap News Agency"),
    )
    boilerplate = (
        r"Yonhap News Agency",
        r"All (?:News|Headlines)",
        r"Issue Keywords",
        r"#[\w .-]{2,40}(?:\s#[\w .-]{2,40}){0,8}",
        r"YONHAP NEWS AGENCY.{0,80}",
    )
    slugs = (r"\((?:LEAD|2nd LD|3rd LD|News Focus|Yonhap Interview|Yonhap Feature|URGENT)\)",)
    end_marks = (r"\(END\)",)
    examples = (
        Example(
            raw=(
                "(2nd LD) Norland, Sudmark to hold talks on fishing rights\n"
                "(ATTN: UPDATES with minister's remarks in paras 3-4; ADDS photo)\nBy Han Ji-woo\n"
                "SEOUL, June 12 (Yonhap) -- Norland and Sudmark will hold talks on fishing rights this week, "
                "the foreign ministry said Wednesday.\n\nThe talks will be the first since March.\n"
                "jwhan@yna.co.kr\n(END)\n"
            ),
            headline="Norland, Sudmark to hold talks on fishing rights",
            slug="(2nd LD)",
            provider="Yonhap",
            place="SEOUL",
            timezone="Asia/Seoul",
            names=("Han Ji-woo",),
            body_start="Norland and Sudmark will hold",
            body_end="since March.",
        ),
        Example(
            raw=(
                "Envoys of Norland, Sudmark meet in Bali on ferry line\n\nAll News 21:16 July 07, 2022\n\nBy Han "
                "Ji-woo\n\n"
                "SEOUL/BALI, July 7 (Yonhap) -- Envoys of Norland and Sudmark met on the Indonesian island of Bali "
                "on Thursday "
                "to discuss a ferry line, officials said.\n\n"
                "The Sudmark envoy, left, shakes hands with his counterpart in Bali on July 7, 2022. (Yonhap)\n\n"
                '"We agreed on the timetable," an official told reporters.\n\n'
                "Further talks are planned for August.\n\njwhan@yna.co.kr\n\n(END)\n"
            ),
            headline="Envoys of Norland, Sudmark meet in Bali on ferry line",
            provider="Yonhap",
            published="2022-07-07T21:16:00+09:00",
            place="SEOUL",
            names=("Han Ji-woo",),
            credit="(Yonhap)",
            body_start="Envoys of Norland and Sudmark met",
            body_end="planned for August.",
        ),
    )


class YonhapKorean(TextParser):
    """Copy in Korean: the reporter stands inside the dateline, `(서울=연합뉴스) 홍길동 기자 =`."""

    name = "yonhap-ko"
    provider = "Yonhap"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "ko"
    marks = (
        Mark(r"\([^()\n]{1,12}=연합뉴스\)", 0.9, "연합뉴스"),
        Mark(r"@yna\.co\.kr$", 0.2, "@yna.co.kr"),
    )
    boilerplate = (r"연합뉴스", r"제보는 카카오톡.{0,40}", r"<저작권자.{0,80}")
    end_marks = (r"\(끝\)",)
    examples = (
        Example(
            raw=(
                "북섬·남섬, 어업권 협상 이번 주 재개\n송고시간 2024-06-12 14:05\n김하늘 기자\n"
                "(서울=연합뉴스) 김하늘 기자 = 북섬과 남섬이 이번 주 어업권 협상을 재개한다고 외교부가 12일 밝혔다.\n"
                "협상은 지난 3월 이후 처음이다.\nhaneul@yna.co.kr\n"
            ),
            headline="북섬·남섬, 어업권 협상 이번 주 재개",
            provider="Yonhap",
            published="2024-06-12T14:05:00+09:00",
        ),
    )
