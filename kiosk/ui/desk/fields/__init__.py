"""What forms at the desk are made of; each part is one stop for Tab and works with keys alone."""
