"""Medicine as a clinician ordered it (M18): written down, given or missed, never proposed."""
