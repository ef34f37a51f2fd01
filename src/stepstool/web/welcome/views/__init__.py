"""What the addresses of this room answer."""
