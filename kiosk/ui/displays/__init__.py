"""Which screen shows what, while screens come and go."""
