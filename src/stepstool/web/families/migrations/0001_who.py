"""Accounts, families, memberships, invitations and children."""

import uuid

import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import CASCADE, SET_NULL

ROLES = [
    ("parent", "Parent"),
    ("carer", "Grandparent or sitter"),
    ("preschool", "Preschool"),
    ("reader", "Reads along"),
]
NOW = django.utils.timezone.now


def key() -> models.BigAutoField:
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


def user(on_delete, name, **options):
    return models.ForeignKey(
        on_delete=on_delete,
        null=True,
        related_name=name,
        to=settings.AUTH_USER_MODEL,
        **options,
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", key()),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                ("username", models.CharField(max_length=100, unique=True)),
                ("name", models.CharField(max_length=60)),
                ("is_active", models.BooleanField(default=True)),
                ("is_host", models.BooleanField(default=False)),
                ("date_joined", models.DateTimeField(default=NOW)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(is_host=True),
                        fields=["is_host"],
                        name="one_host",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=CASCADE,
                        primary_key=True,
                        related_name="recovery_code",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=NOW)),
            ],
        ),
        migrations.CreateModel(
            name="Family",
            fields=[("id", key()), ("opened_at", models.DateTimeField(default=NOW))],
            options={"verbose_name_plural": "families"},
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", key()),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=CASCADE,
                        related_name="memberships",
                        to="families.family",
                    ),
                ),
                ("user", user(SET_NULL, "memberships")),
                ("role", models.CharField(choices=ROLES, max_length=20)),
                ("name", models.CharField(max_length=60)),
                ("joined_at", models.DateTimeField(default=NOW)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["user", "family"], name="one_place_each"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", key()),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                (
                    "family",
                    models.ForeignKey(
                        null=True,
                        on_delete=CASCADE,
                        related_name="invitations",
                        to="families.family",
                    ),
                ),
                (
                    "role",
                    models.CharField(choices=ROLES, default="parent", max_length=20),
                ),
                ("name", models.CharField(blank=True, max_length=60)),
                ("made_by", user(CASCADE, "invitations_made")),
                ("made_at", models.DateTimeField(default=NOW)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("used_by", user(SET_NULL, "invitations_used")),
            ],
        ),
        migrations.CreateModel(
            name="Child",
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
                (
                    "family",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=CASCADE,
                        related_name="+",
                        to="families.family",
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("nickname", models.CharField(max_length=40)),
                ("born", models.DateField()),
                ("added_at", models.DateTimeField(default=NOW)),
            ],
            options={"verbose_name_plural": "children"},
        ),
    ]
