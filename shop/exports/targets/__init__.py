"""One target a file: an identifier, a name, one function from rows to bytes."""
