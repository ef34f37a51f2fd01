"""What every page has around it: rules for browsers, errors in plain words, health."""
