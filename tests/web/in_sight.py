"""What a page shows before anybody taps: its words outside what is folded or only heard."""

from html.parser import HTMLParser

EMPTY = {"input", "br", "img", "meta", "link", "hr"}
NOT_SEEN = {"title", "script", "template", "svg", "option"}


class _InSight(HTMLParser):
    """Collects text of `main` that is neither folded nor hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        # Of each open element: its name, and whether what is in it is seen.
        self._open: list[tuple[str, bool]] = [("", False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            return
        said = dict(attrs)
        self._open.append((tag, self._is_seen(tag, said)))

    def _is_seen(self, tag: str, said: dict[str, str | None]) -> bool:
        around, seen = self._open[-1]
        if tag == "main":
            return True
        if tag == "summary" and around == "details":
            return self._open[-2][1]
        hidden = "hidden" in said or "unseen" in (said.get("class") or "").split()
        folded = tag == "details" and "open" not in said
        return seen and not hidden and not folded and tag not in NOT_SEEN

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open[-1][1]:
            self.text.append(data)


def words_in_sight(page: str) -> list[str]:
    """Give the words of a page that are seen at once, without those of its bar and strip."""
    reader = _InSight()
    reader.feed(page)
    return " ".join(reader.text).split()
