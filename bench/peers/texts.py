"""Treebanks and name corpora as the peers' texts: the same texts that eval/ makes of them."""


def documents_of(path):
    """The raw text of each document of a CoNLL-U file, as eval/conllu.cc builds it."""
    documents, text, new_paragraph, surface_end, empty = [], "", True, 0, True

    def close():
        nonlocal text
        if not empty:
            documents.append(text)
        text = ""

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\r\n")
        if line.startswith("#"):
            key = line[1:].split("=")[0].split()[:1]
            if key == ["newdoc"]:
                close()
                new_paragraph, empty = True, True
            elif key == ["newpar"]:
                new_paragraph = True
        elif not line:
            surface_end = 0
        else:
            columns = line.split("\t")
            if "." in columns[0]:
                continue
            if new_paragraph:
                text = text.rstrip(" ")
                text += "\n\n" if text else ""
                new_paragraph = False
            if "-" in columns[0]:
                surface_end = int(columns[0].split("-")[1])
            elif int(columns[0]) <= surface_end:
                continue
            empty = False
            text += columns[1] + ("" if "SpaceAfter=No" in columns[9].split("|") else " ")
    close()
    return documents


def named_documents_of(path):
    """(first line, words) of each document of a tab-separated name corpus."""
    documents = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\r\n")
        if line.startswith("# doc"):
            documents.append((line, [[]]))
        elif not line.strip():
            if documents and documents[-1][1][-1]:
                documents[-1][1].append([])
        else:
            word = line.split("\t")[0].strip()
            if "\t" in line and word:
                documents[-1][1][-1].append(word)
    return [(head, [sentence for sentence in sentences if sentence]) for head, sentences in documents]


def spaced_words(text):
    return len(text.split())
