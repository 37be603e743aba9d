"""Who is expected and not here yet, and how to reach them."""
