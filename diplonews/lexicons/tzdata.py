"""The type of our time zones, kept apart from `timezones` so that text without a zone does not load `zoneinfo`."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from diplonews.lexicons.timezones import load_zone

__all__ = ["Zone"]


class Zone(ZoneInfo):
    """A zone of the tzdata package, made by `load_zone`; there is one object for each key, also after pickling."""

    def __reduce__(self) -> tuple[object, ...]:
        return load_zone, (self.key,)
