//! A file system for SQLite that asks [`fault`] before it passes each operation on
//! to the system's own. Only for tests: nothing of it is in a release.
//!
//! Connections that were open before it was put in place go on without it. It has
//! no shared memory and no memory maps; both are turned off anyway.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::io;
use std::path::Path;
use std::ptr;
use std::slice;
use std::sync::Once;
use std::sync::atomic::{AtomicI32, Ordering};

use rusqlite::ffi::{
    self, sqlite3_file, sqlite3_filename, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs,
};

use crate::fault::{self, Operation};

/// The error number of the last refusal, for `sqlite3_system_errno`; 0 once an
/// operation went through. One for the process: tests that make things fail run alone.
static REFUSED_WITH: AtomicI32 = AtomicI32::new(0);

/// A file of ours. The system's own file lies behind it in the same piece of memory,
/// which SQLite gives.
#[repr(C)]
struct ShimFile {
    base: sqlite3_file,
    /// As given to `open`. SQLite keeps it valid and unchanged until the file is closed.
    name: *const c_char,
    /// The first sync of a journal that was made brings its name to the disk as well.
    syncs_dir: bool,
}

/// Where the system's own file begins: after ours, at a multiple of eight.
const BEHIND: usize = size_of::<ShimFile>().next_multiple_of(8);

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    // Version 1: without shared memory and maps.
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

/// Makes it the file system of every connection opened from now on.
pub(crate) fn put_shim_below_sqlite() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: a null name asks for the default; SQLite initialises itself first.
        // What comes back is null or lives as long as the process.
        let real = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
        assert!(!real.is_null(), "SQLite has a file system");
        // SAFETY: not null, and SQLite never changes a registered one except `pNext`.
        let of_real = unsafe { *real };
        let behind = c_int::try_from(BEHIND).expect("it is a few words");
        let shim = Box::leak(Box::new(sqlite3_vfs {
            // Version 2: without the replacement of system calls.
            iVersion: 2,
            szOsFile: behind + of_real.szOsFile,
            mxPathname: of_real.mxPathname,
            pNext: ptr::null_mut(),
            zName: c"shim".as_ptr(),
            pAppData: real.cast(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_pathname),
            // Extensions are never loaded.
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(current_time),
            xGetLastError: Some(get_last_error),
            xCurrentTimeInt64: Some(current_time_int64),
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        }));
        // SAFETY: it is never freed, and every function in it keeps to what SQLite asks
        // of a file system, by passing everything on to one that does.
        let code = unsafe { ffi::sqlite3_vfs_register(shim, 1) };
        assert_eq!(code, ffi::SQLITE_OK, "SQLite takes a file system");
    });
}

/// Asks the watcher; on refusal the code that SQLite is given.
fn allow(asked: io::Result<()>, refused: c_int) -> Result<(), c_int> {
    let Err(error) = asked else {
        REFUSED_WITH.store(0, Ordering::Relaxed);
        return Ok(());
    };
    REFUSED_WITH.store(error.raw_os_error().unwrap_or(0), Ordering::Relaxed);
    // As the system's own file system does it.
    let is_full = error.kind() == io::ErrorKind::StorageFull;
    Err(if is_full && refused == ffi::SQLITE_IOERR_WRITE { ffi::SQLITE_FULL } else { refused })
}

/// The path that SQLite means.
///
/// # Safety
/// `name` ends in a zero byte and stays as it is for as long as the path is used.
unsafe fn path<'a>(name: *const c_char) -> &'a Path {
    // SAFETY: the caller's promise.
    let name = unsafe { CStr::from_ptr(name) };
    #[cfg(unix)]
    let path = {
        use std::os::unix::ffi::OsStrExt;
        std::ffi::OsStr::from_bytes(name.to_bytes())
    };
    #[cfg(not(unix))]
    let path = name.to_str().unwrap_or_default();
    Path::new(path)
}

/// The file system that this one stands before.
///
/// # Safety
/// `vfs` is the one that [`put_shim_below_sqlite`] registered.
unsafe fn real(vfs: *mut sqlite3_vfs) -> (*mut sqlite3_vfs, sqlite3_vfs) {
    // SAFETY: the caller's promise; `pAppData` was set to the system's own, which lives
    // as long as the process.
    unsafe {
        let real: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        (real, *real)
    }
}

/// The system's own file behind one of ours, and its methods.
///
/// # Safety
/// `file` was opened by [`open`] and is not closed.
unsafe fn behind(file: *mut sqlite3_file) -> (*mut sqlite3_file, sqlite3_io_methods) {
    // SAFETY: SQLite gave `szOsFile` bytes, of which ours are the first `BEHIND`; the
    // system's file was opened there, so its methods are set.
    unsafe {
        let behind: *mut sqlite3_file = file.byte_add(BEHIND);
        (behind, *(*behind).pMethods)
    }
}

/// The path of an open file of ours.
///
/// # Safety
/// `file` was opened by [`open`] and is not closed.
unsafe fn path_of<'a>(file: *mut sqlite3_file) -> &'a Path {
    // SAFETY: what was opened by us begins with our fields, and SQLite keeps the name.
    unsafe { path((*file.cast::<ShimFile>()).name) }
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let shim: *mut ShimFile = file.cast();
    // SAFETY: SQLite gives `szOsFile` bytes, aligned for any of its structures. Without
    // methods it does not close what could not be opened.
    unsafe { (*shim).base.pMethods = ptr::null() };
    if name.is_null() {
        // A file without a name would be a temporary one, and those stay in memory.
        return ffi::SQLITE_CANTOPEN;
    }
    let makes = flags & ffi::SQLITE_OPEN_CREATE != 0;
    let operation = if makes { Operation::Create } else { Operation::Open };
    // SAFETY: SQLite's names end in a zero byte and stay until the file is closed.
    let asked = fault::before(operation, unsafe { path(name) });
    if let Err(code) = allow(asked, ffi::SQLITE_CANTOPEN) {
        return code;
    }
    // SAFETY: `vfs` is ours; the system's function gets its own file system and as much
    // memory as it asked for, behind ours; the rest is passed on as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        let behind: *mut sqlite3_file = file.byte_add(BEHIND);
        (*behind).pMethods = ptr::null();
        let code = real.xOpen.expect("it opens")(real_vfs, name, behind, flags, out_flags);
        if code == ffi::SQLITE_OK {
            (*shim).name = name;
            (*shim).syncs_dir = makes && flags & ffi::SQLITE_OPEN_MAIN_JOURNAL != 0;
            (*shim).base.pMethods = &raw const METHODS;
        } else if let Some(methods) = (*behind).pMethods.as_ref() {
            methods.xClose.expect("it closes")(behind);
        }
        code
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite calls this once, with an open file of ours.
    let (behind, methods) = unsafe { behind(file) };
    // SAFETY: the system's own function, with its own open file.
    unsafe { methods.xClose.expect("it closes")(behind) }
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let asked = fault::before(Operation::Read, unsafe { path_of(file) });
    if let Err(code) = allow(asked, ffi::SQLITE_IOERR_READ) {
        return code;
    }
    // SAFETY: as above; the buffer is passed on as it came.
    unsafe {
        let (behind, methods) = behind(file);
        methods.xRead.expect("it reads")(behind, into, amount, at)
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    let length = usize::try_from(amount).unwrap_or(0);
    // SAFETY: SQLite gives `amount` readable bytes that nobody changes during the call.
    let bytes = unsafe { slice::from_raw_parts(from.cast::<u8>(), length) };
    // SAFETY: SQLite calls this with an open file of ours.
    let path = unsafe { path_of(file) };
    let asked = fault::before_write(path, u64::try_from(at).unwrap_or(0), bytes);
    if let Err(code) = allow(asked, ffi::SQLITE_IOERR_WRITE) {
        return code;
    }
    // SAFETY: as above; the buffer is passed on as it came.
    unsafe {
        let (behind, methods) = behind(file);
        methods.xWrite.expect("it writes")(behind, from, amount, at)
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let path = unsafe { path_of(file) };
    let asked = fault::before_truncate(path, u64::try_from(size).unwrap_or(0));
    if let Err(code) = allow(asked, ffi::SQLITE_IOERR_TRUNCATE) {
        return code;
    }
    // SAFETY: as above.
    unsafe {
        let (behind, methods) = behind(file);
        methods.xTruncate.expect("it cuts")(behind, size)
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let path = unsafe { path_of(file) };
    let asked = fault::before(Operation::Sync, path);
    if let Err(code) = allow(asked, ffi::SQLITE_IOERR_FSYNC) {
        return code;
    }
    // SAFETY: as above.
    let code = unsafe {
        let (behind, methods) = behind(file);
        methods.xSync.expect("it syncs")(behind, flags)
    };
    // SAFETY: what was opened by us begins with our fields.
    let syncs_dir = unsafe { ptr::replace(&raw mut (*file.cast::<ShimFile>()).syncs_dir, false) };
    match (code, path.parent()) {
        (ffi::SQLITE_OK, Some(dir)) if syncs_dir => after_dir_sync(dir),
        _ => code,
    }
}

/// The system's own file system syncs folders within other calls, so this is asked
/// when it is done; a refusal is a failure that SQLite must heed all the same.
fn after_dir_sync(dir: &Path) -> c_int {
    let asked = fault::before(Operation::SyncDir, dir);
    allow(asked, ffi::SQLITE_IOERR_DIR_FSYNC).err().unwrap_or(ffi::SQLITE_OK)
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let asked = fault::before(Operation::Look, unsafe { path_of(file) });
    if let Err(code) = allow(asked, ffi::SQLITE_IOERR_FSTAT) {
        return code;
    }
    // SAFETY: as above.
    unsafe {
        let (behind, methods) = behind(file);
        methods.xFileSize.expect("it knows the size")(behind, size)
    }
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let (behind, methods) = unsafe { behind(file) };
    // SAFETY: the system's own function, with its own open file.
    unsafe { methods.xLock.expect("it locks")(behind, level) }
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let (behind, methods) = unsafe { behind(file) };
    // SAFETY: the system's own function, with its own open file.
    unsafe { methods.xUnlock.expect("it unlocks")(behind, level) }
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, found: *mut c_int) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let (behind, methods) = unsafe { behind(file) };
    // SAFETY: the system's own function, with its own open file; the rest as it came.
    unsafe { methods.xCheckReservedLock.expect("it knows its locks")(behind, found) }
}

unsafe extern "C" fn file_control(
    file: *mut sqlite3_file,
    what: c_int,
    with: *mut c_void,
) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let (behind, methods) = unsafe { behind(file) };
    // SAFETY: the system's own function, with its own open file; the rest as it came.
    unsafe { methods.xFileControl.expect("it is controlled")(behind, what, with) }
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let (behind, methods) = unsafe { behind(file) };
    // SAFETY: the system's own function, with its own open file.
    unsafe { methods.xSectorSize.expect("it has sectors")(behind) }
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite calls this with an open file of ours.
    let (behind, methods) = unsafe { behind(file) };
    // SAFETY: the system's own function, with its own open file.
    unsafe { methods.xDeviceCharacteristics.expect("it knows its device")(behind) }
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, sync_dir: c_int) -> c_int {
    // SAFETY: SQLite's names end in a zero byte and stay for the call.
    let path = unsafe { path(name) };
    let asked = fault::before(Operation::Remove, path);
    if let Err(code) = allow(asked, ffi::SQLITE_IOERR_DELETE) {
        return code;
    }
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    let code = unsafe {
        let (real_vfs, real) = real(vfs);
        real.xDelete.expect("it deletes")(real_vfs, name, sync_dir)
    };
    match path.parent() {
        Some(dir) if code == ffi::SQLITE_OK && sync_dir != 0 => after_dir_sync(dir),
        _ => code,
    }
}

unsafe extern "C" fn access(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    found: *mut c_int,
) -> c_int {
    // SAFETY: SQLite's names end in a zero byte and stay for the call.
    let asked = fault::before(Operation::Look, unsafe { path(name) });
    if let Err(code) = allow(asked, ffi::SQLITE_IOERR_ACCESS) {
        return code;
    }
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        real.xAccess.expect("it looks")(real_vfs, name, flags, found)
    }
}

unsafe extern "C" fn full_pathname(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        real.xFullPathname.expect("it names files")(real_vfs, name, length, out)
    }
}

unsafe extern "C" fn randomness(vfs: *mut sqlite3_vfs, length: c_int, out: *mut c_char) -> c_int {
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        real.xRandomness.expect("it has randomness")(real_vfs, length, out)
    }
}

unsafe extern "C" fn sleep(vfs: *mut sqlite3_vfs, microseconds: c_int) -> c_int {
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        real.xSleep.expect("it sleeps")(real_vfs, microseconds)
    }
}

unsafe extern "C" fn current_time(vfs: *mut sqlite3_vfs, out: *mut f64) -> c_int {
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        real.xCurrentTime.expect("it knows the time")(real_vfs, out)
    }
}

unsafe extern "C" fn current_time_int64(vfs: *mut sqlite3_vfs, out: *mut sqlite3_int64) -> c_int {
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        real.xCurrentTimeInt64.expect("it knows the time")(real_vfs, out)
    }
}

unsafe extern "C" fn get_last_error(
    vfs: *mut sqlite3_vfs,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    let refused = REFUSED_WITH.load(Ordering::Relaxed);
    if refused != 0 {
        return refused;
    }
    // SAFETY: `vfs` is ours; the system's function gets its own, and the rest as it came.
    unsafe {
        let (real_vfs, real) = real(vfs);
        real.xGetLastError.expect("it knows its errors")(real_vfs, length, out)
    }
}
