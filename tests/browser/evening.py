"""The first evening, as fingers do it."""

from playwright.sync_api import Page

PASSWORD = "three kind words"  # noqa: S105 - of these tests


def say_who(page: Page, year: str = "2023") -> None:
    """Answer who it is about; the zone comes from the browser."""
    page.get_by_label("What do you call your child?").fill("Mia")
    page.get_by_label("Month").select_option("5")
    page.get_by_label("Year").select_option(year)
    page.get_by_text("she", exact=True).tap()
    go_on(page)


def tick(page: Page, *words: str) -> None:
    """Tap these answers, and go on."""
    for each in words:
        page.get_by_text(each, exact=True).tap()
    go_on(page)


def go_on(page: Page) -> None:
    """Press the main button of a question."""
    page.get_by_role("button", name="Go on", exact=True).tap()


def keep(page: Page, name: str = "Hanna") -> None:
    """Make the account, and write the recovery code down."""
    page.get_by_label("Sign-in name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Keep Mia’s diary").tap()
    page.get_by_role("button", name="I wrote it down").tap()
