"""Ids that are computed, so that two devices or two imports make one entry (rule 6)."""

import json
import uuid

STEPSTOOL = uuid.UUID("6f0d7a0e-51c4-5b2e-9a57-7c1d5b3a9e21")


def computed_id(*parts: object) -> str:
    """Give the id of a consequence or an imported row: the same parts, the same id.

    Parts are the child, what it is, and its cause; or the child, the source, and the
    source's own id, else local time, kind, details and count.
    """
    return str(uuid.uuid5(STEPSTOOL, json.dumps([str(part) for part in parts])))
