"""Addresses of the records app: the list, CSV and pages of sources."""

from records import views
from records.addresses import record_urls

urlpatterns = record_urls(views)
