"""The second stage, trained on a corpus of attributions."""
