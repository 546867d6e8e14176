"""What people write today: the report line by line, with a regular expression for each kind of line, into dictionaries."""

import re
import sys

START = re.compile(r"^Startpoint: (\S+)")
END = re.compile(r"^Endpoint: (\S+)")
GROUP = re.compile(r"^Path Group: (\S+)")
TYPE = re.compile(r"^Path Type: (\S+)")
ARRIVAL = re.compile(r"^ +(-?[\d.]+) +data arrival time")
REQUIRED = re.compile(r"^ +(-?[\d.]+) +data required time")
SLACK = re.compile(r"^ +(-?[\d.]+) +slack \((\w+)\)")

count, worst, path = 0, 0.0, {}
with open(sys.argv[1]) as report:
    for line in report:
        if m := START.match(line):
            path = {"startpoint": m[1]}
        elif m := END.match(line):
            path["endpoint"] = m[1]
        elif m := GROUP.match(line):
            path["path_group"] = m[1]
        elif m := TYPE.match(line):
            path["path_type"] = m[1]
        elif m := ARRIVAL.match(line):
            path.setdefault("arrival", float(m[1]))
        elif m := REQUIRED.match(line):
            path.setdefault("required", float(m[1]))
        elif m := SLACK.match(line):
            path["slack"] = float(m[1])
            path["violated"] = m[2] == "VIOLATED"
            count += 1
            worst = min(worst, path["slack"])
print(count, f"{worst:.2f}")
