#!/usr/bin/env python3
"""Writes cameo.tsv: the published conversion from CAMEO to PLOVER turned round.

    data/plover/build_cameo.py CAMEO2PLOVER-2021.txt > data/plover/cameo.tsv

For a type, a mode and a context it gives the CAMEO code that says just that, and for a type and a mode (and for a type
alone) the most general code. Faults of the published table are mended here, each where it stands below; codes that would
be guesses are left out, and the reader then falls back to the more general row.
"""

import re
import sys

ROW = re.compile(r"^(\d{2,4}):\s*([A-Z]+)\s*(?:,\s*([^,#]*?)\s*,\s*([^#]*?)\s*)?(?:#.*)?$")
# Modes and contexts of the table that the manual (draft 2.0) does not have, and what they are there.
MODES = {"return": "release", "ease": "", "ban": "restrict", "political": "restrict", "assassinate": "targeted",
         "massacre": "targeted", "cleansing": "", "pro_autocracy": "crowd-control"}
CONTEXTS = {"humanitarian": "human_security", "democracy": "pro_democracy"}
# Modes that the manual has and the table lacks; and what it gives by a code that says something else.
BY_HAND = [("AGREE", "", "", "030"), ("CONSULT", "multilateral", "", "040"), ("RETREAT", "resign", "", "0831"),
           ("REQUEST", "yield", "", "105"), ("REJECT", "yield", "", "124"), ("REJECT", "change", "", "123"),
           ("REQUEST", "change", "", "104"), ("ACCUSE", "allege", "", "112"), ("ACCUSE", "", "", "110"),
           ("THREATEN", "arrest", "", "132"), ("THREATEN", "restrict", "", "132"), ("PROTEST", "strike", "", "143"),
           ("PROTEST", "vandalize", "", "145"), ("SANCTION", "convict", "", "116"), ("MOBILIZE", "weapons", "", "154"),
           ("MOBILIZE", "militia", "", "154"), ("COERCE", "censor", "", "1721"), ("COERCE", "withhold", "", "172"),
           ("COERCE", "misinformation", "", "170"), ("COERCE", "cyber", "", "176"), ("COERCE", "restrict", "", "172"),
           ("COERCE", "seize", "", "171"), ("ASSAULT", "destroy", "", "1712"), ("ASSAULT", "aerial", "", "195"),
           ("ASSAULT", "drone", "", "1952"), ("ASSAULT", "targeted", "", "186"), ("ASSAULT", "explosives", "", "183"),
           ("ASSAULT", "suicide-attack", "", "1831"), ("ASSAULT", "primitive", "", "182"),
           ("ASSAULT", "crowd-control", "", "175"), ("ASSAULT", "heavy-weapons", "", "194"), ("ASSAULT", "", "", "190")]
# Rows whose PLOVER side is what another, more exact code says, so that turning them round would mislead.
PASSED_OVER = {"1712", "195", "184", "185", "201", "203", "1823", "116", "128", "196"}


def main():
    by_hand = {row[:3] for row in BY_HAND}
    rows = {row[:3]: row[3] for row in BY_HAND}
    for line in open(sys.argv[1], encoding="utf-8"):
        found = ROW.match(line.rstrip("\n"))
        if not found or len(found.group(1)) < 3 or found.group(1) in PASSED_OVER:
            continue
        code, kind, mode, contexts = (part or "" for part in found.groups())
        mode = MODES.get(mode, mode)
        for context in [c.strip() for c in contexts.split(";")]:
            key = kind, mode, CONTEXTS.get(context, context)
            if key in by_hand:
                continue
            # Of several codes for one key the shortest is the most general, and of those the first.
            if key not in rows or len(code) < len(rows[key]):
                rows[key] = code
    for kind, mode, _ in list(rows):  # A mode that has only rows with contexts gets the most general of them.
        if (kind, mode, "") not in rows:
            rows[kind, mode, ""] = min((c for (k, m, _), c in rows.items() if (k, m) == (kind, mode)), key=lambda c: (len(c), c))
    print("# PLOVER to CAMEO: type, mode, context, code; empty mode or context: whatever it is.")
    print("# 176 and 1952 stand in CAMEO 1.1b3 only.")
    print("# source: CAMEO2PLOVER-2021.txt (P. Schrodt, 2021-09-17), turned round by build_cameo.py, which tells what was mended; licence: MIT")
    for (kind, mode, context), code in sorted(rows.items()):
        print(kind, mode, context, code, sep="\t")


if __name__ == "__main__":
    main()
