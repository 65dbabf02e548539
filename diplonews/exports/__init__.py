"""Findings in the formats that other tools read, one target a module; `export` in `run` chooses among them."""
