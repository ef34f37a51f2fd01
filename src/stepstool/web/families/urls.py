"""The addresses of accounts, families and invitations."""

from allauth.account import views as allauth
from django.urls import path

from stepstool.web.families.access import FAMILY
from stepstool.web.families.views import account, household, invitations, recovery

urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/sign-in/", allauth.login, name="account_login"),
    path("account/sign-out/", allauth.logout, name="account_logout"),
    path("account/inactive/", allauth.account_inactive, name="account_inactive"),
    path("account/password/", allauth.password_change, name="account_change_password"),
    path("account/lost/", recovery.lost, name="account_reset_password"),
    path("account/code/", recovery.code, name="recovery-code"),
    path("account/code/new/", recovery.new_code, name="new-recovery-code"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation"),
    path("invitation/<str:token>/join/", invitations.join, name="join"),
    path(f"{FAMILY}people/", household.people, name="people"),
    path(f"{FAMILY}people/invite/", invitations.invite, name="invite"),
    path(f"{FAMILY}people/leave/", household.leave, name="leave"),
    path(
        f"{FAMILY}people/<int:membership_id>/", household.change, name="change-member"
    ),
    path(f"{FAMILY}people/<int:membership_id>/end/", household.end, name="end-member"),
    path(
        f"{FAMILY}invitations/<int:invitation_id>/revoke/",
        invitations.revoke,
        name="revoke-invitation",
    ),
    path("invite-family/", invitations.invite_family, name="invite-family"),
]
