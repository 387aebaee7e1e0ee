"""Settings: development needs nothing; production says loudly what it lacks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"DEBUG": "no", "SECRET_KEY": "not the development key", "ALLOWED_HOSTS": "talong.example"}


def setting(name: str, var_dir: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start Python with nothing but this environment, and print a setting."""
    return subprocess.run(
        [sys.executable, "-c", f"from shop import settings; print(settings.{name})"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "VAR_DIR": str(var_dir), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_development_needs_nothing(tmp_path: Path) -> None:
    assert setting("DEBUG", tmp_path).stdout == "True\n"


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_fails_without(tmp_path: Path, missing: str) -> None:
    without = {name: value for name, value in PRODUCTION.items() if name != missing}
    started = setting("DEBUG", tmp_path, **without)
    assert started.returncode == 1
    assert started.stderr.splitlines()[-1].startswith(
        f"django.core.exceptions.ImproperlyConfigured: Set {missing}"
    )


def test_production_hides_errors_and_insists_on_https(tmp_path: Path) -> None:
    assert setting("DEBUG", tmp_path, **PRODUCTION).stdout == "False\n"
    assert setting("SECURE_SSL_REDIRECT", tmp_path, **PRODUCTION).stdout == "True\n"


def test_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("kept apart")
    environment = {"DEBUG": "no", "ALLOWED_HOSTS": "talong.example", "SECRET_KEY_FILE": str(secret)}
    assert setting("SECRET_KEY", tmp_path, **environment).stdout == "kept apart\n"


@pytest.mark.parametrize(
    ("name", "value"), [("DEBUG", "perhaps"), ("EMAIL_TIMEOUT", "soon"), ("DATABASE_URL", "an oracle")]
)
def test_bad_value_fails(tmp_path: Path, name: str, value: str) -> None:
    assert setting("DEBUG", tmp_path, **{name: value}).returncode == 1


def test_database_url_chooses_the_database(tmp_path: Path) -> None:
    url = "postgres://talong@db.example:5433/shop"
    assert setting("DATABASES['default']['ENGINE']", tmp_path, DATABASE_URL=url).stdout == (
        "django.db.backends.postgresql\n"
    )
    assert setting("DATABASES['default']['PORT']", tmp_path, DATABASE_URL=url).stdout == "5433\n"
