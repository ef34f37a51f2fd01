"""Behind a proxy that leaves little of the name: a form works, or page and log say what to set."""

from typing import Any

import pytest
from django.test import Client

from tests.web.cast import Cast
from tests.web.pages import address

OURS = "https://diary.example.org:28443"
DIAPER = "asks-for-diaper"


@pytest.fixture
def proxied(settings: Any) -> None:
    """Stand behind a proxy that speaks https, under a name that the host set."""
    settings.HTTPS = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ALLOWED_HOSTS = ["diary.example.org", "localhost", "127.0.0.1"]


def sent(cast: Cast, host: str, headers: dict[str, str]) -> Any:
    """Send a form with its token, as a browser and a proxy would."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.anna.user)
    passed_on = {"host": host, "x-forwarded-proto": "https"}
    page = client.get(address(cast, "today"), headers=passed_on).content.decode()
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    typed = {"csrfmiddlewaretoken": token}
    where = address(cast, DIAPER)
    return client.post(where, typed, headers=passed_on | headers)


@pytest.mark.usefixtures("proxied")
@pytest.mark.parametrize("host", ["diary.example.org", "127.0.0.1:28804"])
@pytest.mark.parametrize("header", ["origin", "referer"])
def test_a_form_works_whatever_the_proxy_left_of_host(
    cast: Cast, host: str, header: str
) -> None:
    """The port is dropped, or there is no name at all but the proxy's own address."""
    came_from = OURS if header == "origin" else f"{OURS}/family/1/"
    assert sent(cast, host, {header: came_from}).status_code == 302


@pytest.mark.usefixtures("proxied")
@pytest.mark.parametrize(
    "origin",
    [
        "https://elsewhere.example",
        "http://diary.example.org:28443",
        "https://diary.example.org.elsewhere.example",
        "https://other.diary.example.org",
        "https://diary.example.org:x",
    ],
)
def test_a_form_of_another_site_is_refused(cast: Cast, origin: str) -> None:
    answer = sent(cast, "diary.example.org", {"origin": origin})
    assert answer.status_code == 403
    assert "X-Stale" not in answer


@pytest.mark.usefixtures("proxied")
@pytest.mark.parametrize("names", [["*"], [".example.org"]])
def test_names_that_fit_anybody_open_nothing(
    cast: Cast, settings: Any, names: list[str]
) -> None:
    settings.ALLOWED_HOSTS = names
    assert sent(cast, "diary.example.org", {"origin": OURS}).status_code == 403


def test_page_and_log_say_what_the_proxy_must_set(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    client = Client(enforce_csrf_checks=True)
    headers = {"host": "localhost", "origin": "http://diary.example.org:8080"}
    answer = client.post(address(cast, DIAPER), headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "not your fault" in page
    assert "open for a while" not in page
    for says in (page, caplog.text):
        assert "proxy_set_header Host $http_host" in says
        assert "http://diary.example.org:8080" in says


@pytest.mark.parametrize(
    ("origin", "says"),
    [("https://diary.example.org", "STEPSTOOL_HTTPS=1"), ("null", "does not say")],
)
def test_each_cause_is_said(cast: Cast, origin: str, says: str) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(address(cast, DIAPER), headers={"origin": origin})
    assert says in answer.content.decode()


def test_who_comes_by_http_where_https_is_set_reads_so(
    visitor: Client, settings: Any
) -> None:
    settings.CSRF_COOKIE_SECURE = True
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/account/sign-in/", {"login": "Anna"})
    assert (answer.status_code, "X-Stale" in answer) == (403, False)
    assert "Open its https address" in answer.content.decode()


def test_a_browser_without_cookies_hears_of_them(visitor: Client) -> None:
    answer = Client(enforce_csrf_checks=True).post("/account/sign-in/")
    assert "keep cookies of this house" in answer.content.decode()
    assert answer["X-Stale"] == "yes"


def test_a_name_that_the_house_does_not_know_is_said_on_page_and_in_log(
    visitor: Client, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.ALLOWED_HOSTS = ["diary.example.org"]
    answer = visitor.get("/", headers={"host": "<b>potty.local\n"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "bpotty.local, and does not answer to that name" in page
    assert "STEPSTOOL_ALLOWED_HOSTS" in page
    assert "called bpotty.local, and" in caplog.text


def test_of_a_name_that_is_none_only_the_signs_of_one_are_written(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever sends it can forge no line, start no tag, and fill no disk."""
    visitor.get(
        "/", headers={"host": 'a" {b}\r\n2026 <i>ERROR</i> é\x1b[31m' + "x" * 999}
    )
    visitor.get("/", headers={"host": "/ /"})
    long, none = (one for one in caplog.messages if one.startswith("The house was"))
    assert f"called ab2026iERRORi[31m{'x' * 83}, and" in long
    assert "called ?, and" in none


@pytest.mark.usefixtures("proxied")
def test_of_a_page_elsewhere_only_its_site_is_written(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    came_from = "https://me:secret@elsewhere.example/letter/?to=mia"
    assert sent(cast, "localhost", {"referer": came_from}).status_code == 403
    (line,) = (one for one in caplog.messages if one.startswith("The browser comes"))
    assert line.startswith("The browser comes from https://elsewhere.example, and")
    for private in ("secret", "letter", "mia"):
        assert private not in line
