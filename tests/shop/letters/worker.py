"""A worker as a process of its own, on the tests' database."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection


def start_worker(*, port: int, database: str = "") -> "subprocess.Popen[str]":
    """`manage.py deliver_outbox --watch`, sending to a port of this machine."""
    environment = os.environ | {
        "DATABASE_URL": database or database_url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "deliver_outbox", "--watch"]
    return subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def database_url() -> str:
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"
