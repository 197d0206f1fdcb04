"""The journal: every log, the machines that were played, the person's dated words, and their settings."""
