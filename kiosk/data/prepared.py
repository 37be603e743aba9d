"""Statements on the way of every scan, compiled once and run on the driver's own cursor.

SQLAlchemy makes a cache key, a context and a result object for each execution; for the short
statements of a scan that is several times the work of the statement itself. The SQL and the
conversions of values are still SQLAlchemy's own, made from the same mappings.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, cast

from sqlalchemy import Connection, Dialect, Insert, Row, Select, Update
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Convert: TypeAlias = Callable[[object], object]
AnyRow: TypeAlias = Row[*tuple[object, ...]]


class _Cursor(Protocol):
    rowcount: int

    def execute(self, sql: str, parameters: object) -> object: ...
    def fetchone(self) -> tuple[object, ...] | None: ...
    def fetchall(self) -> list[tuple[object, ...]]: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as one dialect speaks it."""

    sql: str
    order: Sequence[str] | None
    constants: Mapping[str, object]
    binds: Mapping[str, Convert]
    row: Callable[..., object]
    results: Sequence[tuple[int, Convert]]


class Prepared:
    """One statement; raises the driver's own errors, which the unit of work names."""

    def __init__(self, statement: Select[*tuple[object, ...]] | Insert | Update) -> None:
        self._statement = statement
        self._forms: dict[str, _Form] = {}

    def first(self, connection: Connection, **parameters: object) -> AnyRow | None:
        """The first row, its columns as attributes; None when there is none."""
        form, cursor = self._run(connection, parameters)
        found = cursor.fetchone()
        cursor.close()
        return None if found is None else _row(form, found)

    def all(self, connection: Connection, **parameters: object) -> list[AnyRow]:
        """Every row, its columns as attributes."""
        form, cursor = self._run(connection, parameters)
        found = cursor.fetchall()
        cursor.close()
        return [_row(form, values) for values in found]

    def write(self, connection: Connection, **parameters: object) -> int:
        """Carry out an insert or update; returns how many rows it wrote."""
        _form, cursor = self._run(connection, parameters)
        count = cursor.rowcount
        cursor.close()
        return count

    def _run(
        self, connection: Connection, parameters: Mapping[str, object]
    ) -> tuple[_Form, _Cursor]:
        form = self._forms.get(connection.dialect.name) or self._prepare(connection.dialect)
        values = {**form.constants, **parameters}
        for name, convert in form.binds.items():
            values[name] = convert(values[name])
        cursor = cast(_Cursor, connection.connection.cursor())
        cursor.execute(form.sql, values if form.order is None else [values[n] for n in form.order])
        return form, cursor

    def _prepare(self, dialect: Dialect) -> _Form:
        compiled = self._statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        types = {name: bind.type for bind, name in compiled.bind_names.items()}
        columns = list(getattr(self._statement, "selected_columns", ()))
        binds = {name: _to_driver(kind, dialect) for name, kind in types.items()}
        results = [(at, _from_driver(c.type, dialect)) for at, c in enumerate(columns)]
        form = self._forms[dialect.name] = _Form(
            sql=compiled.string,
            order=compiled.positiontup,
            constants=compiled.params,
            binds={name: convert for name, convert in binds.items() if convert},
            row=namedtuple("Row", [str(column.key) for column in columns]),  # noqa: PYI024 - its columns are known at run time only
            results=[(at, convert) for at, convert in results if convert],
        )
        return form


def _row(form: _Form, found: tuple[object, ...]) -> AnyRow:
    values = list(found)
    for place, convert in form.results:
        values[place] = convert(values[place])
    return cast(AnyRow, form.row(*values))


def _to_driver(kind: TypeEngine[object], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _from_driver(kind: TypeEngine[object], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
