"""Data in, PDF bytes out."""
