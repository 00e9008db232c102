"""Addresses of the pages across all records."""

from django.urls import path

from atlas import views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("codebook/", views.codebook, name="codebook"),
    path("about/", views.about, name="about"),
]
