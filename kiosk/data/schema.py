"""Schema versions: which one a file has, and bringing an older one up to date with Alembic.

Alembic is imported only when something must change: an up-to-date file opens without it.
"""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

REVISION = "0004"
_MIGRATIONS = Path(__file__).parent / "migrations"


def revision(engine: Engine) -> str | None:
    """The file's schema revision; None when it has none at all."""
    with engine.connect() as connection, connection.begin():
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def is_older(found: str | None) -> bool:
    """Whether this program knows how to bring that revision up to its own."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(_MIGRATIONS))
    known = {script.revision for script in scripts.walk_revisions()}
    return found is None or found in known


def upgrade(engine: Engine, target: str = "head") -> None:
    """Run the migrations up to ``target`` in one transaction."""
    _run("upgrade", engine, target)


def downgrade(engine: Engine, target: str) -> None:
    """Take migrations back; only tests do, to prove that each can be."""
    _run("downgrade", engine, target)


def _run(step: str, engine: Engine, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        getattr(command, step)(config, target)
