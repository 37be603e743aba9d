"""The only SQLAlchemy code: one encrypted SQLite file for one event."""
