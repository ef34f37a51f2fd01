"""A place in a family that is over by itself, for who looks along for a while."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("families", "0004_sealed_links"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="until",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="membership",
            name="until",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None),
                    models.Q(("role", "parent"), _negated=True),
                    _connector="OR",
                ),
                name="parents_stay",
            ),
        ),
    ]
