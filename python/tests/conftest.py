"""What the tests share: the slackline that was built, and a design of our own in the real sta."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python" / "src"))
PROGRAM = ROOT / "src" / "Slackline.Cli" / "bin" / "Release" / "net10.0" / "slackline"
DEMO = ROOT / "demo" / "Slackline.Demo" / "bin" / "Release" / "net10.0" / "slackline-demo"
os.environ["SLACKLINE"] = str(PROGRAM)

COMMAND = "report_checks -path_delay {delay} -format full_clock_expanded -fields {{slew capacitance input_pins nets}} -group_path_count 2000 -endpoint_path_count 2"


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["SLACKLINE_STATE"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session")
def setup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The setup script of a design with all kinds of paths."""
    folder = tmp_path_factory.mktemp("design")
    subprocess.run(
        [DEMO, "--out", folder, "--endpoints", "800", "--depth", "8", "--clocks", "3", "--seed", "7"],
        check=True, stdout=subprocess.DEVNULL,
    )
    return folder / "setup.tcl"


@pytest.fixture(scope="session")
def report(setup: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved report of it, as sta itself writes it."""
    file = tmp_path_factory.mktemp("report") / "max.rpt"
    script = file.with_suffix(".tcl")
    sta = os.environ.get("SLACKLINE_STA", "sta")
    command = COMMAND.format(delay="max")
    if subprocess.run([sta, "-version"], check=True, capture_output=True, text=True).stdout.startswith("2.0."):
        # The names that OpenSTA 2.0.17 has for them; slackline translates.
        command = command.replace("_path_count", "_count")
    script.write_text(f"source {setup}\n{command} > {file}\nexit\n")
    subprocess.run([sta, "-no_splash", "-exit", script], check=True, stdout=subprocess.DEVNULL, cwd=setup.parent)
    assert file.stat().st_size > 100_000
    return file
