//! The frozen files of format 1: what they hold, said once when they were made, and said
//! again by every later version. Only for tests; `tests/fixtures/README.md` tells more.

use std::fs;
use std::path::{Path, PathBuf};

use journal::person::Person;
use journal::{Body, Moment, Record, RecordId};
use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::database::Problem;
use crate::kdf::KdfCost;
use crate::keychain_stand_in::{StandIn, stand_in, stand_in_holds};
use crate::keyfile;
use crate::passphrase::Passphrase;
use crate::place::Place;
use crate::quick::{Pin, Run};
use crate::recovery::RecoveryKey;
use crate::testing::{counting, note};
use crate::vault::{Key, Vault};
use crate::{files, hex};

const PASSPHRASE: &str = "fenêtre gravel seven soup lantern";
const PIN: &str = "481516";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1")
}

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned()).ok().unwrap()
}

fn at(text: &str) -> Moment {
    Moment(text.parse().unwrap())
}

/// What a reader of the files must find, from a vault, its backup, and a sealed text.
fn describe(dir: &Path) -> Value {
    let words = passphrase();
    let (header, data_key) = {
        let place = Place::take_vault(dir).unwrap();
        let unlocked = keyfile::unlock(&place, Key::Passphrase(&words)).unwrap();
        (unlocked.header.clone(), unlocked.data_key)
    };
    let vault = Vault::open(dir, Key::Passphrase(&words)).unwrap().vault;
    let tables = vault.database.read(tables).unwrap();
    let cost = header.cost().unwrap();
    let open = &vault.keys;
    let hash = |bytes: &[u8]| hex::write(&Sha256::digest(bytes));
    json!({
        "generation": header.generation,
        "vault_id": hex::write(&header.vault_id),
        "birth": hex::write(&header.birth),
        "data_salt": hex::write(&header.data_salt),
        "cost": [cost.memory_kib(), cost.passes(), cost.lanes()],
        "sha256_of_data_key": hash(data_key.expose()),
        "sha256_of_database_key": hash(open.database.expose()),
        "sha256_of_header_key": hash(open.header.expose()),
        "tables": tables,
    })
}

/// Every row of every table a reader must understand, as text.
fn tables(connection: &Connection) -> Result<Value, Problem> {
    let mut all = serde_json::Map::new();
    for (name, sql) in [
        ("meta", "SELECT key, value FROM meta ORDER BY key"),
        ("state", "SELECT key, value FROM state ORDER BY key"),
        (
            "record",
            "SELECT seq, id, kind, day, share, created, changed, deleted, version, body
             FROM record ORDER BY seq",
        ),
        (
            "record_version",
            "SELECT id, version, saved, body FROM record_version ORDER BY id, version",
        ),
        ("draft", "SELECT id, saved, body FROM draft ORDER BY id"),
    ] {
        let mut statement = connection.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let mut table = Vec::new();
        while let Some(row) = rows.next()? {
            let cell = |column| -> rusqlite::Result<Value> {
                Ok(match row.get_ref(column)? {
                    rusqlite::types::ValueRef::Integer(number) => json!(number),
                    rusqlite::types::ValueRef::Text(text) => json!(String::from_utf8_lossy(text)),
                    _ => Value::Null,
                })
            };
            table.push((0..columns).map(cell).collect::<rusqlite::Result<Vec<_>>>()?);
        }
        all.insert(name.to_owned(), json!(table));
    }
    Ok(Value::Object(all))
}

fn expected() -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join("expected.json")).unwrap()).unwrap()
}

#[test]
fn the_frozen_vault_says_what_it_said_when_it_was_made() {
    let temporary = tempfile::TempDir::new().unwrap();
    let dir = temporary.path().join("vault");
    fs::create_dir(&dir).unwrap();
    for name in ["keys.a", "keys.b", "data.db"] {
        fs::copy(folder().join("vault").join(name), dir.join(name)).unwrap();
    }
    let (found, expected) = (describe(&dir), expected());
    for (name, value) in found.as_object().unwrap() {
        assert_eq!(*value, expected[name], "{name}");
    }
}

#[test]
fn the_frozen_recovery_keys_are_written_as_they_were() {
    let keys = expected();
    let keys = keys["recovery_keys"].as_array().unwrap();
    assert!(keys.len() >= 20);
    for key in keys {
        let groups = key["groups"].as_str().unwrap();
        let typed: Vec<String> = groups.split(' ').map(str::to_owned).collect();
        let read = RecoveryKey::parse(&typed.try_into().unwrap()).ok().unwrap();
        assert_eq!(read.groups().join(" "), groups);
        assert_eq!(hex::write(read.expose()), key["bytes"].as_str().unwrap());
    }
}

/// Makes the files, if `VAULT_MAKE_FIXTURE` names a folder that does not exist yet.
#[test]
fn make_the_files_when_asked() {
    let Some(folder) = std::env::var_os("VAULT_MAKE_FIXTURE").map(PathBuf::from) else { return };
    assert!(!folder.exists(), "frozen files are never made anew");
    stand_in(StandIn::Working);
    let dir = folder.join("vault");
    let mut random = counting(100);
    let now = at("2026-03-09T10:00:00+01:00");
    let made = Vault::create(&dir, &passphrase(), KdfCost::FLOOR, now, &mut random);
    let (mut vault, recovery_key) = made.unwrap();
    fill(&mut vault);
    let pin = Pin::new(PIN.to_owned()).ok().unwrap();
    let run = Run { now, program: [1; 16], boot: [9; 16] };
    vault.turn_on_pin(&passphrase(), &pin, KdfCost::FLOOR, run, &mut random).unwrap();
    let (backup, _) = vault.back_up(&folder, now, &mut |_| {}).unwrap();
    let unsaved = note(9, "written when the disk was full");
    let sealed = vault.seal(&unsaved, now, &mut random).unwrap();
    files::write_new(&folder.join("text.sealed"), &sealed).unwrap();
    let item = stand_in_holds(&vault.id()).unwrap();
    vault.close().unwrap();
    fs::remove_file(dir.join("lock")).unwrap();

    let mut all = describe(&dir);
    let _ = fs::remove_file(dir.join("lock"));
    let more = json!({
        "passphrase": PASSPHRASE,
        "recovery_key": recovery_key.groups().join(" "),
        "pin": PIN,
        "keychain_item": String::from_utf8(item).unwrap(),
        "boot": hex::write(&run.boot),
        "backup": backup.path.file_name().unwrap().to_str().unwrap(),
        "backup_made": now.0.to_rfc3339(),
        "sealed_at": now.0.to_rfc3339(),
        "sealed_record": serde_json::to_string(&unsaved).unwrap(),
        "recovery_keys": recovery_keys(),
    });
    for (name, value) in more.as_object().unwrap() {
        all[name] = value.clone();
    }
    let text = serde_json::to_string_pretty(&all).unwrap();
    files::write_new(&folder.join("expected.json"), (text + "\n").as_bytes()).unwrap();
}

fn recovery_keys() -> Vec<Value> {
    let mut keys = vec![[0; 16], [0xff; 16], std::array::from_fn(|at| u8::try_from(at).unwrap())];
    let mut random = counting(200);
    keys.resize_with(24, || {
        let mut key = [0; 16];
        random(&mut key);
        key
    });
    let groups = |key: &[u8; 16]| RecoveryKey::from_bytes(*key).groups().join(" ");
    keys.iter().map(|key| json!({ "bytes": hex::write(key), "groups": groups(key) })).collect()
}

/// Records of several kinds and lengths, an earlier version, a draft, and a trash.
fn fill(vault: &mut Vault) {
    let now = at("2026-03-09T21:15:00+01:00");
    let name = "Åsa".to_owned();
    let person = Body::Person(Person { name, ..Person::default() });
    let person = Record::with_body(RecordId(uuid::Uuid::from_u128(90)), now, person);
    vault.save(&person, now).unwrap();
    for number in 1..=12 {
        let mut record = note(number, &format!("Day {number}: naïve words, 日記, 🏮, العربية"));
        record.at = at(&format!("2026-02-{:02}T23:30:00-05:00", number + 1));
        record.around.people = vec![person.id];
        vault.save(&record, now).unwrap();
    }
    let mut long = note(13, &"a long evening and many words ".repeat(400));
    long.at = at("1969-12-31T20:00:00+00:00");
    vault.save(&long, now).unwrap();
    let mut changed = note(3, "Day 3, written again");
    changed.at = at("2026-02-04T23:30:00-05:00");
    vault.save(&changed, at("2026-03-10T08:00:00+01:00")).unwrap();
    vault.trash(RecordId(uuid::Uuid::from_u128(5)), now).unwrap();
    vault.put_draft(&note(40, "half a sen"), now).unwrap();
    vault.set_state("asked", "twice").unwrap();
}
