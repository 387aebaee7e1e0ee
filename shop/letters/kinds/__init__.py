"""One file per kind of letter: to whom answers go, what is enclosed and what the templates need."""
