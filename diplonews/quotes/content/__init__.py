"""The beginning and end of an attribution's content."""
