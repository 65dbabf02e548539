"""Tables of words, names and numbers, each loaded from its data file on first use."""
