"""Findings in formats for other tools, a target in each module; `export` in `run` chooses among them."""
