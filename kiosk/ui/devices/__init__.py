"""Things with a plug, each of which may be missing at any moment."""
