"""Tables whose rows the database refuses to change."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = """CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
POSTGRESQL = """CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"""
UNDO = {
    "sqlite": "DROP TRIGGER {table}_append_only",
    "postgresql": "DROP FUNCTION {table}_append_only() CASCADE",
}


def refuse_updates(table: str) -> migrations.RunPython:
    """A migration step after which an update of `table` is an `IntegrityError`.

    SQLite forgets a table's triggers when a later migration alters the table: repeat the step then.
    """

    def add(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        statement = SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL
        editor.execute(statement.format(table=table), params=None)

    def remove(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        editor.execute(UNDO[editor.connection.vendor].format(table=table), params=None)

    return migrations.RunPython(add, remove)
