"""The addresses of the site, all in one table."""

from __future__ import annotations

from django.urls import path, re_path

from lissom.web.api import entries, figures, journal, logs, pack, words
from lissom.web.home import (
    before_start,
    broken_off,
    contact,
    downloads,
    handout,
    health,
    late_report,
    offline,
    people,
    play,
    progress,
    ready,
    reopening,
    routine,
    session_page,
    settings,
    today,
    your_data,
)
from lissom.web.home import figures as pictures
from lissom.web.site import assets, installing

handler400 = "lissom.web.faults.bad_request"
handler404 = "lissom.web.faults.not_found"
handler500 = "lissom.web.faults.ours"

urlpatterns = [
    path("", today.show, name="today"),
    path("api/entries/", entries.take, name="entries"),
    path("api/figures.json", figures.show, name="figures"),
    path("api/journal.json", journal.show, name="journal"),
    path("api/logs/", logs.take, name="logs"),
    path("api/pack.json", pack.show, name="pack"),
    path("api/words.json", words.show, name="words"),
    path("calendar.ics", downloads.calendar, name="calendar"),
    path("calendar/<str:token>.ics", downloads.feed, name="calendar-feed"),
    path("contact/", contact.show, name="contact"),
    path("downloads/<slug:name>.csv", downloads.sheet, name="sheet"),
    path("downloads/backup.zip", downloads.backup, name="backup"),
    path("downloads/logs.json", downloads.logs, name="all-logs"),
    path("downloads/logs/<str:log_id>.fit", downloads.activity, name="activity"),
    path("downloads/logs/<str:log_id>.json", downloads.log, name="log"),
    path("downloads/record.fhir.json", downloads.records, name="records"),
    path("end/", broken_off.end, name="end-broken-off"),
    path("felt/<str:log_id>/", late_report.show, name="felt"),
    path("figures/<str:pose>.<str:side>.svg", pictures.show, name="figure"),
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("offline/", offline.show, name="offline"),
    path("open/<slug:target>/", reopening.show, name="opening"),
    path("people/", people.show, name="people"),
    path("people/add/", people.add, name="add-person"),
    path("people/choose/", people.choose, name="choose-person"),
    path("people/remove/", people.remove, name="remove-person"),
    path("people/rename/", people.rename, name="rename-person"),
    path("play/", play.show, name="play"),
    path("progress/", progress.show, name="progress"),
    path("progress/<str:log_id>/", session_page.show, name="session"),
    path("ready/", ready.show, name="ready"),
    path("ready/health/", before_start.show, name="before"),
    path("routines/<slug:routine_id>/", routine.show, name="routine"),
    path("routines/<slug:routine_id>/handout.pdf", handout.show, name="handout"),
    path("settings/", settings.show, name="settings"),
    path("settings/data/", your_data.show, name="your-data"),
    path("settings/data/erase/", your_data.erase, name="erase"),
    path("settings/data/restore/", your_data.restore, name="restore"),
    path("settings/health/", health.show, name="health"),
    path("settings/reminders/feed/", settings.feed, name="make-feed"),
    path("settings/<slug:name>/", settings.section, name="settings-section"),
    path("service-worker.js", installing.worker, name="service-worker"),
    re_path(r"^static/(?:(?P<of_version>[0-9a-f]{16})/)?(?P<name>.+)$", assets.show, name="asset"),
]
