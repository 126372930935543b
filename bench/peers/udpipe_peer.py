"""UDPipe 1 with a model of train_udpipe.py: tokens, tags, lemmas, trees."""


class Peer:
    name = "UDPipe 1"

    def __init__(self, model):
        from ufal import udpipe
        self.udpipe = udpipe
        self.model = udpipe.Model.load(model)
        if self.model is None:
            raise SystemExit(f"no UDPipe model in {model}: bench/peers/train_udpipe.py makes one")
        version = udpipe.Version.current()
        self.version = f"UDPipe {version.major}.{version.minor}.{version.patch}, own model of EWT train"

    def sentences(self, text):
        tokenizer = self.model.newTokenizer(self.udpipe.Model.DEFAULT)
        tokenizer.setText(text)
        error = self.udpipe.ProcessingError()
        while True:
            sentence = self.udpipe.Sentence()
            if not tokenizer.nextSentence(sentence, error):
                return
            self.model.tag(sentence, self.udpipe.Model.DEFAULT)
            self.model.parse(sentence, self.udpipe.Model.DEFAULT)
            yield sentence

    def read(self, texts):
        """Reads all; returns how many words."""
        return sum(len(sentence.words) - 1 for text in texts for sentence in self.sentences(text))

    def conllu(self, text):
        output = self.udpipe.OutputFormat.newOutputFormat("conllu")
        lines = []
        for sentence in self.sentences(text):
            lines += [line for line in output.writeSentence(sentence).split("\n") if not line.startswith("#")]
        return lines
