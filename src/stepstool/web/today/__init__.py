"""The daily page: asks the method, presents the answer."""
