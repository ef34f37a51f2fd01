"""What the commands do inside the house; importing this sets Django up.

Only the functions of commands that need Django import it, after they have put
into the environment what the settings are to read.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stepstool.web.config.settings")
django.setup()
