"""The same as a pandas.DataFrame."""

import sys

import slackline.sync as slackline

frame = slackline.read(sys.argv[1], columns=sys.argv[2] if len(sys.argv) > 2 else None).to_pandas()
print(len(frame), f"{min(0.0, frame.slack.min()):.2f}")
