"""One file per kind of document: which facts stand on it and what its file is called."""
