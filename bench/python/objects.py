"""The same with slackline: each path as an object. With a second argument only these columns are read; with a third, points too."""

import sys

import slackline.sync as slackline

columns = sys.argv[2] if len(sys.argv) > 2 and sys.argv[2] else None
count, worst = 0, 0.0
for path in slackline.read(sys.argv[1], columns=columns, points=len(sys.argv) > 3):
    count += 1
    if path.slack is not None and path.slack < worst:
        worst = path.slack
print(count, f"{worst:.2f}")
