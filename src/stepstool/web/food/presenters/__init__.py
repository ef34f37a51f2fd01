"""What the pages of food show, as values and sentences."""
