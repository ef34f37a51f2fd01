"""Django's engine for PostgreSQL, whose every statement says of which family it is."""
