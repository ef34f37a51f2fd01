"""The addresses of the ways into an account."""

from allauth.account import views as allauth
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.conf import settings
from django.urls import path

from stepstool.web.sign_in import openid, views

urlpatterns = [
    path("account/ways-in/", views.ways_in, name="mfa_index"),
    path(
        "account/ways-in/again/", allauth.reauthenticate, name="account_reauthenticate"
    ),
    path("account/ways-in/passkeys/add/", views.add_passkey, name="add-passkey"),
    path(
        "account/ways-in/passkeys/<int:pk>/remove/",
        views.remove_passkey,
        name="remove-passkey",
    ),
    path("account/ways-in/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/ways-in/app/stop/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "account/ways-in/codes/",
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/ways-in/codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("account/password/first/", allauth.password_set, name="account_set_password"),
    path(
        "account/sign-in/openid/",
        openid.go,
        {"provider_id": settings.OPENID_PROVIDER},
        name="openid_connect_login",
    ),
    path(
        "account/sign-in/openid/back/",
        openid.come_back,
        {"provider_id": settings.OPENID_PROVIDER},
        name="openid_connect_callback",
    ),
    path("account/ways-in/openid/end/", openid.disconnect, name="openid-disconnect"),
    path("account/sign-in/second/", views.second_step, name="mfa_authenticate"),
    path("account/sign-in/passkey/", views.by_passkey, name="mfa_login_webauthn"),
    path("account/devices/", views.devices, name="devices"),
    path("account/devices/others/end/", views.end_other_devices, name="end-devices"),
    path("account/devices/<int:session_id>/end/", views.end_device, name="end-device"),
]
