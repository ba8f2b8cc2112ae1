#!/usr/bin/env python3
"""Verifies what `exemplar log export` wrote, a checkpoint, or a proof file, from docs/record-log.md alone.

    verify.py export FILE [--key FILE] [--checkpoint FILE]
    verify.py proof FILE [--key FILE]

Prints a line and exits 0 when it holds, prints what is wrong and exits 1 when it does not. Standard library only; shares no
code with the program. Signatures are checked by the textbook: slow, and nothing here is secret.
"""
import argparse
import base64
import hashlib
import json
import re
import sys


class Wrong(Exception):
    """What does not hold."""


# --- curves: y² = x³ + ax + b over p, base point g of order n -------------------------------------------------------

class Curve:
    def __init__(self, p, a, b, gx, gy, n):
        self.p, self.a, self.b, self.g, self.n = p, a, b, (gx, gy), n

    def holds(self, point):
        x, y = point
        return x < self.p and y < self.p and (y * y - (x * x * x + self.a * x + self.b)) % self.p == 0

    def add(self, one, other):
        if one is None or other is None:
            return one or other
        (x1, y1), (x2, y2) = one, other
        if x1 == x2:
            if (y1 + y2) % self.p == 0:
                return None
            slope = (3 * x1 * x1 + self.a) * pow(2 * y1, -1, self.p)
        else:
            slope = (y2 - y1) * pow(x2 - x1, -1, self.p)
        x = (slope * slope - x1 - x2) % self.p
        return x, (slope * (x1 - x) - y1) % self.p

    def times(self, factor, point):
        result = None
        while factor:
            if factor & 1:
                result = self.add(result, point)
            point = self.add(point, point)
            factor >>= 1
        return result


P256 = Curve(
    0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff, -3,
    0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b,
    0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
    0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5,
    0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551)
SM2 = Curve(
    0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff, -3,
    0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93,
    0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7,
    0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0,
    0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123)

ALGORITHMS = {
    "3059301306072a8648ce3d020106082a8648ce3d030107034200": ("ecdsa-p256-sha256", P256),
    "3059301306072a8648ce3d020106082a811ccf5501822d034200": ("sm2-sm3", SM2),
}


def sm3(data):
    """GB/T 32905."""
    def turn(x, n):
        n %= 32
        return ((x << n) | (x >> (32 - n))) & 0xffffffff if n else x
    mask = 0xffffffff
    state = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]
    padded = data + b"\x80" + b"\0" * ((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        w = [int.from_bytes(padded[start + i:start + i + 4], "big") for i in range(0, 64, 4)]
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ turn(w[j - 3], 15)
            w.append(x ^ turn(x, 15) ^ turn(x, 23) ^ turn(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            t = 0x79cc4519 if j < 16 else 0x7a879d8a
            ss1 = turn((turn(a, 12) + e + turn(t, j)) & mask, 7)
            ss2 = ss1 ^ turn(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & mask & g)
            tt1 = (ff + d + ss2 + (w[j] ^ w[j + 4])) & mask
            tt2 = (gg + h + ss1 + w[j]) & mask
            a, b, c, d, e, f, g, h = tt1, a, turn(b, 9), c, tt2 ^ turn(tt2, 9) ^ turn(tt2, 17), e, turn(f, 19), g
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state)


class Key:
    def __init__(self, pem):
        found = re.fullmatch(r"-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PUBLIC KEY-----\n?", pem.replace("\r\n", "\n"))
        if not found:
            raise Wrong("no public key")
        info = base64.b64decode("".join(found.group(1).split()), validate=True)
        known = ALGORITHMS.get(info[:26].hex())
        if not known or len(info) != 91 or info[26] != 4:
            raise Wrong("a public key of another kind")
        self.algorithm, self.curve = known
        self.id = hashlib.sha256(info).hexdigest()
        self.pem = "-----BEGIN PUBLIC KEY-----\n" + "\n".join(text_lines(base64.b64encode(info).decode())) + "\n-----END PUBLIC KEY-----"
        self.point = int.from_bytes(info[27:59], "big"), int.from_bytes(info[59:], "big")
        if not self.curve.holds(self.point):
            raise Wrong("a public key that lies on no curve")

    def verifies(self, text, signature):
        numbers = read_der(signature)
        curve = self.curve
        if numbers is None or not all(0 < x < curve.n for x in numbers):
            return False
        r, s = numbers
        if self.algorithm == "sm2-sm3":
            user = b"1234567812345678"
            fixed = b"".join(x.to_bytes(32, "big") for x in (curve.a % curve.p, curve.b, *curve.g, *self.point))
            e = int.from_bytes(sm3(sm3((8 * len(user)).to_bytes(2, "big") + user + fixed) + text), "big")
            t = (r + s) % curve.n
            point = curve.add(curve.times(s, curve.g), curve.times(t, self.point)) if t else None
            return point is not None and (e + point[0]) % curve.n == r
        e = int.from_bytes(hashlib.sha256(text).digest(), "big")
        w = pow(s, -1, curve.n)
        point = curve.add(curve.times(e * w % curve.n, curve.g), curve.times(r * w % curve.n, self.point))
        return point is not None and point[0] % curve.n == r


def text_lines(text):
    return [text[at:at + 64] for at in range(0, len(text), 64)]


def read_der(der):
    """The two numbers of a SEQUENCE of two INTEGERs; None for anything else."""
    def number(at):
        if at + 2 > len(der) or der[at] != 2 or der[at + 1] > 127 or at + 2 + der[at + 1] > len(der):
            return None, at
        end = at + 2 + der[at + 1]
        # The one encoding: no sign that is not needed.
        if end == at + 2 or (end > at + 3 and der[at + 2] == 0 and der[at + 3] < 128):
            return None, at
        return int.from_bytes(der[at + 2:end], "big", signed=True), end
    if len(der) < 8 or der[0] != 0x30 or der[1] != len(der) - 2:
        return None
    r, at = number(2)
    s, end = number(at) if r is not None else (None, 0)
    return (r, s) if s is not None and end == len(der) else None


# --- the tree (RFC 9162, 2.1) ---------------------------------------------------------------------------------------

def leaf_hash(leaf):
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """Grows leaf by leaf; knows the root of all leaves so far."""
    def __init__(self):
        self.size, self.edge = 0, []   # of each whole subtree from the left: its size and its root

    def add(self, hash_):
        self.size += 1
        self.edge.append((1, hash_))
        while len(self.edge) > 1 and self.edge[-1][0] == self.edge[-2][0]:
            (size, right), (_, left) = self.edge.pop(), self.edge.pop()
            self.edge.append((2 * size, node_hash(left, right)))

    def root(self):
        root = None
        for _, subtree in reversed(self.edge):
            root = subtree if root is None else node_hash(subtree, root)
        return root


def root_by_path(hash_, index, size, path):
    """The root that the path leads to; raises when it is too short or too long (written by recursion, unlike RFC 9162 2.1.3.2)."""
    if size == 1:
        if path:
            raise Wrong("the path is too long")
        return hash_
    if not path:
        raise Wrong("the path is too short")
    left = 1
    while 2 * left < size:
        left *= 2
    if index < left:
        return node_hash(root_by_path(hash_, index, left, path[:-1]), path[-1])
    return node_hash(path[-1], root_by_path(hash_, index - left, size - left, path[:-1]))


# --- texts ----------------------------------------------------------------------------------------------------------

CHECKPOINT = re.compile(
    r"(?P<signed>exemplar-log/1\nnumber (?P<number>[1-9][0-9]*)\nsize (?P<size>[1-9][0-9]*)\nlast-entry (?P<last>[1-9][0-9]*)\n"
    r"root (?P<root>[0-9a-f]{64})\nat [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\n"
    r"algorithm (?P<algorithm>[a-z0-9-]+)\nkey (?P<key>[0-9a-f]{64})\n)signature (?P<signature>(?:[0-9a-f]{2})+)\n")


class Checkpoint:
    def __init__(self, text, keys):
        found = CHECKPOINT.fullmatch(text)
        if not found:
            raise Wrong("not the text of a checkpoint")
        self.text, self.number, self.size, self.last = text, int(found["number"]), int(found["size"]), int(found["last"])
        self.root = bytes.fromhex(found["root"])
        key = keys.get(found["key"])
        if key is None:
            raise Wrong(f"checkpoint {self.number}: signed by an unknown key")
        if key.algorithm != found["algorithm"] or not key.verifies(found["signed"].encode(), bytes.fromhex(found["signature"])):
            raise Wrong(f"checkpoint {self.number}: the signature does not hold")


def canonical(text):
    """The value of a canonical JSON text; raises for any other text of the same value, for numbers that are no integers, for repeated keys."""
    value = json.loads(text, parse_float=no_number, parse_constant=no_number)
    if json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) != text:
        raise Wrong("not canonical JSON")
    return value


def no_number(text):
    raise Wrong(f"{text} is no integer")


def is_integer(value):
    return type(value) is int   # True is an int to Python, and none here


ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
COLUMNS = {
    "AccountId": lambda v: v is None or is_id(v), "At": is_integer, "Body": lambda v: isinstance(v, str), "Id": lambda v: is_integer(v) and v > 0,
    "Kind": lambda v: isinstance(v, str), "PersonId": lambda v: v is None or is_id(v), "RecordId": lambda v: is_id(v), "RecordType": lambda v: isinstance(v, str),
}


def is_id(value):
    return isinstance(value, str) and ID.fullmatch(value) is not None


def verify_export(file, keys, trusted, kept):
    tree, last, numbers, sealed = Tree(), 0, 0, 0
    roots = {}
    with open(file, "rb") as lines:
        if next(lines, b"") != b'{"format":"exemplar-log-export/1"}\n':
            raise Wrong("not an export")
        for line in lines:
            if not line.endswith(b"\n"):
                raise Wrong("the last line is cut off")
            line = line[:-1]
            text = line.decode()
            if text.startswith('{"publicKey":'):
                key = key_of(text)
                if not trusted:
                    keys[key.id] = key
            elif text.startswith('{"checkpoint":'):
                said = canonical(text)
                if set(said) != {"checkpoint"}:
                    raise Wrong("a line of a checkpoint that says more")
                point = Checkpoint(said["checkpoint"], keys)
                if point.number != numbers + 1:
                    raise Wrong(f"checkpoint {numbers + 1} is missing")
                if point.size != tree.size or point.last != last or point.root != tree.root():
                    raise Wrong(f"checkpoint {point.number}: the entries {sealed + 1} to {point.size} are not what was sealed")
                numbers, sealed = point.number, point.size
                if kept and kept.number == point.number and kept.text != point.text:
                    raise Wrong(f"checkpoint {point.number} is not the one that was kept")
            else:
                entry = canonical(text)
                if not isinstance(entry, dict) or set(entry) != set(COLUMNS) or not all(COLUMNS[name](value) for name, value in entry.items()):
                    raise Wrong(f"the line after entry {last} is no entry")
                if entry["Id"] <= last:
                    raise Wrong(f"entry {entry['Id']} stands after entry {last}")
                if not isinstance(canonical(entry["Body"]), (dict, type(None))):
                    raise Wrong(f"entry {entry['Id']}: its body is no record")
                last = entry["Id"]
                tree.add(leaf_hash(line))
                if kept and kept.size == tree.size:
                    roots[kept.size] = tree.root()
    if kept and roots.get(kept.size) != kept.root:
        raise Wrong(f"the entries up to {kept.size} are not those of the kept checkpoint {kept.number}")
    if kept and kept.number > numbers:
        raise Wrong(f"the kept checkpoint {kept.number} is not in the export")
    return f"holds: {tree.size} entries, {sealed} of them sealed by {numbers} checkpoints"


def key_of(line):
    said = canonical(line)
    key = Key(said["publicKey"])
    if set(said) != {"publicKey"} or key.pem != said["publicKey"]:
        raise Wrong("a public key in another form")
    return key


def verify_proof(file, keys, trusted):
    with open(file, "rb") as opened:
        raw = opened.read()
    proof = canonical(raw.decode())
    if not isinstance(proof, dict) or set(proof) != {"checkpoint", "format", "index", "leaf", "path", "publicKey", "size"} or proof["format"] != "exemplar-proof/1":
        raise Wrong("not a proof")
    key = Key(proof["publicKey"])
    if key.pem != proof["publicKey"]:
        raise Wrong("a public key in another form")
    if trusted and key.id not in keys:
        raise Wrong("signed by another key")
    point = Checkpoint(proof["checkpoint"], {key.id: key})
    index, size = proof["index"], proof["size"]
    if not is_integer(index) or not is_integer(size) or size != point.size or not 0 <= index < size:
        raise Wrong("index or size is wrong")
    if not isinstance(proof["path"], list) or not all(isinstance(step, str) and re.fullmatch("[0-9a-f]{64}", step) for step in proof["path"]):
        raise Wrong("a step of the path is no hash")
    path = [bytes.fromhex(step) for step in proof["path"]]
    if root_by_path(leaf_hash(proof["leaf"].encode()), index, size, path) != point.root:
        raise Wrong("the entry is not in the log of the checkpoint")
    return f"holds: entry {index + 1} of {size}, checkpoint {point.number}"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("what", choices=["export", "proof"])
    arguments.add_argument("file")
    arguments.add_argument("--key", action="append", default=[], help="a public key that is trusted, instead of those in the file")
    arguments.add_argument("--checkpoint", help="a checkpoint that was kept")
    given = arguments.parse_args()
    try:
        keys = {}
        for name in given.key:
            with open(name, encoding="utf-8") as opened:
                key = Key(opened.read())
            keys[key.id] = key
        if given.what == "proof":
            print(verify_proof(given.file, keys, bool(given.key)))
            return 0
        kept = None
        if given.checkpoint:
            with open(given.checkpoint, encoding="utf-8-sig") as opened:   # any line ends
                text = opened.read(4097).strip() + "\n"
            if not keys:   # the keys stand at the head of the export
                with open(given.file, encoding="utf-8") as lines:
                    for line in lines:
                        if line.startswith('{"publicKey":'):
                            key = key_of(line.rstrip("\n"))
                            keys[key.id] = key
                        elif not line.startswith('{"format":'):
                            break
            kept = Checkpoint(text, keys)
        print(verify_export(given.file, keys, bool(given.key), kept))
        return 0
    except (Wrong, ValueError, KeyError, TypeError, AttributeError, UnicodeError) as wrong:
        print(f"does not hold: {wrong}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
