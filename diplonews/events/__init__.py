"""Events: who did what to whom, when, and did it happen (PLOVER)."""

from diplonews.events.explain import explain
from diplonews.events.find import extract_events, find_events

__all__ = ["explain", "extract_events", "find_events"]
