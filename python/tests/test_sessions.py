"""Designs in the real tool."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections import Counter
from operator import attrgetter
from pathlib import Path

import pytest
import slackline
import slackline.sync
from conftest import COMMAND, PROGRAM
from slackline._tcl import command, word


@pytest.fixture(scope="module")
def sta(setup: Path):  # type: ignore[no-untyped-def]
    with slackline.sync.session(setup=setup) as session:
        yield session


def test_paths_of_a_command_are_those_of_the_saved_report(sta: slackline.sync.Session, report: Path) -> None:
    live = sta.command(COMMAND.format(delay="max")).all()
    saved = slackline.sync.read(report).all()
    key = attrgetter("path_group", "endpoint_pin", "startpoint_pin", "arrival", "required", "depth")
    # Among paths of nearly equal slack at latches, the order that the tool gives depends on what it searched before.
    assert Counter(map(key, live)) == Counter(map(key, saved)) and len(live) == len(saved)
    for a, b in zip(live, saved):
        # Live, the slack is the tool's own, with more digits than are printed.
        assert (a.slack is None) == (b.slack is None)
        assert a.slack is None or b.slack is None or abs(a.slack - b.slack) < 0.0051


def test_options_are_arguments(sta: slackline.sync.Session) -> None:
    paths = sta.report_checks(path_delay="min", group_path_count=20, endpoint_path_count=1, where='path_group = "core_clk"', points=True).all()
    assert 0 < len(paths) <= 20
    assert {path.path_type for path in paths} == {"min"} and all(path.points for path in paths)
    pin = paths[0].endpoint_pin
    only = sta.report_checks(path_delay="min", to=[pin]).all()
    assert {path.endpoint_pin for path in only} == {pin}


def test_the_tool_s_error_is_the_error(sta: slackline.sync.Session) -> None:
    with pytest.raises(slackline.ToolError, match="nosuch"):
        sta.report_checks(from_="nosuch").all()
    with pytest.raises(slackline.UsageError, match="did you mean 'slack'"):
        sta.report_checks(where="slak < 0").all()
    assert len(sta.report_checks(group_path_count=5).all()) > 0


def test_a_wrong_filter_leaves_the_session_usable_and_leaving_a_loop_too(sta: slackline.sync.Session) -> None:
    for path in sta.report_checks(group_path_count=2000, endpoint_path_count=3):
        assert path.slack is not None
        break
    assert sta.report_checks(group_path_count=5).top(3).all()


def test_queries_run_side_by_side(setup: Path) -> None:
    async def both() -> list[slackline.PathList]:
        async with slackline.session(setup=setup) as sta:
            queries = [sta.report_checks(path_delay=delay, group_path_count=200) for delay in ("max", "min")]
            return await asyncio.gather(*(query.all() for query in queries))

    longest, shortest = asyncio.run(both())
    assert {path.path_type for path in longest} == {"max"} and {path.path_type for path in shortest} == {"min"}


def test_a_setup_script_that_fails_gives_the_tool_s_message(tmp_path: Path) -> None:
    setup = tmp_path / "setup.tcl"
    setup.write_text("read_liberty nosuch.lib\n")
    with pytest.raises(slackline.ToolError, match="nosuch.lib"):
        with slackline.sync.session(setup=setup):
            pass
    with pytest.raises(slackline.UsageError, match="no setup script"):
        with slackline.sync.session(setup=tmp_path / "nosuch.tcl"):
            pass


def test_a_session_leaves_no_process_and_no_folder(setup: Path) -> None:
    with slackline.sync.session(setup=setup) as sta:
        assert sta.report_checks().first() is not None
        folder = sta._session._server._folder  # type: ignore[union-attr]
        server = sta._session._server._program.pid  # type: ignore[union-attr]
        assert os.stat(folder).st_mode & 0o77 == 0
    assert not os.path.exists(folder)
    assert not os.path.exists(f"/proc/{server}")


def test_a_server_that_dies_is_an_error_in_the_loop(setup: Path) -> None:
    with slackline.sync.session(setup=setup) as sta:
        read = []
        with pytest.raises(slackline.ConnectionLost):
            for path in sta.report_checks(group_path_count=2000, endpoint_path_count=10, unconstrained=True, points=True):
                if not read:
                    sta._session._server._program.kill()  # type: ignore[union-attr]
                read.append(path)
        assert read


def test_a_reader_that_sleeps_makes_the_tool_wait(setup: Path) -> None:
    """The processor time of the tool's processes stands still while nobody reads, and all paths come in the end."""
    text = "report_checks -format full_clock_expanded -unconstrained -group_path_count 100000 -endpoint_path_count 80"

    async def pause() -> tuple[float, float, int]:
        async with slackline.session(setup=setup) as sta:
            assert sta._server is not None and sta._server._program is not None
            chunks = sta.command(text, points=True).chunks()
            count = 0
            async for chunk in chunks:
                count += len(chunk)
                break
            still = before = -1.0
            # What fits into buffers still comes; then it stands.
            for _ in range(60):
                await asyncio.sleep(1)
                before, still = still, busy(sta._server._program.pid)
                if before == still:
                    break
            async for chunk in chunks:
                count += len(chunk)
            return before, still, count

    before, still, count = asyncio.run(pause())
    assert before == still
    whole = subprocess.run(
        [PROGRAM, "run", "--setup", setup, text, "--where", "depth >= 0 or depth < 0 or slack is null or slack is not null", "-q", "-f", "csv", "--columns", "slack"],
        check=True, capture_output=True, cwd=setup.parent,
    ).stdout.count(b"\n") - 1
    assert count == whole > 10_000


def test_words_of_tcl_stand_for_themselves() -> None:
    texts = ["r1/CK", "clk/gen[0]", "a b", "{", "}", "$x", "[exec id]", 'q"', "\\", "a\\{b", "", "-from", "né", "tab\t", "line\nend", "a;b", "#c"]
    script = "\n".join(f"puts [binary encode hex [encoding convertto utf-8 {word(text)}]]" for text in texts)
    out = subprocess.run(["tclsh"], input=script.encode(), check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout
    assert out.decode().split("\n")[:-1] == [text.encode().hex() for text in texts]
    assert command("report_checks", (), {"from_": ["a[0]", "b"], "unconstrained": True, "to": None, "through": [["x"], ["y", "z w"]]}) == (
        "report_checks -from {{a[0]} b} -unconstrained -through x -through {y {z w}}"
    )
    assert command("report_checks", (), {"to": slackline.Tcl("[all_registers -data_pins]")}) == "report_checks -to [all_registers -data_pins]"


def busy(server: int) -> float:
    """Processor time of the tools that a server started, in clock ticks."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid"], check=True, capture_output=True, text=True).stdout.splitlines()[1:]
    parents = {int(pid): int(parent) for pid, parent in (line.split() for line in listed)}

    def below(pid: int) -> bool:
        while pid in parents and pid != server:
            pid = parents[pid]
        return pid == server

    total = 0.0
    for pid in parents:
        if pid != server and below(pid):
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            total += int(fields[11]) + int(fields[12])
    return total
