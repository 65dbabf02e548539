"""Findings in the formats that other tools read, one target a module."""
