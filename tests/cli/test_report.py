"""`stepstool report` writes the page from a diary file, without a database."""

import io
from pathlib import Path

import pypdf
import pytest

from stepstool import method, trackers
from tests.cli.conftest import Run
from tests.method.report.diary import record

DIARY = "1-14 08:10 soft diaper painless\n15 hard"


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    seen = record(DIARY, "20 12:00")
    file = tmp_path / "mia.json"
    file.write_text(
        method.write_diary(method.DiaryFile(child=seen.child, entries=seen.entries))
    )
    return file


def test_it_draws_a_pdf(
    stepstool: Run, diary: Path, tmp_path: Path, data: Path
) -> None:
    file = tmp_path / "page.pdf"
    done = stepstool("report", diary, "--at", "2026-03-14T20:00+00:00", "-o", file)
    assert (done.returncode, done.stderr) == (0, "")
    text = pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text()
    assert "Stools in all: 14, 7 a week." in text
    assert not data.exists()


def test_it_writes_html_and_leaves_out(
    stepstool: Run, diary: Path, tmp_path: Path
) -> None:
    file, at = tmp_path / "page.html", "2026-03-14T20:00+00:00"
    words = ("--days", "28", "--leave-out", "food", "-o", file)
    done = stepstool("report", diary, "--at", at, *words)
    assert (done.returncode, done.stderr) == (0, "")
    html = file.read_text("utf-8")
    assert "Week by week" in html
    assert "Food and drink" not in html


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("-o", "page.doc"), "page.doc: write a file that ends in one of .pdf, .html"),
        (("-o", "p.pdf", "--days", "0"), "--days 0 lies outside 1 to 366."),
        (("-o", "p.pdf", "--leave-out", "moon"), "--leave-out moon: there is no such"),
        (("-o", "no/such/folder/p.html"), "no/such/folder/p.html: No such file"),
    ],
)
def test_what_cannot_be_done_is_said(
    stepstool: Run, diary: Path, words: tuple[str, ...], complaint: str
) -> None:
    done = stepstool("report", diary, "--at", "2026-03-14T20:00+00:00", *words)
    assert done.returncode == 2
    assert done.stderr.startswith(complaint)


def test_it_writes_the_copy_for_programs_which_is_read_again(
    stepstool: Run, diary: Path, tmp_path: Path
) -> None:
    file, at = tmp_path / "page.json", "2026-03-14T20:00+00:00"
    assert stepstool("report", diary, "--at", at, "-o", file).returncode == 0
    reading = trackers.read(file.read_bytes(), "Europe/London")
    assert len(reading.entries) == 14
