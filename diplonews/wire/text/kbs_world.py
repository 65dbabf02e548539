"""KBS World Radio."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["KBSWorld"]


class KBSWorld(TextParser):
    """Pages of KBS World: `Write: 2024-06-12 13:41:12`, Korean time, `Photo : YONHAP News`."""

    name = "kbs-world"
    outlet = "KBS World"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    marks = (
        Mark(r"^Write: ?{date} {time}", 0.85, "Write:"),
        Mark(r"Photo : (?:YONHAP|KBS)", 0.75, "Photo : "),
        Mark(r"^KBS WORLD(?: Radio)?$", 0.6, "KBS WORLD"),
    )
    boilerplate = (r"KBS WORLD(?: Radio)?", r"Lists?|Print|Share|Editor's Pick", r"\[?Photo : .{2,40}\]?")
    examples = (
        Example(
            raw=(
                "Norland to Take Part in Busan Fair\n\nWrite: 2022-07-03 13:41:12 / Update: 2022-07-03 "
                "14:00:05\n\nPhoto : YONHAP News\n\n"
                "Norland will take part in a fair in Busan in October.\n\nThe city said Sunday that six firms had "
                "signed up.\n"
            ),
            headline="Norland to Take Part in Busan Fair",
            outlet="KBS World",
            published="2022-07-03T13:41:12+09:00",
            body_start="Norland will take part",
            body_end="had signed up.",
        ),
        Example(
            raw=(
                "Sudmark Envoy Arrives for Talks\n\ndate 2022-07-03 Photo : YONHAP News\n\n"
                "The envoy of Sudmark arrived in Seoul on Sunday for talks on fish.The envoy is to meet the "
                "minister on Monday.\n"
            ),
            headline="Sudmark Envoy Arrives for Talks",
            outlet="KBS World",
            published="2022-07-03",
            body_start="The envoy of Sudmark",
        ),
    )
