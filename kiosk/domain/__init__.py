"""Rules in plain Python: no Qt, no SQL, no translation."""
