"""Actors: who is mentioned, and which state or organization that is."""

from diplonews.actors.extract import extract_actors, find_actors

__all__ = ["extract_actors", "find_actors"]
