"""`{% load pictures %}{% picture "potty" %}` puts a picture into a page."""

from django import template

from stepstool.web import pictures

register = template.Library()
register.simple_tag(pictures.picture, name="picture")
register.simple_tag(pictures.day_mark, name="day_mark")
register.simple_tag(pictures.dots, name="dots")
register.simple_tag(pictures.ladder, name="ladder")
register.simple_tag(pictures.pebbles, name="pebbles")
register.simple_tag(pictures.petals, name="petals")
register.simple_tag(pictures.poop_clock, name="poop_clock")
