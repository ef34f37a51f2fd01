"""The formats: one module each, all offered by the same name, `FORMAT`."""
