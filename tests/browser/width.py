"""How wide a page is once its own letters have come: until then the stand-ins are wider."""

from playwright.sync_api import Page

# The page scrolls by itself, between its head and its foot.
WIDE = """document.fonts.ready.then(() => Math.max(
  document.documentElement.scrollWidth, document.querySelector("main").scrollWidth))"""
ROOM = "document.documentElement.clientWidth"


def width(page: Page) -> int:
    """Give the width of all that is on the page, in CSS pixels."""
    return int(page.evaluate(WIDE))


def fits(page: Page) -> bool:
    """Whether nothing sticks out at the side."""
    return width(page) <= int(page.evaluate(ROOM))
