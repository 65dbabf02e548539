"""The weights by which events are judged."""

from __future__ import annotations

from collections.abc import Mapping

from diplonews.lexicons.tables import Tables, per_tables

__all__ = ["signal_weights"]


@per_tables
def _weights(tables: Tables) -> dict[str, float]:
    return {row["signal"]: row["weight"] for row in tables["judging"].rows}


def signal_weights() -> Mapping[str, float]:
    """The weight of each signal of an event in the tables in use."""
    return _weights()
