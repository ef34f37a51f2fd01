"""Django's SQLite, whose writers queue instead of sleeping between tries."""
