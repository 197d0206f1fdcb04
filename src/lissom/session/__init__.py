"""What happened: the log of one run, its replay and its summary."""
