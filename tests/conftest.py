"""What all tests share: how long properties are searched."""

import os

from hypothesis import settings

settings.register_profile("quick", derandomize=True, deadline=None)
settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("STEPSTOOL_PROPERTIES", "quick"))
