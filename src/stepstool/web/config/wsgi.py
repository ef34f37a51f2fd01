"""The door through which a server (granian) enters."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stepstool.web.config.settings")

application = get_wsgi_application()
