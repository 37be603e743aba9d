"""Alembic's entry: runs on the connection that the program hands in."""

from alembic import context

from kiosk.data.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
