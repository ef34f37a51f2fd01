"""`{% load sayings %}{% say "medicine.works" %}` says a sentence of the method's catalogue."""

from typing import Any

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: dict[str, Any], key: str) -> str:
    """Say it in the visitor's language and the family's words, on a page about a child."""
    sentence: str = context["visit"].speaker.say(key)
    return sentence
