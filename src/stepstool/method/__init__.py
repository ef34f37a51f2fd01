"""The method: a record in, today's advice out.

Standard library only. No clock, no chance, no network: the same record and the same
moment give the same advice (rule 8).
"""

from stepstool.method.record import *  # noqa: F403  the front door shows the record whole
