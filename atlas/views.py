"""Pages across all records."""

from django.shortcuts import render


def home(request):
    """The door: what this is, a search, the map as a picture, the six baskets."""
    return render(request, "atlas/home.html", {})


def search(request):
    return render(request, "atlas/search.html", {})


def codebook(request):
    return render(request, "atlas/codebook.html", {})


def about(request):
    return render(request, "atlas/about.html", {})
