"""The package as a whole: its columns are those of slackline, it can be installed without a network, and its examples run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT


def test_its_columns_are_those_of_slackline() -> None:
    columns = subprocess.run([PROGRAM, "columns", "-f", "ndjson"], check=True, capture_output=True).stdout
    written = subprocess.run([sys.executable, ROOT / "python" / "generate.py"], input=columns, check=True, capture_output=True).stdout
    assert (ROOT / "python" / "src" / "slackline" / "_columns.py").read_bytes() == written


def test_it_is_installed_without_a_network(report: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "python", tmp_path / "python", ignore=shutil.ignore_patterns("build", "*.egg-info", "*cache*"))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-build-isolation", "--target", tmp_path / "installed", tmp_path / "python"],
        check=True, env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"},
    )
    assert (tmp_path / "installed" / "slackline" / "py.typed").exists()
    code = f"import slackline.sync as s; print(s.__file__, len(s.read({str(report)!r}).take(7).all()))"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")}).stdout
    assert out.split()[0].startswith(str(tmp_path)) and out.split()[1] == "7"


@pytest.mark.parametrize("document", ["README.md", "python/README.md"])
def test_examples_of_the_documents_run(document: str, setup: Path, report: Path, tmp_path: Path) -> None:
    examples = re.findall(r"^```python\n(.*?)^```", (ROOT / document).read_text(), re.MULTILINE | re.DOTALL)
    assert examples
    (tmp_path / "design.tcl").write_text(f"source {setup}\n")
    shutil.copy(report, tmp_path / "timing.rpt")
    for example in examples:
        ran = subprocess.run(
            [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "python" / "src")}
        )
        assert ran.returncode == 0 and ran.stdout, ran.stderr
