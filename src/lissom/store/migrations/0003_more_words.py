from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_away")]

    operations = [
        migrations.AddField("word", "more", models.JSONField(null=True)),
    ]
