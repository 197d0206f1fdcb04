"""Django: the journal, and later the web app."""
