"""Commands: each parses its options, makes one call and gives the exit code."""
