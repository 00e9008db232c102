"""Fills in a form of the admin as a curator does: opens the page, types, adds rows, saves."""

from html.parser import HTMLParser

from django.urls import reverse
from django.utils import translation


def address(row_or_model, page: str = "change", language: str = "en") -> str:
    """The address of a page of the admin."""
    opts = row_or_model._meta
    key = [row_or_model.pk] if page in {"change", "history", "delete"} else []
    with translation.override(language):
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=key)


class Form(HTMLParser):
    """`values` is what the page's form holds; `save()` posts it."""

    def __init__(self, client, row_or_model):
        super().__init__()
        page = "add" if isinstance(row_or_model, type) else "change"
        self.client, self.address = client, address(row_or_model, page)
        self.values, self.name, self.inside = {}, "", False
        response = client.get(self.address)
        assert response.status_code == 200
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name = given.get("name", "")
        if tag == "form":
            self.inside = given.get("id", "").endswith("_form")
        elif not self.inside or given.get("type") == "submit":
            return
        elif tag == "option" and (self.name not in self.values or "selected" in given):
            self.values[self.name] = given.get("value", "")
        elif tag in {"select", "textarea"}:
            self.name = name
            if tag == "textarea":
                self.values[name] = ""
        elif tag == "input" and (given.get("type") != "checkbox" or "checked" in given):
            self.values[name] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag in {"select", "textarea"}:
            self.name = ""
        self.inside = self.inside and tag != "form"

    def handle_data(self, data):
        if self.name and self.lasttag == "textarea":
            self.values[self.name] += data.strip()

    def fill(self, **values) -> "Form":
        self.values |= {name: getattr(value, "pk", value) for name, value in values.items()}
        return self

    def add(self, prefix: str, **values) -> "Form":
        """One more row of a kind of link, as the button for it makes."""
        number = int(self.values[f"{prefix}-TOTAL_FORMS"])
        blank = {
            name.replace("__prefix__", str(number)): value
            for name, value in self.values.items()
            if name.startswith(f"{prefix}-__prefix__-")
        }
        assert blank, f"The page has no rows named {prefix}."
        self.fill(**blank)
        self.fill(**{f"{prefix}-{number}-{name}": value for name, value in values.items()})
        return self.fill(**{f"{prefix}-TOTAL_FORMS": number + 1})

    def save(self):
        """The answer to the form: a redirect if it was saved, or the page with its errors."""
        sent = {name: value for name, value in self.values.items() if "__prefix__" not in name}
        return self.client.post(self.address, sent)
