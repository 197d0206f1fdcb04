"""The app's name, for Django."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The pages."""

    name = "lissom.web.home"
    label = "pages"
