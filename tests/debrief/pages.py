"""Reading a page as a browser would: its structure, and what is wrong with it."""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr", "col"}
DRAWN = {"path", "rect", "circle"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Page(HTMLParser):
    """``faults`` are what a validator would say; ``tags`` every element with its attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if len(named) != len(attrs):
            self.faults.append(f"an attribute of <{tag}> is given twice")
        self.tags.append((tag, {name: value or "" for name, value in named.items()}))
        if tag in VOID:
            return
        if "p" in self.open and tag in ("p", "ul", "ol", "table", "div", "section", "figure", *HEADINGS):
            self.faults.append(f"<{tag}> inside a paragraph")
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in DRAWN:
            self.faults.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for each, attributes in self.tags if each == tag]

    @property
    def text(self) -> str:
        return "".join(self.words)


def faults(page: Page) -> Iterator[str]:
    """What is wrong with the page's form, its landmarks, its headings, its names."""
    yield from page.faults
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    yield from (f"the id {each} appears twice" for each in {one for one in ids if ids.count(one) > 1})
    for tag, attributes in page.tags:
        for name in ("aria-labelledby", "aria-describedby"):
            yield from (f"{name} of <{tag}>: no {each}" for each in attributes.get(name, "").split() if each not in ids)
        target = attributes.get("href", "#main")
        if not target.startswith("#") or target[1:] not in ids:
            yield f"a link leads to {target}"
        yield from (f"<{tag}> loads something" for name in ("src", "srcset", "data", "action") if name in attributes)
        yield from (f"<{tag}> has {name}" for name in attributes if name.startswith("on") or name == "style")
    yield from _landmarks(page)
    yield from _headings(page)


def _landmarks(page: Page) -> Iterator[str]:
    for tag in ("main", "header", "footer", "h1"):
        if len(page.all(tag)) != 1:
            yield f"there are {len(page.all(tag))} of <{tag}>"
    if page.all("html") != [{"lang": "en"}]:
        yield "the language is not said"
    if page.all("script") or page.all("iframe") or page.all("link"):
        yield "something would run or be loaded"
    yield from (f"<nav> has no name: {each}" for each in page.all("nav") if "aria-label" not in each)


def _headings(page: Page) -> Iterator[str]:
    before = 0
    for tag, _ in page.tags:
        if tag in HEADINGS:
            level = int(tag[1])
            if level > before + 1:
                yield f"{tag} follows on h{before}"
            before = level
