"""The pages of this room: one file each."""
