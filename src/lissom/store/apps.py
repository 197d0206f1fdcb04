"""The app's name, for Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal."""

    name = "lissom.store"
    label = "journal"
