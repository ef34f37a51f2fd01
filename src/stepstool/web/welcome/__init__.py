"""The first evening: answers first, account last."""
