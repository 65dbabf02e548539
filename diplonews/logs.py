"""The library's logger, `diplonews`: silent until a program configures logging.

`logging.basicConfig()` shows the items left out of a run, with the reasons.
"""

from __future__ import annotations

import logging

__all__ = ["logger"]

logger = logging.getLogger("diplonews")
logger.addHandler(logging.NullHandler())
