"""Sphinx: Markdown through MyST; the examples are run by the test suite, not here."""

from importlib.metadata import version as installed

project = "diplonews"
author = "The diplonews developers"
copyright = "2026, the diplonews developers"
release = version = installed("diplonews")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "diplonews"
myst_enable_extensions = ["colon_fence", "deflist"]
suppress_warnings = ["ref.python"]  # fields named like a builtin, as `type`
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
nitpick_ignore_regex = [("py:.*", r".*")]  # names of attrs, cattrs and the standard library have no inventory here
napoleon_google_docstring = True
