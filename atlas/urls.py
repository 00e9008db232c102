"""Addresses of the pages across all records."""

from django.urls import path

from atlas import search, views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="suggest"),
    path("codebook/", views.codebook, name="codebook"),
    path("about/", views.about, name="about"),
]
