"""Sessions and holds as CSV for spreadsheets. The columns are told in docs/reference/csv.md."""

from lissom.exchange.spreadsheet.holds import holds_csv
from lissom.exchange.spreadsheet.sessions import sessions_csv
from lissom.exchange.spreadsheet.told import SummarisedLog

__all__ = ["SummarisedLog", "holds_csv", "sessions_csv"]
