"""The person's time zone is that of their machine, also once the framework has its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import tzlocal

from lissom.errors import LissomError
from lissom.zone import local_zone

ROOT = Path(__file__).parents[1]
OPENINGS = {
    "a command": "from lissom.cli.desk import CommandDesk; CommandDesk.open()",
    "the server": "from lissom.web.site.serving import make_application; make_application()",
}
TELL = (
    "; from lissom.cli.desk import CommandDesk; from lissom.terminal.clock import started; import time"
    "; print(CommandDesk.open().zone, started()[1], *time.tzname)"
)


@pytest.mark.parametrize(("told", "name"), [("Asia/Kathmandu", "Asia/Kathmandu"), (None, "UTC")])
def test_it_is_what_the_machine_says_or_else_utc(monkeypatch, told: str | None, name: str) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: told)
    assert local_zone() == name


@pytest.mark.parametrize("told", ["Nowhere/Land", "../etc/passwd", "Europe"])
def test_one_that_nobody_knows_is_told_in_words(monkeypatch, told: str) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: told)
    with pytest.raises(LissomError, match="the time zone of this machine cannot be read") as refusal:
        local_zone()
    assert refusal.value.hint == "set TZ to one such as Europe/Berlin"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no TZ")
@pytest.mark.parametrize("opening", OPENINGS)
def test_it_is_kept_when_the_journal_is_opened(tmp_path: Path, opening: str) -> None:
    """In a process of its own: the framework starts once in each."""
    ran = subprocess.run(
        [sys.executable, "-c", OPENINGS[opening] + TELL],
        cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "TZ": "America/New_York", "LISSOM_DATA": str(tmp_path)},
    )  # fmt: skip
    assert ran.stdout == "America/New_York America/New_York EST EDT\n"
