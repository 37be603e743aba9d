"""One person at the desk: small edits with their history, a new badge, papers, coming and going."""
