"""The rules: each finds attributions of one kind."""
