"""Changed copies of Word files: everything that is not changed on purpose stays as it was."""
