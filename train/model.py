"""The network of doc/format/weights.md in PyTorch, with the losses of its heads."""

import ctypes
import math
import os
import subprocess
import tempfile

import torch
import torch.nn as nn
import torch.nn.functional as F

INVALID = -1e4  # A transition that no labelling may take.
BUCKETS = 17


def build_kernels():
    here = os.path.dirname(os.path.abspath(__file__))
    made = os.path.join(tempfile.mkdtemp(), "kernels.so")
    subprocess.run(["cc", "-O3", "-march=native", "-ffast-math", "-fno-finite-math-only", "-shared", "-fPIC",
                    os.path.join(here, "kernels.c"), "-o", made, "-lm"], check=True)
    lib = ctypes.CDLL(made)
    pointer, size = ctypes.c_void_p, ctypes.c_size_t
    lib.parabola.argtypes = [pointer, pointer, pointer, size]
    lib.cut_rows.argtypes = [pointer, pointer, size, size, ctypes.c_float]
    return lib


KERNELS = build_kernels()


class Parabola(torch.autograd.Function):
    """x (1 + s) / 2 with s = sign(x) (1 - 0.2888 (min(|x|/√2, 1.769) - 1.769)²): the encoder's activation."""

    @staticmethod
    def forward(ctx, x):
        x = x.contiguous()
        y, slope = torch.empty_like(x), torch.empty_like(x)
        KERNELS.parabola(x.data_ptr(), y.data_ptr(), slope.data_ptr(), x.numel())
        ctx.save_for_backward(slope)
        return y

    @staticmethod
    def backward(ctx, gradient):
        return gradient * ctx.saved_tensors[0]


class CutRows(torch.autograd.Function):
    """Each row cut to steps of its own scale; gradients pass as if it were not."""

    @staticmethod
    def forward(ctx, x, levels):
        x = x.contiguous()
        out = torch.empty_like(x)
        KERNELS.cut_rows(x.data_ptr(), out.data_ptr(), x.numel() // x.shape[-1], x.shape[-1], levels)
        return out

    @staticmethod
    def backward(ctx, gradient):
        return gradient, None


class Linear(nn.Linear):
    """A linear layer that, when told to, computes as int8 would: 7-bit weights a row, 8-bit inputs a row."""
    cut = False

    def forward(self, x):
        if not Linear.cut:
            return F.linear(x, self.weight, self.bias)
        return F.linear(CutRows.apply(x, 127.0), CutRows.apply(self.weight, 63.0), self.bias)


class Layer(nn.Module):
    def __init__(self, hidden, heads, width, ffn, dropout):
        super().__init__()
        self.heads, self.width = heads, width
        self.qkv, self.out = Linear(hidden, 3 * heads * width), Linear(heads * width, hidden)
        self.up, self.down = Linear(hidden, ffn), Linear(ffn, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, self.width).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, self.heads * self.width)
        x = self.norm1(x + self.out(a))
        return self.norm2(x + self.drop(self.down(Parabola.apply(self.up(x)))))


TAGS = ["upos", "xpos", "feats", "lemma", "sentence", "name", "predicate", "attribution", "entity", "event", "mode", "status"]


class Reader(nn.Module):
    def __init__(self, config, labels):
        super().__init__()
        c = self.config = config
        self.labels = labels
        h = c["hidden"]
        self.piece = nn.Embedding(c["vocabulary"], h)
        self.position = nn.Embedding(c["max_pieces"], h)
        self.case = nn.Embedding(c["cases"], h)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(h, eps=1e-12)
        self.layers = nn.ModuleList(Layer(h, c["heads"], c["head_width"], c["ffn"], c["dropout"]) for _ in range(c["layers"]))
        self.drop = nn.Dropout(c["dropout"])
        widths = [(t, len(labels[t])) for t in TAGS] + [
            ("arc_dependent", c["arc"]), ("arc_head", c["arc"]), ("arc_bias", 1),
            ("rel_dependent", c["rel"]), ("rel_head", c["rel"]),
            ("role_word", c["role"]), ("role_predicate", c["role"]),
            ("link_first", c["link"]), ("link_last", c["link"]), ("link_cue", c["link"]),
            ("fact", 1), ("coref_later", c["coref"]), ("coref_earlier", c["coref"]), ("coref_new", 1),
            ("party_word", c["party"]), ("party_trigger", c["party"])]
        self.columns, at = {}, 0
        for name, width in widths:
            self.columns[name] = (at, at + width)
            at += width
        self.projection = Linear(h, at)
        self.root = nn.Parameter(torch.randn(c["arc"] + 1) * 0.02)
        self.rel_out = nn.Linear(c["rel"], len(labels["deprel"]))
        self.role_distance = nn.Parameter(torch.zeros(33, c["role"]))
        self.role_out = nn.Linear(c["role"], len(labels["role"]))
        self.role_branch = nn.Parameter(torch.zeros(branch_count(labels["deprel"]), c["role"]))
        self.party_distance = nn.Parameter(torch.zeros(33, c["party"]))
        self.party_branch = nn.Parameter(torch.zeros(branch_count(labels["deprel"]), c["party"]))
        self.party_out = nn.Linear(c["party"], len(labels["party"]))
        n = len(labels["attribution"])
        self.transition = nn.Parameter(torch.zeros(n, n))
        self.start, self.stop = nn.Parameter(torch.zeros(n)), nn.Parameter(torch.zeros(n))
        self.register_buffer("forbidden", forbidden_transitions(labels["attribution"]))
        self.link_distance = nn.Parameter(torch.zeros(2 * BUCKETS, c["link"]))
        self.link_out = nn.Linear(c["link"], 1)

    def encode(self, b):
        """The projection of every word of the batch, in order: [words, columns]."""
        x = self.piece(b.pieces) + self.position.weight[: b.pieces.shape[1]] + self.case(b.cases)
        x = self.drop(self.norm(x))
        mask = b.piece_mask[:, None, None, :]
        for i, layer in enumerate(self.layers):
            if i == self.config["merge_after"]:
                n, t, d = x.shape
                units = b.unit_mask.shape[1]
                flat = torch.zeros(n * units, d).index_add(0, b.unit_of_piece, x.reshape(n * t, d)[b.real_pieces])
                x = (flat * b.unit_weight[:, None]).view(n, units, d)
                mask = b.unit_mask[:, None, None, :]
            x = layer(x, mask)
        return self.projection(self.drop(x.reshape(-1, x.shape[-1])[b.word_units]))

    def take(self, p, name):
        a, z = self.columns[name]
        return p[..., a:z]

    # --- heads ---

    def arc_scores(self, p, sentences, present):
        """[S, L, L + 1] scores of each head (last: the root) for each word of each sentence; what cannot be one is ruled out."""
        d = self.take(p, "arc_dependent")[sentences]
        h = self.take(p, "arc_head")[sentences]
        k = math.sqrt(self.config["arc"])
        s = d @ h.transpose(1, 2) / k + self.take(p, "arc_bias")[sentences].transpose(1, 2)
        root = (d @ self.root[:-1])[..., None] / k + self.root[-1]
        s = torch.cat([s, root], -1)
        columns = torch.cat([present, torch.ones(len(present), 1, dtype=torch.bool)], 1)
        itself = torch.eye(s.shape[1], s.shape[2], dtype=torch.bool)
        return s.masked_fill(~columns[:, None, :] | itself, INVALID)

    def rel_scores(self, p, words, heads):
        h = self.take(p, "rel_head")
        head = h[heads.clamp_min(0)] * (heads >= 0)[:, None]
        return self.rel_out(F.relu(self.take(p, "rel_dependent")[words] + head))

    def role_scores(self, p, words, predicates, branches):
        distance = (words - predicates).clamp(-16, 16) + 16
        return self.role_out(F.relu(self.take(p, "role_word")[words] + self.take(p, "role_predicate")[predicates]
                                    + self.role_distance[distance] + self.role_branch[branches]))

    def party_scores(self, p, words, triggers, branches):
        distance = (words - triggers).clamp(-16, 16) + 16
        return self.party_out(F.relu(self.take(p, "party_word")[words] + self.take(p, "party_trigger")[triggers]
                                     + self.party_distance[distance] + self.party_branch[branches]))

    @staticmethod
    def pair_scores(e):
        """From the scores of a sentence's words, those of each type of event for it as a whole: how far any word tells one."""
        return torch.logsumexp(e[:, 1:] - e[:, :1], 0)

    def link_scores(self, p, first, last, cue, bucket):
        """One logit for each pair of a span (kind and distance in `bucket`) and a cue."""
        return self.link_out(F.relu(self.take(p, "link_first")[first] + self.take(p, "link_last")[last]
                                    + self.take(p, "link_cue")[cue] + self.link_distance[bucket]))[:, 0]

    def coref_scores(self, p, later, earlier):
        """[M, 1 + C] scores of each of C earlier mentions for each of M mentions; first: that it is a new one. By head words."""
        new = self.take(p, "coref_new")[later]
        pairs = self.take(p, "coref_later")[later] @ self.take(p, "coref_earlier")[earlier].T
        return torch.cat([new, pairs / math.sqrt(self.config["coref"])], 1)

    def transitions(self):
        return self.transition + self.forbidden

    def crf_loss(self, p, sequences, mask, gold):
        """Negative log likelihood a word of the attribution labels; sequences [A, L] index words."""
        e = self.take(p, "attribution")[sequences]
        trans = self.transitions()
        invalid_start = self.forbidden[0]  # From O: no I- label may open a window either.
        alpha = self.start + invalid_start + e[:, 0]
        for t in range(1, e.shape[1]):
            new = torch.logsumexp(alpha[:, :, None] + trans, 1) + e[:, t]
            alpha = torch.where(mask[:, t, None], new, alpha)
        z = torch.logsumexp(alpha + self.stop, 1)
        g = gold
        score = self.start[g[:, 0]] + (e.gather(2, g[..., None])[..., 0] * mask).sum(1)
        score = score + (trans[g[:, :-1], g[:, 1:]] * mask[:, 1:]).sum(1)
        last = mask.sum(1) - 1
        score = score + self.stop[g.gather(1, last[:, None])[:, 0]]
        return (z - score).sum() / mask.sum()


def forbidden_transitions(labels):
    n = len(labels)
    f = torch.zeros(n, n)
    for i, a in enumerate(labels):
        for j, b in enumerate(labels):
            if b.startswith("I-") and a not in (b, "B-" + b[2:]):
                f[i, j] = INVALID
    return f


COARSE = {"nsubj": 0, "csubj": 0, "obj": 1, "iobj": 1, "obl": 2, "advmod": 2, "advcl": 2, "punct": 3}


def branch_count(deprels):
    return 1 + len(deprels) + 3 + 15


def branches_of(predicate, heads, rels, deprels):
    """Where each word of a sentence stands to `predicate` in its tree (heads by index, -1 for the root; rels by id).

    0: the predicate. 1 + r: below it, in the branch that hangs on it by relation r. Then, for words not below it, by how
    many steps up from the predicate a word stands above both (1, 2, more): that word itself, or one of five sorts of branch.
    """
    n, count = len(heads), len(deprels)
    above = {}
    at, up = predicate, 0
    while at >= 0 and at not in above and up <= n:
        above[at] = up
        at, up = heads[at], up + 1
    out = []
    for i in range(n):
        child, at, steps = -1, i, 0
        while at >= 0 and at not in above and steps <= n:
            child, at, steps = at, heads[at], steps + 1
        if at < 0 or at not in above:
            out.append(1 + count + 2)
            continue
        k = min(above[at], 3)
        if k == 0:
            out.append(0 if child < 0 else 1 + rels[child])
        elif child < 0:
            out.append(1 + count + k - 1)
        else:
            out.append(1 + count + 3 + 5 * (k - 1) + COARSE.get(deprels[rels[child]].split(":")[0], 4))
    return out


def bucket_of(span, cue, is_content):
    """Where a span stands to its cue: near to far before it (0-7), after it (8-15), round it (16)."""
    if span[1] <= cue[0]:
        gap, base = cue[0] - span[1], 0
    elif span[0] >= cue[1]:
        gap, base = span[0] - cue[1], 8
    else:
        return 16 + BUCKETS * is_content
    step = gap if gap <= 2 else 3 if gap <= 4 else 4 if gap <= 8 else 5 if gap <= 16 else 6 if gap <= 32 else 7
    return base + step + BUCKETS * is_content


def load_pretrained(model, path, vocabulary, kept):
    """Puts MiniLM's weights into `model`; `kept` are the rows of its vocabulary that ours keeps."""
    from safetensors.torch import load_file
    w = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
    with torch.no_grad():
        model.piece.weight.copy_(w["embeddings.word_embeddings.weight"][kept])
        segment = w["embeddings.token_type_embeddings.weight"][0]
        model.position.weight.copy_(w["embeddings.position_embeddings.weight"][: model.config["max_pieces"]] + segment)
        model.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(model.layers):
            n = f"encoder.layer.{i}."
            for what in ("weight", "bias"):
                parts = [w[f"{n}attention.self.{x}.{what}"] for x in ("query", "key", "value")]
                getattr(layer.qkv, what).copy_(torch.cat(parts))
                getattr(layer.out, what).copy_(w[f"{n}attention.output.dense.{what}"])
                getattr(layer.norm1, what).copy_(w[f"{n}attention.output.LayerNorm.{what}"])
                getattr(layer.up, what).copy_(w[f"{n}intermediate.dense.{what}"])
                getattr(layer.down, what).copy_(w[f"{n}output.dense.{what}"])
                getattr(layer.norm2, what).copy_(w[f"{n}output.LayerNorm.{what}"])


def load_reader(model, saved):
    """Puts the weights of another Reader into `model`; columns and tables that it did not have keep their beginnings."""
    old, columns = dict(saved["net"]), saved["meta"]["columns"]
    with torch.no_grad():
        for name, (a, z) in model.columns.items():
            if name in columns and columns[name][1] - columns[name][0] == z - a:
                first, last = columns[name]
                model.projection.weight[a:z] = old["projection.weight"][first:last]
                model.projection.bias[a:z] = old["projection.bias"][first:last]
    mine = model.state_dict()
    fitting = {k: v for k, v in old.items() if not k.startswith("projection.") and k in mine and mine[k].shape == v.shape}
    model.load_state_dict(fitting, strict=False)
