"""Actors: the mentions of states, organizations and persons, with their codes."""

from diplonews.actors.extract import extract_actors, find_actors

__all__ = ["extract_actors", "find_actors"]
