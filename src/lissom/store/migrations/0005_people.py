from typing import Any
from uuid import uuid4

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone


def give_all_to_one(apps: Any, schema_editor: Any) -> None:
    """All that was kept before there were people is of the one person who was there."""
    alias = schema_editor.connection.alias
    person = (
        apps.get_model("journal", "Person")
        .objects.using(alias)
        .create(id=str(uuid4()), name="", since=timezone.now(), is_chosen=True)
    )
    for name in ("Session", "Word", "Note"):
        apps.get_model("journal", name).objects.using(alias).update(person=person)


def _of_a_person(**more: Any) -> Any:
    return models.ForeignKey("journal.person", on_delete=django.db.models.deletion.CASCADE, **more)


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_identity")]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.CharField(max_length=36, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60)),
                ("since", models.DateTimeField()),
                ("is_chosen", models.BooleanField(default=False)),
            ],
            options={"ordering": ["since", "id"]},
        ),
        migrations.AddField("session", "person", _of_a_person(null=True, db_index=False)),
        migrations.AddField("word", "person", _of_a_person(null=True)),
        migrations.AddField("note", "person", _of_a_person(null=True, db_index=False)),
        migrations.RunPython(give_all_to_one, migrations.RunPython.noop),
        migrations.AlterField("session", "person", _of_a_person(db_index=False)),
        migrations.AlterField("word", "person", _of_a_person()),
        migrations.AlterField("note", "person", _of_a_person(db_index=False)),
        migrations.RemoveConstraint("note", "journal_note_once"),
        migrations.AddConstraint(
            "note", models.UniqueConstraint(fields=["person", "book", "name"], name="journal_note_once")
        ),
        migrations.RemoveIndex("session", "journal_session_open"),
        migrations.AddIndex(
            "session", models.Index(fields=["person", "is_over", "started"], name="journal_session_open")
        ),
    ]
