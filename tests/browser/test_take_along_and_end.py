"""A diary is taken along, deleted and restored by hand, with a file at each end."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from stepstool import method
from stepstool.web.families.models import Child, Family, User
from tests.browser.conftest import Visit
from tests.web.cast import PASSWORD, Cast
from tests.web.pages import wrote

NOTE = "behind the blue door"


def leave_the_house_empty(page: Page) -> None:
    """Let nobody live there any more."""
    page.context.clear_cookies()
    Family.objects.all().delete()
    User.objects.all().delete()


def test_a_diary_goes_with_its_parent_and_comes_back(
    page: Page, visit: Visit, cast: Cast, live_server: Any, tmp_path: Path
) -> None:
    wrote(cast, method.poop.Poop, bristol=4, note=NOTE)
    visit("delete/")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Mia’s diary as a file").click()
    file = tmp_path / "mia.json"
    coming.value.save_as(file)
    assert NOTE in json.loads(file.read_text())["entries"][0]["note"]
    page.get_by_label("Write Mia, so that it is the right diary").fill("Mia")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Delete it for good").click()
    expect(page.get_by_text("Mia’s diary is deleted for good.")).to_be_visible()
    assert not Child.objects.filter(family_id=cast.family.pk).exists()

    leave_the_house_empty(page)
    page.goto(live_server.url)
    page.get_by_role("link", name="Restore a diary").click()
    page.get_by_label("The file").set_input_files(file)
    page.get_by_label("Sign-in name").fill("Anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Restore it").click()
    expect(page.get_by_role("heading", name="recovery code")).to_be_visible()
    page.get_by_role("button").last.click()
    assert Child.objects.filter(family=Family.objects.get()).get().id == cast.mia.id
