"""Why: what every judgement shows, so that it can be checked and overruled (rule 7)."""

from dataclasses import dataclass

from stepstool.method.evidence import Source


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why: the rule, what was seen in plain words, and the sources of the rule.

    title: what the rule is called in plain words; empty where what was seen says it.
    """

    rule: str
    saw: str
    sources: tuple[Source, ...]
    title: str = ""
