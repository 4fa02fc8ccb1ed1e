"""Documents: Word files read as Word shows them."""
