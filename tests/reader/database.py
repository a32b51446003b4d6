"""The database: pages of SQLCipher 4, and the rows of SQLite on them."""

import hashlib
import hmac
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from keys import Wrong

PAGE, USABLE = 4096, 4016


class Database:
    def __init__(self, image, raw_key):
        if len(image) % PAGE or len(image) < 2 * PAGE:
            raise Wrong("the database is cut short")
        self.image, self.raw_key = image, raw_key
        self.salt = image[:16]
        salt = bytes(byte ^ 0x3A for byte in self.salt)
        self.code_key = hashlib.pbkdf2_hmac("sha512", raw_key, salt, 2, 32)

    def page(self, number):
        """What SQLite keeps on a page."""
        raw = self.image[PAGE * (number - 1) : PAGE * number]
        start = 16 if number == 1 else 0
        code = hmac.digest(self.code_key, raw[start:4032] + struct.pack("<I", number), "sha512")
        if not hmac.compare_digest(code, raw[4032:]):
            raise Wrong(f"page {number} is damaged")
        cipher = Cipher(algorithms.AES(self.raw_key), modes.CBC(raw[4016:4032])).decryptor()
        clear = cipher.update(raw[start:USABLE]) + cipher.finalize()
        return b"SQLite format 3\0" + clear if number == 1 else clear

    def check(self):
        """Every page has its code."""
        for number in range(1, len(self.image) // PAGE + 1):
            self.page(number)

    def tables(self):
        """The page on which the tree of every table begins."""
        rows = self.rows(1)
        return {name: root for _, (kind, name, _, root, _) in rows if kind == "table"}

    def rows(self, number):
        """Number and fields of every row of a table, in order."""
        page = self.page(number)
        start = 100 if number == 1 else 0
        kind, count = page[start], struct.unpack_from(">H", page, start + 3)[0]
        if kind == 13:
            for (at,) in struct.iter_unpack(">H", page[start + 8 :][: 2 * count]):
                yield self.row(page, at)
        elif kind == 5:
            for (at,) in struct.iter_unpack(">H", page[start + 12 :][: 2 * count]):
                yield from self.rows(struct.unpack_from(">I", page, at)[0])
            yield from self.rows(struct.unpack_from(">I", page, start + 8)[0])
        else:
            raise Wrong(f"page {number} is of no table")

    def row(self, page, at):
        size, at = varint(page, at)
        number, at = varint(page, at)
        local = size
        if size > USABLE - 35:
            least = (USABLE - 12) * 32 // 255 - 23
            fitting = least + (size - least) % (USABLE - 4)
            local = fitting if fitting <= USABLE - 35 else least
        payload = page[at : at + local]
        following = page[at + local : at + local + 4]
        while len(payload) < size:
            over = self.page(struct.unpack(">I", following)[0])
            payload += over[4 : 4 + size - len(payload)]
            following = over[:4]
        return number, fields(payload)


def varint(data, at):
    value = 0
    for place in range(9):
        byte = data[at + place]
        if place == 8:
            value = value << 8 | byte
            break
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return (value - (1 << 64) if value >> 63 else value), at + place + 1


def fields(payload):
    end, at = varint(payload, 0)
    body, found = end, []
    while at < end:
        code, at = varint(payload, at)
        length = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[code] if code < 10 else (code - 12) // 2
        data = payload[body : body + length]
        body += length
        if code == 0:
            found.append(None)
        elif code <= 6:
            found.append(int.from_bytes(data, "big", signed=True))
        elif code in (8, 9):
            found.append(code - 8)
        else:
            found.append(data.decode() if code >= 13 and code % 2 else data)
    return found
