//! The two calls into SQLite that have no safe wrapper, and for tests a file system
//! that can fail. The only unsafe code of the crate; nothing else may come in.
#![expect(unsafe_code, reason = "SQLCipher takes a raw key only through its C interface")]

#[cfg(feature = "failpoints")]
mod shim;

use std::ffi::c_int;

use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::keys::DatabaseKey;

#[cfg(feature = "failpoints")]
pub(crate) use shim::put_shim_below_sqlite;

/// Gives a connection its key, as `x'…'` with 64 hexadecimal digits: SQLCipher
/// then uses it as it is. Not as SQL text, which would stay in SQLite's memory.
pub(crate) fn set_key(connection: &Connection, key: &DatabaseKey) -> Result<(), Error> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    const LENGTH: usize = 2 + 64 + 1;
    let mut text = Zeroizing::new([b'\''; LENGTH]);
    text[0] = b'x';
    for (pair, byte) in text[2..LENGTH - 1].chunks_exact_mut(2).zip(key.expose()) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    let length = c_int::try_from(LENGTH).expect("67 is a small number");
    // SAFETY: the handle is that of a live connection, borrowed for the whole call
    // and used by this thread alone. The name ends in a zero byte. The key points
    // to `length` readable bytes; SQLCipher copies them before it returns.
    let code = unsafe {
        ffi::sqlite3_key_v2(connection.handle(), c"main".as_ptr(), text.as_ptr().cast(), length)
    };
    // An empty key is refused only by this code; unchecked, the file would be plain.
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(Error::EngineUnfit) }
}

/// The error number of the operating system behind the last failure.
pub(crate) fn system_error(connection: &Connection) -> i32 {
    // SAFETY: the handle is that of a live connection, borrowed for the whole call.
    unsafe { ffi::sqlite3_system_errno(connection.handle()) }
}
