"""Where the content of an attribution begins and ends."""
