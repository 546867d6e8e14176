"""Reads a report of report_checks (-format full) by itself and prints, as a line of JSON for each path group, type and corner: paths, violating ones, violating endpoint
pins, WNS and TNS. It shares no code with Slackline, and is written from what the report looks like."""

import collections
import json
import re
import sys

HEADING = re.compile(r"(Startpoint|Endpoint|Path Group|Path Type|Corner|Scene): (.*)")
PIN = re.compile(r"\s[\^v] (\S+) \(")
SLACK = re.compile(r"\s*(-?[0-9.]+)\s+slack \((MET|VIOLATED)\)$")


class Group:
    def __init__(self):
        self.paths = 0
        self.violating = 0
        self.worst = collections.defaultdict(lambda: float("inf"))
        self.violated = set()

    def add(self, pin, slack, is_violated):
        self.paths += 1
        if slack is None:
            return
        self.worst[pin] = min(self.worst[pin], slack)
        if is_violated:
            self.violating += 1
            self.violated.add(pin)


groups = collections.defaultdict(Group)
heading, pin, has_arrived = {}, None, False
with open(sys.argv[1], encoding="utf-8") as report:
    for line in report:
        line = line.rstrip("\n")
        if found := HEADING.match(line):
            if found[1] == "Startpoint":
                heading, pin, has_arrived = {}, None, False
            heading["Corner" if found[1] == "Scene" else found[1]] = found[2]
            continue
        has_arrived = has_arrived or line.endswith("data arrival time")
        if not has_arrived and (found := PIN.search(line)):
            pin = found[1]
        found = SLACK.match(line)
        if found or line == "(Path is unconstrained)":
            key = (heading["Path Group"], heading["Path Type"], heading.get("Corner", ""))
            groups[key].add(pin, float(found[1]) if found else None, bool(found) and found[2] == "VIOLATED")

for (name, side, corner), group in sorted(groups.items()):
    print(json.dumps({
        "path_group": name,
        "path_type": side,
        "corner": corner,
        "paths": group.paths,
        "violating": group.violating,
        "violating_endpoints": len(group.violated),
        "wns": min([0.0, *group.worst.values()]),
        "tns": round(sum(group.worst[end] for end in group.violated), 9),
    }))
