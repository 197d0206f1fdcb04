from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_first")]

    operations = [
        migrations.AddField("session", "away", models.BooleanField(default=False)),
    ]
