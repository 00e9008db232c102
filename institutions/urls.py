"""Addresses of the institutions app: every list, CSV and page of its views."""

from institutions import views
from records.addresses import record_urls

urlpatterns = record_urls(views)
