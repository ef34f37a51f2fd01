"""What templates of other rooms show of the ways in."""
