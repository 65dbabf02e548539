"""Diplomatic events by the PLOVER manual: who did what to whom, when, and whether it happened."""

from diplonews.events.explain import explain
from diplonews.events.find import extract_events, find_events

__all__ = ["explain", "extract_events", "find_events"]
