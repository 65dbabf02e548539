"""Lets the tests import their helpers; analyses of articles of our own."""

import sys
from pathlib import Path

import pytest

import diplonews as dn

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def marked():
    """Analyses of two articles of our own."""
    return list(
        dn.analyze_many(
            [
                dn.parse_article(
                    "Envoys to meet\n\nOSLO, May 4 (Reuters) - Norway rebuked Latvia on Tuesday over herring. "
                    '"The levy has no basis," Foreign Minister Kari Lunde said.\n\n'
                    "The two sides will hold talks in Riga on May 11.",
                    published="2021-05-04",
                ),
                dn.parse_article("SEOUL, May 5 (Yonhap) -- It rained.", published="2021-05-05"),
            ]
        )
    )
