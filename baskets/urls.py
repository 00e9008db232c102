"""Addresses of the baskets app: every list, CSV and page of its views."""

from baskets import views
from records.addresses import record_urls

urlpatterns = record_urls(views)
