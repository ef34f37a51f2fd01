"""What the commands do inside the house; importing this sets Django up.

Only the functions of commands that need Django import it, after they have put
into the environment what the settings are to read.
"""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stepstool.web.config.settings")
try:
    django.setup()
except ImproperlyConfigured as problem:
    sys.exit(str(problem))
