"""The Korea Times: its own copy and Yonhap's on its site."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["KoreaTimes"]


class KoreaTimes(TextParser):
    """Pages of The Korea Times: `Posted : ` and `Updated : ` in Korean time."""

    name = "korea-times"
    outlet = "The Korea Times"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    marks = (
        Mark(r"^The Korea Times$", 0.6, "The Korea Times"),
        Mark(r"^Posted : \d{4}-\d\d-\d\d \d\d:\d\d", 0.75, "Posted : "),
        Mark(r"^Published : \d{4}-\d\d-\d\d \d\d:\d\d", 0.75, "Published : "),
        Mark(r"@koreatimes\.co\.kr", 0.8, "@koreatimes.co.kr"),
    )
    boilerplate = (
        r"The Korea Times",
        r"Go to Section",
        r"Text Size",
        r"Print",
        r"Today's Top \d+|Top \d+ Stories",
        r"gettyimages\w{0,10}",
    )
    signoffs = (r"[\w.]{2,40}@(?:koreatimes\.co\.kr|ktimes\.com) More articles by this reporter",)
    examples = (
        Example(
            raw=(
                "The Korea Times\n\nNorland to reopen consulate in Busan\n\nPosted : 2021-05-05 17:04\n\n"
                "Updated : 2021-05-05 18:00\n\nBy Han Ji-woo\n\n"
                "Norland will reopen its consulate in Busan next month, its embassy said Wednesday.\n\n"
                "The consulate was closed two years ago after a row about visas.\n"
            ),
            headline="Norland to reopen consulate in Busan",
            outlet="The Korea Times",
            published="2021-05-05T17:04:00+09:00",
            names=("Han Ji-woo",),
            body_start="Norland will reopen",
            body_end="about visas.",
        ),
    )
