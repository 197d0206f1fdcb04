"""Django's settings for the web site, on top of the journal's: strict, and nothing from outside."""

from __future__ import annotations

import secrets

from csp.constants import NONE, SELF

from lissom.store.folder import data_folder
from lissom.store.settings import *  # noqa: F403 - the journal's settings, as they are
from lissom.store.settings import INSTALLED_APPS as JOURNAL_APPS
from lissom.store.settings import database
from lissom.web.site.assets import address_of

SECRET_KEY = secrets.token_urlsafe(48)  # nothing signed outlives the process
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]  # a page elsewhere cannot pass for us by its name

# A person at a page, and a player between two events, wait no longer than this for another program's
# transaction: they hear that it was not written, and a player keeps it and sends it again.
DATABASES = {"default": database(data_folder(), waits_seconds=1.5)}

INSTALLED_APPS = [*JOURNAL_APPS, "csp", "lissom.web.home"]
MIDDLEWARE = [
    "lissom.web.site.middleware.HeadersAlone",
    "lissom.web.site.middleware.KnownHost",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "lissom.web.site.middleware.OwnOriginOnly",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "lissom.web.site.middleware.AtTheDesk",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "lissom.web.site.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["lissom.web.home.templatetags.own_form"],
            "context_processors": [
                "django.template.context_processors.request",
                "lissom.web.home.frame.frame",
            ],
        },
    }
]

STATIC_URL = address_of("")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "lissom.web.faults.refused"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 2**20  # bytes; the longest log and its machine are far below
USE_I18N = False  # the words are Fluent's
