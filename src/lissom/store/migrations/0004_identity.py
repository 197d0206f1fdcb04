from typing import Any

from django.db import migrations

from lissom.store.identity import give_id


def give_each_its_own(apps: Any, schema_editor: Any) -> None:
    give_id(apps.get_model("journal", "Note").objects.using(schema_editor.connection.alias))


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_more_words")]

    operations = [migrations.RunPython(give_each_its_own, migrations.RunPython.noop)]
