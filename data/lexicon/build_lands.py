#!/usr/bin/env python3
"""Writes en/lands_codes.tsv and en/lands_borders.tsv from GeoNames' countryInfo.txt.

    build_lands.py countryInfo.txt DATE

DATE is the day on which the file was fetched. The names that GeoNames has not, and the seats of government, are below.
"""

import collections
import pathlib
import sys
import unicodedata

# Names in other use in English reports.
NAMES = {
    "US": "us|usa|america|united states of america",
    "GB": "uk|britain|great britain",
    "RU": "russian federation",
    "CZ": "czech republic",
    "KR": "republic of korea",
    "KP": "dprk",
    "CN": "people's republic of china",
    "TR": "türkiye|turkiye",
    "NL": "netherlands",
    "MM": "burma",
    "MK": "macedonia",
    "CI": "côte d'ivoire|cote d'ivoire",
    "SZ": "swaziland",
    "CV": "cape verde",
    "TL": "timor-leste",
    "PS": "palestine",
    "AE": "uae|emirates",
    "CD": "dr congo|drc",
    "BA": "bosnia",
    "VA": "holy see",
}

# Other spellings of capitals, and houses and towns that stand for a government.
SEATS = {
    "US": "white house|pentagon|washington dc",
    "GB": "downing street|whitehall",
    "RU": "kremlin",
    "UA": "kiev",
    "NL": "the hague|hague",
    "FR": "élysée|elysee|elysee palace",
    "IL": "tel aviv",
}

HEAD = """# source: GeoNames, countryInfo.txt of {date}, https://www.geonames.org; licence: CC BY 4.0
# made by data/lexicon/build_lands.py, which adds names in other use
"""


def words(name):
    return name.lower().replace("\u2019", "'").replace(".", "")


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def main():
    source, date = sys.argv[1:]
    rows = [line.rstrip("\n").split("\t") for line in open(source, encoding="utf-8") if not line.startswith(("#", "ISO\t"))]
    codes, capitals, borders = {}, collections.defaultdict(set), {}
    for row in rows:
        code, name, capital, near = row[0], words(row[4]), words(row[5]), row[17]
        codes[name] = codes[plain(name)] = code
        capitals[capital].add(code)
        capitals[plain(capital)].add(code)
        borders[code] = " ".join(sorted(near.split(","))) if near else ""
    seats = {}
    for capital, of in capitals.items():
        if capital and len(of) == 1 and capital not in codes:
            seats[capital] = next(iter(of))
    for table, more in ((codes, NAMES), (seats, SEATS)):
        for code, names in more.items():
            table.update((words(name), code) for name in names.split("|"))
    here = pathlib.Path(__file__).parent / "en"
    with open(here / "lands_codes.tsv", "w", encoding="utf-8") as out:
        out.write("# Names of lands in lower case without full stops, with their ISO 3166-1 codes; \"seat\" where the name is that of a\n"
                  "# capital or of a house that stands for the government. Names of several are left out.\n" + HEAD.format(date=date))
        out.writelines(f"{name}\t{code}\n" for name, code in sorted(codes.items()))
        out.writelines(f"{name}\t{code} seat\n" for name, code in sorted(seats.items()) if name not in codes)
    with open(here / "lands_borders.tsv", "w", encoding="utf-8") as out:
        out.write("# ISO 3166-1 codes of lands, and of those that each has a border with on land.\n" + HEAD.format(date=date))
        out.writelines(f"{code}\t{near}\n" for code, near in sorted(borders.items()) if near)


main()
