"""Who did what, for the parents of a family."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("families", "0002_who_ended_it"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditLine",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "family_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("deed", models.CharField(max_length=20)),
                ("by", models.CharField(blank=True, max_length=60)),
                ("about", models.CharField(blank=True, max_length=60)),
                ("role", models.CharField(blank=True, max_length=20)),
                (
                    "family",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="families.family",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
