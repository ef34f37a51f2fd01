"""Links to a locked copy of what a parent handed over."""

import django.db.models.deletion
from django.db import migrations, models

import stepstool.web.families.family_tables


class Migration(migrations.Migration):
    dependencies = [
        ("families", "0003_who_did_what"),
    ]

    operations = [
        migrations.CreateModel(
            name="SealedLink",
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
                ("id", models.CharField(max_length=64)),
                ("child_id", models.UUIDField()),
                ("name", models.CharField(blank=True, max_length=60)),
                ("made_by", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("opened", models.PositiveIntegerField(default=0)),
                ("opened_at", models.DateTimeField(null=True)),
                ("locked", models.TextField()),
                (
                    "child",
                    models.ForeignObject(
                        from_fields=("family", "child_id"),
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        serialize=False,
                        to="families.child",
                        to_fields=("family", "id"),
                    ),
                ),
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
                "constraints": [
                    stepstool.web.families.family_tables.SameFamilyFK(
                        column="child_id", name="sealed_child", to="families_child"
                    )
                ],
            },
        ),
    ]
