"""`python -m stepstool` is `stepstool`."""

import sys

from stepstool.cli import main

sys.exit(main())
