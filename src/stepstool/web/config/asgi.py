"""What the server (granian) loads: the house behind its entrance.

It does not load where a PostgreSQL would show this process the rows of all families.
"""

import gc
import os
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils.module_loading import import_string

from stepstool.web.config.entrance import Entrance
from stepstool.web.families.row_security import refuse

# Whoever writes hands the interpreter over at each step of SQLite. The other thread of the
# worker would keep it for five milliseconds a time, and all who queue would wait for that.
TURN = 0.0005  # seconds
NEW_OBJECTS = 20_000  # before the collector looks; today's page makes about as many

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stepstool.web.config.settings")

house = get_wsgi_application()
if settings.STEPSTOOL_METRICS:
    application = Entrance(house, import_string("stepstool.web.config.metrics.waiting"))
else:
    application = Entrance(house)
refuse()
_ = get_resolver().url_patterns  # all pages, before the first request asks for one

# What is loaded now stays: the collector need not look through all of it again whenever
# a request has made some thousand entries.
gc.collect()
gc.freeze()
gc.set_threshold(NEW_OBJECTS)
sys.setswitchinterval(TURN)
