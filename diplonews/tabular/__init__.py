"""Tables of findings: six flat tables of any number of analyses, for data frames, Arrow, files and databases."""

from diplonews.tabular.table import Table
from diplonews.tabular.tables import AnalysisTables, to_tables

__all__ = ["AnalysisTables", "Table", "to_tables"]
