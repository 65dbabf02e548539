"""How right the findings are: gold files, scores and reports."""
