"""The page for the doctor, and the call."""
