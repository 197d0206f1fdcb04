"""Open the app in a browser. It runs on this machine alone, until you press Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys
import threading
import webbrowser

from lissom.web.site.serving import PORT, PortTaken, address_of, listen, open_already, serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"usually {PORT}")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    shows = not choices.no_browser and _has_screen()
    try:
        listener = listen(choices.port)
    except PortTaken:
        address = open_already(choices.port)
        if address is None:
            raise
        print(f"Lissom is open already at {address}")
        if shows:
            webbrowser.open(address)
        return 0
    serve(listener, lambda: _tell_open(address_of(listener), shows=shows))
    print("Lissom is closed.", flush=True)
    return 0


def _tell_open(address: str, *, shows: bool) -> None:
    print(f"Lissom is open at {address}", "Ctrl-C closes it.", sep="\n", flush=True)
    if shows:
        threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()


def _has_screen() -> bool:
    """Whether there is a screen on which a browser could open."""
    on_x = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return on_x or sys.platform in ("darwin", "win32")
