"""Key files: 4096 bytes that hold the wrapped data key once for every way in."""

import hashlib
import hmac
import struct

from keys import Wrong, argon2id, derive, hkdf, normal_form, xchacha20poly1305

MAGIC = b"NBVLT1\0\0"
PASSPHRASE, RECOVERY, QUICK = 1, 2, 3


class Slot:
    def __init__(self, place, data):
        self.place, self.head = place, data[:56]
        self.kind, self.algorithm = struct.unpack_from("<H22xI", data)
        self.id = data[8:24]
        self.cost = struct.unpack_from("<3I", data, 28)
        self.salt, self.nonce, self.wrapped = data[40:56], data[56:80], data[80:128]


class Header:
    def __init__(self, data):
        if len(data) != 4096 or hashlib.sha256(data[:4064]).digest() != data[4064:]:
            raise Wrong("the key file is damaged")
        magic, form, reader, length, self.generation = struct.unpack_from("<8sHHIQ", data)
        if (magic, form, reader, length) != (MAGIC, 1, 1, 4096):
            raise Wrong("no key file of format 1")
        if any(data[72:128]) or any(data[1152:4032]):
            raise Wrong("reserved bytes are in use")
        self.data, self.vault_id = data, data[24:40]
        self.birth, self.data_salt = data[40:56], data[56:72]
        slots = (Slot(place, data[128 + 128 * place :][:128]) for place in range(8))
        self.slots = {slot.kind: slot for slot in slots if slot.kind}

    def open(self, kind, secret):
        """The data key, given a passphrase, the bytes of a recovery key, or a PIN and the
        secret of the keychain."""
        slot = self.slots[kind]
        if kind == RECOVERY:
            key = hkdf(slot.salt, secret, b"nbvlt1 recovery")
        elif kind == PASSPHRASE:
            key = argon2id(normal_form(secret), slot.salt, *slot.cost)
        else:
            pin, kept = secret
            stretched = argon2id(pin.encode(), slot.salt, *slot.cost)
            key = hkdf(slot.salt, kept + stretched, b"nbvlt1 quick")
        context = MAGIC + struct.pack("<H", 1) + self.vault_id + bytes([slot.place]) + slot.head
        data_key = xchacha20poly1305(key, slot.nonce, slot.wrapped, context)
        code = hmac.digest(derive(data_key, self.vault_id, b"header"), self.data[:4032], "sha256")
        if not hmac.compare_digest(code, self.data[4032:4064]):
            raise Wrong("the key file was forged")
        return data_key


def read_item(text):
    """The keychain's item: a dictionary of its fields."""
    data = bytes.fromhex(text)
    if len(data) != 90 or data[0] != 1:
        raise Wrong("no item of version 1")
    tries, given = struct.unpack_from("<Bq", data, 49)
    return {
        "secret": data[1:33],
        "slot": data[33:49],
        "tries": tries,
        "given": given,
        "boot": data[58:74],
        "made_in": data[74:90],
    }
