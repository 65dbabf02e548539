"""Findings for people to look at: in words, and as HTML for notebooks."""
