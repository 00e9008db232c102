"""Pages across all records."""

from django.shortcuts import render


def home(request):
    """The door: what this is, a search, the map as a picture, the six baskets."""
    return render(request, "atlas/home.html", {})
