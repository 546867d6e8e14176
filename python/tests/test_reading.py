"""Saved reports: what Python reads is what the command line prints."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
import slackline
import slackline.sync
from conftest import PROGRAM


def printed(report: Path, *options: str) -> list[dict[str, Any]]:
    text = subprocess.run([PROGRAM, "read", report, "-f", "ndjson", "-q", *options], check=True, capture_output=True).stdout
    return [json.loads(line) for line in text.splitlines()]


def test_every_column_has_the_value_that_json_has(report: Path) -> None:
    read = slackline.sync.read(report, points=True).all()
    names = [name for name in read[0]._names if name != "points"]
    points = [name for name in read[0].points[0]._names]
    expected = printed(report, "--columns", ", ".join(names + [f"point.{name}" for name in points]))

    assert len(read) == len(expected) > 500
    assert {path.path_group for path in read} == {path["path_group"] for path in expected}
    for path, line in zip(read, expected):
        assert {name: value for name, value in path.as_dict().items() if value is not None and name != "points"} == {
            name: value for name, value in line.items() if name != "points"
        }
        assert [{name: value for name, value in point.as_dict().items() if value is not None} for point in path.points] == line["points"]


def test_a_filter_and_operators_choose_as_on_the_command_line(report: Path) -> None:
    query = slackline.sync.read(report, columns=["slack", "endpoint_pin"]).where('path_type = "max"').distinct("endpoint_pin").skip(3).take(40)
    expected = printed(
        report, "--where", 'path_type = "max"', "--distinct", "endpoint_pin", "--skip", "3", "--take", "40", "--columns", "slack, endpoint_pin"
    )
    assert [path.as_dict() for path in query.all()] == expected
    assert len(expected) == 40


def test_two_conditions_are_both_needed(report: Path) -> None:
    read = slackline.sync.read(report).where("slack < 1 or slack > 2").where("depth > 3")
    assert all((path.slack < 1 or path.slack > 2) and path.depth > 3 for path in read)  # type: ignore[operator]
    assert len(read.all()) == len(printed(report, "--where", "(slack < 1 or slack > 2) and depth > 3"))


def test_top_takes_another_order(report: Path) -> None:
    depths = [path.depth for path in slackline.sync.read(report).top(20, by="depth desc")]
    assert depths == sorted(depths, reverse=True) and len(depths) == 20


def test_steps_in_an_order_that_slackline_does_not_have_are_refused(report: Path) -> None:
    with pytest.raises(slackline.UsageError, match="where\\(\\) comes before take\\(\\)"):
        slackline.read(report).take(3).where("slack < 0")
    with pytest.raises(slackline.UsageError, match="take\\(\\) is there already"):
        slackline.read(report).take(3).take(2)


def test_a_path_is_a_value(report: Path) -> None:
    path = slackline.sync.read(report, points=True).first()
    assert path is not None
    again = pickle.loads(pickle.dumps(path))
    assert again == path and hash(again) == hash(path) and type(again) is type(path) and copy.copy(path) == path
    assert isinstance(again, slackline.TimingPath) and isinstance(again.points[0], slackline.TimingPoint)
    assert path.unit_of("slack") == "ns" and path["slack"] == path.slack and not hasattr(path, "__dict__")
    with pytest.raises(AttributeError):
        path.slack = 0.0  # type: ignore[misc]


def test_what_was_not_read_is_an_error_and_never_a_blank(report: Path) -> None:
    path = slackline.sync.read(report, columns="slack, arrival / depth").first()
    assert path is not None and path["arrival / depth"] is not None
    with pytest.raises(AttributeError, match="'endpoint' was not read: the query has the columns slack, arrival / depth"):
        path.endpoint
    with pytest.raises(AttributeError, match="'points' was not read"):
        path.points
    with pytest.raises(KeyError, match="nosuch"):
        path["nosuch"]


@pytest.mark.parametrize(
    "query, error, says",
    [
        (dict(where="slak < 0"), slackline.UsageError, "did you mean 'slack'"),
        (dict(columns="nosuch"), slackline.UsageError, "unknown column 'nosuch'"),
        (dict(units="1parsec"), slackline.UsageError, "--units"),
    ],
)
def test_a_wrong_query_is_a_usage_error(report: Path, query: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        slackline.sync.read(report, **query).all()


def test_a_damaged_report_gives_its_paths_and_then_an_error(report: Path, tmp_path: Path) -> None:
    whole = report.read_bytes()
    cut = tmp_path / "cut.rpt"
    cut.write_bytes(whole[: whole.index(b"data arrival time", len(whole) // 2)])
    read: list[slackline.TimingPath] = []
    with pytest.raises(slackline.InputError, match="cut.rpt") as raised:
        for path in slackline.sync.read(cut, columns="slack, endpoint_pin, arrival"):
            read.append(path)
    assert len(read) > 100 and raised.value.notes
    assert read == slackline.sync.read(report, columns="slack, endpoint_pin, arrival").all()[: len(read)]


def test_a_file_that_is_not_there_names_it(tmp_path: Path) -> None:
    with pytest.raises(slackline.SlacklineError, match="nosuch.rpt"):
        slackline.sync.read(tmp_path / "nosuch.rpt").all()


def test_a_program_that_is_not_there_says_where_it_was_looked_for(report: Path) -> None:
    with pytest.raises(slackline.SlacklineError, match="no program '/nosuch/slackline'"):
        slackline.sync.read(report, program="/nosuch/slackline").all()


def test_kept_streams_are_read_by_their_id(report: Path) -> None:
    out = subprocess.run([PROGRAM, "read", report, "--keep", "-f", "none"], check=True, capture_output=True, text=True).stdout
    stream = out.split()[0]
    kept, saved = slackline.sync.read(stream).all(), slackline.sync.read(report).all()
    assert [path.endpoint_pin for path in kept] == [path.endpoint_pin for path in saved]
    assert [path.slack for path in kept] == [path.slack for path in saved]


def test_pages_have_their_size_and_lose_nothing(report: Path) -> None:
    pages = list(slackline.sync.read(report).pages(333))
    assert [len(page) for page in pages[:-1]] == [333] * (len(pages) - 1)
    assert [path for page in pages for path in page] == slackline.sync.read(report).all()


def test_leaving_the_loop_ends_the_program(report: Path) -> None:
    async def leave() -> None:
        async for _ in slackline.read(report, points=True):
            break

    asyncio.run(leave())
    assert vanishes(str(report))


def test_cancelling_the_task_ends_the_program(report: Path, tmp_path: Path) -> None:
    # Larger than what fits into buffers, so that the program waits for its reader.
    large = tmp_path / "large.rpt"
    large.write_bytes(report.read_bytes() * 20)

    async def cancel() -> None:
        begun = asyncio.Event()

        async def read() -> None:
            async for _ in slackline.read(large, points=True):
                begun.set()
                await asyncio.sleep(3600)

        task = asyncio.create_task(read())
        await begun.wait()
        assert running(str(large))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    assert vanishes(str(large))


def test_a_program_that_dies_is_an_error_and_not_the_end(report: Path, tmp_path: Path) -> None:
    frames = subprocess.run([PROGRAM, "read", report, "-f", "frames", "-q"], check=True, capture_output=True).stdout
    saved = tmp_path / "frames"
    saved.write_bytes(frames[: len(frames) * 2 // 3])
    program = tmp_path / "slackline"
    program.write_text(f"#!/bin/sh\ncat {saved}\necho out of luck >&2\nexit 9\n")
    program.chmod(0o755)
    read = []
    with pytest.raises(slackline.ConnectionLost):
        for path in slackline.sync.read(report, program=program):
            read.append(path)
    assert read == slackline.sync.read(report).all()[: len(read)]


def test_a_program_that_prints_no_frame_gives_its_words(report: Path, tmp_path: Path) -> None:
    program = tmp_path / "slackline"
    program.write_text("#!/bin/sh\necho 'slackline: the disk is on fire' >&2\nexit 7\n")
    program.chmod(0o755)
    with pytest.raises(slackline.SlacklineError, match="the disk is on fire"):
        slackline.sync.read(report, program=program).all()


def test_a_notebook_shows_a_table_and_a_waterfall(report: Path) -> None:
    shown = slackline.sync.read(report).top(30)._repr_html_()
    assert shown.count("<tr>") == 21 and "<svg" in shown and "30 paths, 20 shown" in shown
    path = slackline.sync.read(report, points=True).first()
    assert path is not None
    assert path._repr_html_().count("<rect") == len(path.points)


def vanishes(word: str) -> bool:
    """Whether no such program runs any more, soon."""
    for _ in range(200):
        if not running(word):
            return True
        time.sleep(0.05)
    return False


def running(word: str) -> list[str]:
    listed = subprocess.run(["ps", "-ww", "-eo", "args"], check=True, capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if word in line and "read" in line and "-m pytest" not in line]
