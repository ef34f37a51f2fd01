"""What the house can be told to do from the command line."""
