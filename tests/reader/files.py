"""Backups and sealed texts."""

import hashlib
import hmac
import struct

from header import Header
from keys import Wrong, derive, xchacha20poly1305


def read_start(data, magic):
    """The length that follows, and the header."""
    found, form, reader, header_length, length = struct.unpack_from("<8sHHIQ", data)
    if (found, form, reader, header_length) != (magic, 1, 1, 4096):
        raise Wrong("no such file of format 1")
    if hashlib.sha256(data[:-32]).digest() != data[-32:]:
        raise Wrong("the file is damaged")
    return length, Header(data[24:4120])


def read_backup(data, kind, secret):
    """Header, data key and image of the database."""
    length, header = read_start(data, b"NBBAK1\0\0")
    if len(data) != 4120 + length + 64 or 3 in header.slots:
        raise Wrong("no backup")
    data_key = header.open(kind, secret)
    key = derive(data_key, header.vault_id, b"backup")
    if not hmac.compare_digest(hmac.digest(key, data[:-64], "sha256"), data[-64:-32]):
        raise Wrong("the backup was forged")
    return header, data_key, data[4120:-64]


def read_sealed(data, kind, secret):
    """The moment of sealing, and the JSON of the record."""
    length, header = read_start(data, b"NBTXT1\0\0")
    if len(data) != 4144 + length + 48:
        raise Wrong("no sealed text")
    key = derive(header.open(kind, secret), header.vault_id, b"text")
    text = xchacha20poly1305(key, data[4120:4144], data[4144:-32], data[:4144])
    moment, record = text.decode().split("\n", 1)
    return moment, record.rstrip(" ")
