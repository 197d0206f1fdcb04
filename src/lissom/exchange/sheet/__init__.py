"""Sessions and holds as CSV for spreadsheets. The columns are told in docs/reference/csv.md."""

from lissom.exchange.sheet.holds import holds_csv
from lissom.exchange.sheet.sessions import sessions_csv
from lissom.exchange.sheet.told import Told

__all__ = ["Told", "holds_csv", "sessions_csv"]
