"""How the house is set up: settings from the environment, addresses, the server's entrance."""
