"""What `make run` does once everything is installed: prepare the shop, then serve it with its outbox worker.

The preparing steps share this process: starting Django once for each would take longer than the steps.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PORT = os.environ["PORT"]
GRANIAN = ["--interface", "wsgi", "--host", HOST, "--port", PORT, "--workers", "2", "--blocking-threads", "1"]
COMMANDS = {
    "server": ["-m", "granian", *GRANIAN, "--no-ws", "--log-level", "warning", "shop.wsgi:application"],
    "outbox worker": ["manage.py", "deliver_outbox", "--watch"],
}
PATIENCE = 10  # seconds in which a process may end by itself


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    try:
        refuse_taken_port()
        prepare()
        return serve()
    except KeyboardInterrupt:
        return 0


def interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def refuse_taken_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(PORT)))
        except (OSError, ValueError, OverflowError):
            sys.exit(f"Port {PORT} is taken or none: choose another with make run PORT=8010")


def prepare() -> None:
    """Compile, build, migrate and load. Each step is quick, or does nothing, when it has been done before."""
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"

    import django
    from django.core.management import CommandError, call_command

    django.setup()
    try:
        call_command("translations", "compile")
        call_command("build_fonts")
        call_command("migrate", verbosity=0)
        call_command("load_register")
        call_command("load_demonstration", port=PORT)
    except CommandError as error:
        sys.exit(str(error))
    sys.stdout.flush()  # before the others write, also where the output is a file


def serve() -> int:
    """Run both until one of them ends, which is a failure, or until somebody stops them, which is not."""
    processes: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in COMMANDS.items():
            # A group of its own: Ctrl-C reaches this process alone, which then ends the others in order.
            processes[name] = subprocess.Popen([sys.executable, *command], cwd=ROOT, process_group=0)
        while True:
            for name, process in processes.items():
                if process.poll() is not None:
                    print(f"The {name} has ended (status {process.returncode}).", file=sys.stderr)
                    return 1
            time.sleep(0.2)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for process in processes.values():
            process.terminate()
        for process in processes.values():
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Wait for a process that was asked to end; after a while, or where it left children behind, make it."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(PATIENCE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
