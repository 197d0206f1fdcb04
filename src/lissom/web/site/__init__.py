"""The web site: its settings, addresses, guards, and the process that serves it on loopback."""
