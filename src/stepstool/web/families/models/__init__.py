"""The tables of who: accounts and families are ordinary; children are a family table."""

from stepstool.web.families.models.accounts import RecoveryCode, User
from stepstool.web.families.models.children import Child
from stepstool.web.families.models.families import Family, Membership
from stepstool.web.families.models.family_tables import (
    FamilyModel,
    SameFamilyFK,
    of_the_same_family,
)
from stepstool.web.families.models.invitations import Invitation

__all__ = [
    "Child",
    "Family",
    "FamilyModel",
    "Invitation",
    "Membership",
    "RecoveryCode",
    "SameFamilyFK",
    "User",
    "of_the_same_family",
]
