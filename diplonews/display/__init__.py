"""Findings for people to look at: texts with the findings marked, and findings in plain words."""
