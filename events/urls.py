"""Addresses of the events app: every list, CSV and page of its views."""

from events import views
from records.addresses import record_urls

urlpatterns = record_urls(views)
