"""Pages as a browser reads them: words, links, forms with what they would send, and what is fetched."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "use"}
UNSEEN = {"script", "style", "template", "noscript"}
SPOKEN = ("alt", "aria-label", "title", "placeholder", "aria-description", "aria-roledescription", "label")
FETCHED = {"script": "src", "link": "href", "img": "src", "use": "href", "iframe": "src", "source": "src"}


@dataclass
class FormOnPage:
    method: str
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)


class PageRead(HTMLParser):
    """`words` are (where, text); `links`, `fetched` and `ids` lists of attributes; `forms` as they stand."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[tuple[str, str]] = []
        self.links: list[str] = []
        self.fetched: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.alerts = False
        self.forms: list[FormOnPage] = []
        self.open: list[str] = []
        self._form: FormOnPage | None = None
        self._select = self._option = self._area = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        self.look_at(tag, about)
        if tag == "form":
            self._form = FormOnPage(about.get("method", "get"), about.get("action", ""))
            self.forms.append(self._form)
        elif self._form:
            self.look_at_field(tag, about, self._form)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def look_at(self, tag: str, about: dict[str, str]) -> None:
        if about.get("id"):
            self.ids.append(about["id"])
        self.alerts = self.alerts or about.get("role") == "alert"
        if tag == "a" and about.get("href"):
            self.links.append(about["href"])
        self.links += [about[name] for name in ("hx-get",) if about.get(name)]
        if about.get(FETCHED.get(tag, "")):
            self.fetched.append((tag if tag != "link" else f"link {about.get('rel', '')}", about[FETCHED[tag]]))
        if tag == "meta" and about.get("name") == "description":
            self.words.append(("description", about.get("content", "")))
        self.words += [(f"{tag} {name}", about[name]) for name in SPOKEN if about.get(name)]
        self.words += [(f"{tag} {name}", about[name]) for name in about if name.startswith("data-say") and about[name]]

    def look_at_field(self, tag: str, about: dict[str, str], form: FormOnPage) -> None:
        name, kind = about.get("name", ""), about.get("type", "text")
        self._option = ""
        if kind == "hidden":
            form.hidden.add(name)
        if tag == "input" and name and (kind not in ("checkbox", "radio") or "checked" in about):
            form.add(name, about.get("value", "on" if kind == "checkbox" else ""))
        elif tag == "select":
            self._select, self._option = name, ""
        elif tag == "option" and "selected" in about and self._select:
            form.add(self._select, about.get("value", ""))
            self._option = "" if "value" in about else self._select
        elif tag == "textarea":
            self._area = name
            form.add(name, "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = self._option = ""

    def handle_data(self, data: str) -> None:
        if self._area and self._form:
            self._form.values[self._area][-1] += data
        if self._option and self._form:
            self._form.values[self._option][-1] += data
        if data.strip() and not UNSEEN.intersection(self.open):
            self.words.append((self.open[-1] if self.open else "", data))

    def form_to(self, path: str) -> FormOnPage | None:
        """The form that is sent to this address."""
        return next((form for form in self.forms if form.action.split("?")[0] == path), None)

    @property
    def says_what_is_wrong(self) -> bool:
        return self.alerts or any(id.endswith("-error") for id in self.ids)
