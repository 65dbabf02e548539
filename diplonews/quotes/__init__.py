"""Quotations: who said what, direct, mixed and indirect."""

from __future__ import annotations

from diplonews.quotes.extract import extract_quotes, find_quotes
from diplonews.quotes.learned.model import QuoteModel, load_quote_model
from diplonews.quotes.learned.training import train_quotes

__all__ = ["QuoteModel", "extract_quotes", "find_quotes", "load_quote_model", "train_quotes"]
