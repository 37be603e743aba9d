"""Saving a value whether or not it is there yet, in SQL that every database speaks."""

from collections.abc import Mapping
from typing import cast

from sqlalchemy import Connection, Table, insert, update

from kiosk.data.tables import Base


def save(connection: Connection, kind: type[Base], values: Mapping[str, object]) -> None:
    """Update the row with the primary key in ``values``, or insert it."""
    table = cast(Table, kind.__table__)
    keys = [column.name for column in table.primary_key]
    matching = [table.c[name] == values[name] for name in keys]
    rest = {name: value for name, value in values.items() if name not in keys}
    if not connection.execute(update(table).where(*matching).values(rest)).rowcount:
        connection.execute(insert(table), dict(values))
