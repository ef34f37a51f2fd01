"""Stepstool: the companion of a family whose child will not poop on the potty yet."""

from importlib.metadata import version

__version__ = version("stepstool")
