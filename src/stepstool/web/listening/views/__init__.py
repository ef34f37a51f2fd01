"""The pages of this room: before, during, after."""
