"""The addresses of accounts, families and invitations."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
