"""Findings for human readers: texts with the findings marked, and findings in plain words."""
