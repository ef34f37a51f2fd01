"""The addresses of accounts, families and invitations."""

from allauth.account import views as allauth
from django.urls import path

from stepstool.web.families import views
from stepstool.web.families.access import FAMILY

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/sign-in/", allauth.login, name="account_login"),
    path("account/sign-out/", allauth.logout, name="account_logout"),
    path("account/inactive/", allauth.account_inactive, name="account_inactive"),
    path("account/password/", allauth.password_change, name="account_change_password"),
    path("account/lost/", views.lost, name="account_reset_password"),
    path("account/code/", views.code, name="recovery-code"),
    path("account/code/new/", views.new_code, name="new-recovery-code"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
    path("invitation/<str:token>/join/", views.join, name="join"),
    path(f"{FAMILY}people/", views.people, name="people"),
    path(f"{FAMILY}people/record/", views.record, name="record"),
    path(f"{FAMILY}people/invite/", views.invite, name="invite"),
    path(f"{FAMILY}people/leave/", views.leave, name="leave"),
    path(f"{FAMILY}people/<int:membership_id>/", views.change, name="change-member"),
    path(f"{FAMILY}people/<int:membership_id>/end/", views.end, name="end-member"),
    path(
        f"{FAMILY}people/<int:membership_id>/bring-back/",
        views.bring_back,
        name="bring-member-back",
    ),
    path(
        f"{FAMILY}invitations/<int:invitation_id>/revoke/",
        views.revoke,
        name="revoke-invitation",
    ),
    path("invite-family/", views.invite_family, name="invite-family"),
]
