"""From a secret to the keys of a journal, as FORMAT.md says."""

import hashlib
import struct
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Wrong(Exception):
    """The secret does not open, or a file is not as it was written."""


def hkdf(salt, secret, info):
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def argon2id(secret, salt, memory_kib, passes, lanes):
    if not (65536 <= memory_kib <= 2097152 and 3 <= passes <= 16 and 1 <= lanes <= 8):
        raise Wrong("key derivation outside of its limits")
    return hash_secret_raw(secret, salt, passes, memory_kib, lanes, 32, Type.ID, version=0x13)


def normal_form(passphrase):
    return unicodedata.normalize("NFKC", passphrase).strip().encode()


def double(value):
    value <<= 1
    return value ^ 0b100101 if value & 32 else value


def check_symbol(first, second, third):
    third = double(double(double(third)))
    return double(first) ^ double(double(second)) ^ third


def read_recovery_key(groups):
    """The 16 bytes of nine groups, or Wrong with the groups that hold a mistake."""
    bits, wrong = 0, []
    for place, group in enumerate(groups):
        group = group.upper().replace("I", "1").replace("L", "1").replace("O", "0")
        digits = [SYMBOLS.find(symbol) for symbol in group]
        if len(digits) != 4 or -1 in digits or check_symbol(*digits[:3]) != digits[3]:
            wrong.append(place)
            continue
        bits = bits << 15 | digits[0] << 10 | digits[1] << 5 | digits[2]
    if wrong or len(groups) != 9:
        raise Wrong(f"groups {wrong}")
    key = (bits >> 7).to_bytes(16, "big")
    if bits & 0x7F != recovery_check(key):
        raise Wrong("groups do not belong together")
    return key


def write_recovery_key(key):
    bits = int.from_bytes(key, "big") << 7 | recovery_check(key)
    groups = []
    for place in range(9):
        value = bits >> 15 * (8 - place) & 0x7FFF
        digits = [value >> 10, value >> 5 & 31, value & 31]
        digits.append(check_symbol(*digits))
        groups.append("".join(SYMBOLS[digit] for digit in digits))
    return groups


def recovery_check(key):
    return hashlib.sha256(b"nbvlt1 recovery check" + key).digest()[0] >> 1


def rotate(value, by):
    return (value << by | value >> (32 - by)) & 0xFFFFFFFF


def quarter(state, a, b, c, d):
    for x, y, z, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[x] = (state[x] + state[y]) & 0xFFFFFFFF
        state[z] = rotate(state[z] ^ state[x], by)


def hchacha20(key, nonce):
    state = list(struct.unpack("<4I", b"expand 32-byte k"))
    state += struct.unpack("<8I4I", key + nonce)
    for _ in range(10):
        for place in range(4):
            quarter(state, place, place + 4, place + 8, place + 12)
        for place in range(4):
            corners = [4 * row + (place + row) % 4 for row in range(4)]
            quarter(state, *corners)
    return struct.pack("<8I", *state[:4], *state[12:])


def xchacha20poly1305(key, nonce, sealed, context):
    """Opens, or says that it is Wrong. (draft-irtf-cfrg-xchacha)"""
    inner = ChaCha20Poly1305(hchacha20(key, nonce[:16]))
    try:
        return inner.decrypt(bytes(4) + nonce[16:], sealed, context)
    except InvalidTag:
        raise Wrong("it does not open") from None


def derive(data_key, vault_id, purpose):
    return hkdf(vault_id, data_key, b"nbvlt1 " + purpose)
