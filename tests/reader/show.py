"""Shows what is in a vault or a backup: one line of JSON for every record."""

import getpass
import pathlib
import sys

from check import tables
from database import Database
from files import read_backup
from header import PASSPHRASE, Header
from keys import Wrong, derive


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    place = pathlib.Path(sys.argv[1])
    passphrase = getpass.getpass("Passphrase: ")
    try:
        if place.is_dir():
            header = Header((place / "keys.a").read_bytes())
            data_key, image = header.open(PASSPHRASE, passphrase), (place / "data.db").read_bytes()
        else:
            header, data_key, image = read_backup(place.read_bytes(), PASSPHRASE, passphrase)
        database = Database(image, derive(data_key, header.vault_id, b"database"))
        for row in tables(database)["record"]:
            print(row[-1])
    except Wrong as wrong:
        sys.exit(str(wrong))


if __name__ == "__main__":
    main()
