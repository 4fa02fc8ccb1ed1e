"""The result as pages for a browser: one file, or a folder with an index."""
