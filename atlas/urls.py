"""Addresses of the pages across all records."""

from django.urls import path

from atlas import views

urlpatterns = [path("", views.home, name="home")]
