"""Reads frozen files and compares them, byte for byte, with what Rust said when it made
them. One line for every comparison; ends with an error if one fails."""

import hashlib
import json
import pathlib
import sys

from database import Database
from files import read_backup, read_sealed
from header import PASSPHRASE, QUICK, RECOVERY, Header, read_item
from keys import Wrong, derive, read_recovery_key, write_recovery_key

COLUMNS = {"meta": 2, "state": 2, "record": 10, "record_version": 4, "draft": 3}


class Checker:
    def __init__(self):
        self.passed = self.failed = 0

    def same(self, what, found, expected):
        fits = found == expected
        self.passed += fits
        self.failed += not fits
        print(f"{'ok  ' if fits else 'FAIL'} {what}")

    def refuses(self, what, work):
        try:
            work()
        except Wrong:
            self.same(what, True, True)
        else:
            self.same(what, "taken", "refused")


def tables(database):
    roots, found = database.tables(), {}
    for name in COLUMNS:
        rows = []
        for number, row in database.rows(roots[name]):
            # The number of a row stands in place of the column that is another name for it.
            rows.append([number, *row[1:]] if name == "record" else row)
        found[name] = sorted(rows, key=lambda row: row[0] if name == "record" else row[:2])
    return found


def check_header(check, expected, data):
    header = Header(data)
    check.same("generation", header.generation, expected["generation"])
    for field in ("vault_id", "birth", "data_salt"):
        check.same(field, getattr(header, field).hex(), expected[field])
    check.same("cost", list(header.slots[PASSPHRASE].cost), expected["cost"])
    return header


def check_keys(check, expected, header):
    item = read_item(expected["keychain_item"])
    check.same("the item belongs to the slot", item["slot"], header.slots[QUICK].id)
    check.same("run of the computer", item["boot"].hex(), expected["boot"])
    paper = read_recovery_key(expected["recovery_key"].split())
    ways = {
        "passphrase": (PASSPHRASE, expected["passphrase"]),
        "recovery key": (RECOVERY, paper),
        "PIN": (QUICK, (expected["pin"], item["secret"])),
    }
    for name, (kind, secret) in ways.items():
        data_key = header.open(kind, secret)
        digest = hashlib.sha256(data_key).hexdigest()
        check.same(f"data key by {name}", digest, expected["sha256_of_data_key"])
    for purpose in ("database", "header"):
        key = derive(data_key, header.vault_id, purpose.encode())
        digest = hashlib.sha256(key).hexdigest()
        check.same(f"key of the {purpose}", digest, expected[f"sha256_of_{purpose}_key"])
    check.refuses("another passphrase", lambda: header.open(PASSPHRASE, "another one"))
    check.refuses("another PIN", lambda: header.open(QUICK, ("000000", item["secret"])))
    check.refuses("another secret", lambda: header.open(QUICK, (expected["pin"], bytes(32))))
    return data_key


def check_rows(check, what, found, expected):
    for name in COLUMNS:
        check.same(f"{what}: {len(found[name])} rows of {name}", found[name], expected[name])


def check_all(check, folder):
    expected = json.loads((folder / "expected.json").read_text())
    vault = folder / "vault"
    first, second = ((vault / name).read_bytes() for name in ("keys.a", "keys.b"))
    check.same("both key files are equal", first, second)
    header = check_header(check, expected, first)
    data_key = check_keys(check, expected, header)

    database = Database((vault / "data.db").read_bytes(), derive(data_key, header.vault_id, b"database"))
    check.same("salt", database.salt, header.data_salt)
    database.check()
    check_rows(check, "vault", tables(database), expected["tables"])

    backup = (folder / expected["backup"]).read_bytes()
    of, data_key, image = read_backup(backup, PASSPHRASE, expected["passphrase"])
    check.same("the backup is of the vault", of.vault_id, header.vault_id)
    copy = Database(image, derive(data_key, of.vault_id, b"database"))
    copy.check()
    found = tables(copy)
    made = [["backup_made", expected["backup_made"]]]
    in_backup = {**expected["tables"], "meta": sorted(expected["tables"]["meta"] + made)}
    check_rows(check, "backup", found, in_backup)
    check.refuses("a bit of the backup", lambda: read_backup(flip(backup), PASSPHRASE, ""))

    sealed = (folder / "text.sealed").read_bytes()
    paper = read_recovery_key(expected["recovery_key"].split())
    moment, record = read_sealed(sealed, RECOVERY, paper)
    check.same("moment of sealing", moment, expected["sealed_at"])
    check.same("sealed record", record, expected["sealed_record"])

    for key in expected["recovery_keys"]:
        data, groups = bytes.fromhex(key["bytes"]), key["groups"].split()
        check.same(f"groups of {key['bytes']}", write_recovery_key(data), groups)
        check.same(f"bytes of {key['groups']}", read_recovery_key(groups), data)


def flip(data):
    changed = bytearray(data)
    changed[9000] ^= 1
    return bytes(changed)


def main():
    check = Checker()
    for folder in sys.argv[1:]:
        check_all(check, pathlib.Path(folder))
    print(f"{check.passed} passed, {check.failed} failed")
    sys.exit(check.failed > 0 or check.passed == 0)


if __name__ == "__main__":
    main()
