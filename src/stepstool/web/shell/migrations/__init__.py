"""The shell's tables: only the cache that counts for rate limits."""
