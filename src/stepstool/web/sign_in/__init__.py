"""The ways into an account beyond its password, and the devices that are in it."""
