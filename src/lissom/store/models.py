"""The tables of the journal. Only `store`, `whole` and `merge` read and write them.

Rows of events, ratings and entries are added and never changed.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Person(models.Model):
    """Someone of the household. `is_chosen` marks whose record commands on this machine open."""

    id = models.CharField(max_length=36, primary_key=True)
    name = models.CharField(max_length=60)
    since = models.DateTimeField()
    is_chosen = models.BooleanField(default=False)

    class Meta:
        """Who came first."""

        ordering: ClassVar = ["since", "id"]


class MachineText(models.Model):
    """A machine that was played, so that its logs can be replayed for ever. It is nobody's own.

    `packed` is its canonical JSON, compressed with zlib: words repeat so often in a machine that it
    takes a fifteenth of the room, and a new one comes with every new screening.
    """

    digest = models.CharField(max_length=71, primary_key=True)
    packed = models.BinaryField()


class Session(models.Model):
    """The heading of a log. `is_over` and `kept` are notes for speed, and follow from the log.

    What a session came to is for replay to say; `kept` is what it said, once the session was over.
    `away` marks one that a browser plays: it alone knows how it goes on, and that it was broken off.
    """

    id = models.CharField(max_length=36, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    routine = models.CharField(max_length=100)
    digest = models.CharField(max_length=71)
    machine = models.ForeignKey(MachineText, on_delete=models.PROTECT)
    options = models.JSONField()
    started = models.DateTimeField()
    zone = models.CharField(max_length=100)
    is_over = models.BooleanField(default=False)
    away = models.BooleanField(default=False)
    kept = models.JSONField(null=True)

    class Meta:
        """By time."""

        ordering: ClassVar = ["started", "id"]
        indexes: ClassVar = [
            models.Index(fields=["person", "is_over", "started"], name="journal_session_open")
        ]


class Event(models.Model):
    """One entry of a log, at its place in it."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="events", db_index=False)
    index = models.PositiveIntegerField()
    at_ms = models.BigIntegerField()
    state = models.CharField(max_length=200)
    event = models.CharField(max_length=50)

    class Meta:
        """One event at each place of a log, whoever writes."""

        ordering: ClassVar = ["session", "index"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "index"], name="journal_event_once")
        ]


class Rating(models.Model):
    """One pain rating of a log, at its place in it."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="ratings", db_index=False)
    index = models.PositiveIntegerField()
    when = models.CharField(max_length=10)
    at_ms = models.BigIntegerField()
    value = models.PositiveSmallIntegerField()

    class Meta:
        """One rating at each place of a log, whoever writes."""

        ordering: ClassVar = ["session", "index"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "index"], name="journal_rating_once")
        ]


class Word(models.Model):
    """A dated word of the person: something taken back, agreed by the clinic, or told later.

    `more` holds what only one kind says: who agreed to what and when, or what was felt and what it takes.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    at = models.DateTimeField()
    zone = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    target = models.CharField(max_length=100)
    settled = models.BooleanField(null=True)
    more = models.JSONField(null=True)

    class Meta:
        """By time."""

        ordering: ClassVar = ["at", "id"]


class Note(models.Model):
    """One value by its name, in one of a person's two books: settings, and what the record is known by."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    book = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    value = models.JSONField()

    class Meta:
        """One value for each name in a book."""

        ordering: ClassVar = ["book", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "book", "name"], name="journal_note_once")
        ]
