"""Family tables: the family's id leads every key, so that families can be spread out.

Use `FamilyModel` as the base, `of_the_same_family` for relations between family tables,
and `SameFamilyFK` in `Meta.constraints` so that the database itself refuses a row that
points into another family. Every query on such a table names the family.
"""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.constraints import BaseConstraint

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class FamilyModel(models.Model):
    """A row that belongs to one family."""

    pk = models.CompositePrimaryKey("family_id", "id")
    family = models.ForeignKey(
        "families.Family", models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


def of_the_same_family(
    model: str, column: str, **options: Any
) -> "models.ForeignObject[Any, Any]":
    """Relate to a row of the same family; joins compare the family and the id."""
    return models.ForeignObject(
        model,
        models.CASCADE,
        from_fields=("family", column),
        to_fields=("family", "id"),
        serialize=False,
        **options,
    )


class SameFamilyFK(BaseConstraint):
    """A foreign key over (family, column) to (family, id) of another family table."""

    RULE = (
        "CONSTRAINT %(name)s FOREIGN KEY (%(columns)s) REFERENCES %(to)s (%(keys)s) "
        "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"
    )

    def __init__(self, *, column: str, to: str, name: str) -> None:
        """Tie `column` to the id of table `to`, both within one family."""
        super().__init__(name=name)
        self.column, self.to = column, to

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SameFamilyFK):
            return NotImplemented
        return self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((self.name, self.column, self.to))

    def constraint_sql(
        self,
        model: type[models.Model] | None,
        editor: "BaseDatabaseSchemaEditor | None",
    ) -> str:
        """Write the rule for inside CREATE TABLE."""
        assert editor is not None  # noqa: S101 - Django always gives one
        quote = editor.quote_name
        return self.RULE % {
            "name": quote(self.name),
            "columns": f"{quote('family_id')}, {quote(self.column)}",
            "to": quote(self.to),
            "keys": f"{quote('family_id')}, {quote('id')}",
        }

    def create_sql(
        self,
        model: type[models.Model] | None,
        editor: "BaseDatabaseSchemaEditor | None",
    ) -> str:
        """Write the rule as a change of an existing table."""
        return f"{_alter(model, editor)} ADD {self.constraint_sql(model, editor)}"

    def remove_sql(
        self,
        model: type[models.Model] | None,
        editor: "BaseDatabaseSchemaEditor | None",
    ) -> str:
        """Write how the rule is taken off."""
        assert editor is not None  # noqa: S101 - Django always gives one
        return f"{_alter(model, editor)} DROP CONSTRAINT {editor.quote_name(self.name)}"

    def validate(self, *args: Any, **options: Any) -> None:
        """Leave the checking to the database."""

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        """Give Django's migrations what they write down."""
        path, _, options = super().deconstruct()
        return path, (), {**options, "column": self.column, "to": self.to}


def _alter(
    model: type[models.Model] | None, editor: "BaseDatabaseSchemaEditor | None"
) -> str:
    assert model is not None  # noqa: S101 - Django always gives both
    assert editor is not None  # noqa: S101
    table = model._meta.db_table  # noqa: SLF001 - Django's documented way
    return f"ALTER TABLE {editor.quote_name(table)}"
