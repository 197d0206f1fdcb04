"""A routine on paper: one PDF with its pictures, words, stop rules and a grid to tick (PDF/UA-1, tagged).

`sheet` says what stands on it, as values; `pdf` sets it with typst; `pictures` draws for printers that know
only black; `clinic` reads a clinic's card. What is open to a person comes in as an argument.
"""

from lissom.exchange.handout.clinic import Clinic, ClinicRefused, read_clinic
from lissom.exchange.handout.pdf import PAPERS, Paper, PrintFormat, make_handout, make_pages
from lissom.exchange.handout.sheet import Given, HandoutContent, make_sheet

__all__ = [
    "PAPERS",
    "Clinic",
    "ClinicRefused",
    "Given",
    "HandoutContent",
    "Paper",
    "PrintFormat",
    "make_handout",
    "make_pages",
    "make_sheet",
    "read_clinic",
]
