"""Evidence bundles: what a unit hands in, in one file. A bundle is hostile until read."""
