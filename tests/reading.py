"""Reads a page as its reader does: words, links, boxes to tick."""

import csv
import io
import re
from html.parser import HTMLParser

BREAKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "div", "section", "tr", "legend", "label"}


class Page(HTMLParser):
    """`text` is all its words; `links` its addresses; `boxes` what its boxes say, by choice."""

    def __init__(self, response):
        super().__init__()
        self.words, self.links, self.boxes, self.box = [], [], {}, None
        self.html = response.content.decode()
        self.feed(self.html)
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in BREAKS:
            self.words.append(" ")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "input" and given.get("type") == "checkbox":
            self.box = (given.get("name"), given.get("value"))
            self.boxes[self.box] = ""

    def handle_endtag(self, tag):
        if tag in BREAKS:
            self.words.append(" ")
        if tag == "label":
            self.box = None

    def handle_data(self, data):
        self.words.append(data)
        if self.box:
            self.boxes[self.box] += data

    def counts(self, name: str) -> dict[str, int]:
        """How many rows each box of a filter promises."""
        found = {
            value: words.split()[-1] for (box, value), words in self.boxes.items() if box == name
        }
        return {value: int(number) for value, number in found.items()}


def read(client, address: str, status: int = 200) -> Page:
    """The page at an address, which answers as expected."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return Page(response)


def shown(client, address: str) -> list[str]:
    """The slugs of the records in a list, in its order."""
    path = address.partition("?")[0]
    links = [link for link in read(client, address).links if re.fullmatch(f"{path}[^/]+/", link)]
    return [link.removeprefix(path).strip("/") for link in dict.fromkeys(links)]


def body(response) -> bytes:
    """What a response says, streamed or not."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def rows(client, address: str) -> list[dict[str, str]]:
    """The rows of a CSV by heading."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return list(csv.DictReader(io.StringIO(body(response).decode("utf-8-sig"), newline="")))
