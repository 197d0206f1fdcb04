"""Running commands as a person would, in a data folder of their own."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from lissom.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def lissom(monkeypatch, capsys, tmp_path) -> Callable[..., Ran]:
    """Return a function that runs one command with some standard input."""
    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        try:
            code = main(arguments)
        except SystemExit as leaving:  # argparse leaves so, for --help and for wrong usage
            code = int(leaving.code or 0)
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run
