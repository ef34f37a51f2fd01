"""A rule or a danger sign that lacks something is refused, and it is said where to write it."""

from dataclasses import replace

import pytest

from stepstool.method.comfort import RULES, SIGN_OF, IncompleteError, State, rules
from stepstool.method.comfort.rules import Closing, RuleRow
from stepstool.method.comfort.signs import DangerRow, listed, whole
from stepstool.method.evidence import MissingNumberError
from stepstool.method.record.kinds.health import DangerKey
from stepstool.method.words.catalogue import refuse_without_words, written_keys

WHOLE = {
    "key": "F10",
    "opens": State.WATCH,
    "closes": Closing.WINDOW,
    "sources": ("I",),
    "says": ("strained",),
    "when": "strained: {window} days",
}


@pytest.fixture(autouse=True)
def own_rules(monkeypatch):
    """Rules that a test makes are gone after it."""
    monkeypatch.setattr(rules, "RULES", dict(RULES))


def holds(rule, sight):
    return rule.match([], "strained")


def test_what_is_there_is_whole():
    refuse_without_words(written_keys())


def test_a_rule_without_a_sentence_says_where_to_write_it(monkeypatch):
    monkeypatch.setitem(RULES, "F10", RuleRow(**WHOLE)(holds))
    said = (
        r"rule F10: add a sentence `seen\.strained` to locale/en/LC_MESSAGES/method\.po"
    )
    with pytest.raises(IncompleteError, match=said):
        refuse_without_words(written_keys())


def test_a_rule_without_a_name_says_where_to_write_it(monkeypatch):
    monkeypatch.setitem(RULES, "F10", RuleRow(**WHOLE | {"says": ("hurt",)})(holds))
    with pytest.raises(IncompleteError, match=r"add a sentence `rules\.F10` to"):
        refuse_without_words(written_keys())


def test_a_sign_without_words_says_where_to_write_them():
    written = set(written_keys()) - {"alert.leaks_on_medicine", "danger.leaks"}
    with pytest.raises(IncompleteError) as refused:
        refuse_without_words(written)
    assert str(refused.value).splitlines() == [
        f"danger sign leaks: add a sentence `{key}` to locale/en/LC_MESSAGES/method.po."
        for key in ("danger.leaks", "alert.leaks_on_medicine")
    ]


@pytest.mark.parametrize(
    ("lacks", "error", "said"),
    [
        ({"says": ()}, IncompleteError, r"F10 says nothing: name its sentence"),
        ({"sources": ()}, IncompleteError, r"F10 lacks a source: add one"),
        ({"sources": ("N99",)}, IncompleteError, r"add \[N99\] to evidence/sources"),
        ({"when": "{long_while} days"}, MissingNumberError, r"comfort\.toml has no \["),
        ({"key": "F2"}, IncompleteError, r"rule F2 stands twice"),
    ],
    ids=["sentence", "source", "known source", "number", "key"],
)
def test_a_row_that_lacks_something_is_refused_when_it_is_read(lacks, error, said):
    with pytest.raises(error, match=said):
        RuleRow(**WHOLE | lacks)(holds)


def test_a_sign_without_a_source_is_refused():
    sign = SIGN_OF[DangerKey.LEAKS]
    with pytest.raises(IncompleteError, match="danger sign leaks lacks a source"):
        replace(sign, sources=())


def test_a_sign_stands_once():
    sign: DangerRow = SIGN_OF[DangerKey.LEAKS]
    with pytest.raises(IncompleteError, match="danger sign leaks stands twice"):
        listed(sign)


def test_a_danger_sign_without_its_row_says_where_to_write_it():
    rows = {key: row for key, row in SIGN_OF.items() if key is not DangerKey.LEAKS}
    with pytest.raises(IncompleteError, match=r"leaks: add its row to .*signs\.py"):
        whole(rows)
