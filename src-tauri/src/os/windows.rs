//! Windows: a window nobody sees is told of a locked session, of another user's turn
//! and of sleep.
//!
//! Never run, and checked only against the declarations of `windows-sys`.

#![expect(unsafe_code, reason = "the system is asked in its own language; ruling \"unsafe\"")]

use std::sync::OnceLock;
use std::time::Duration;
use std::{mem, ptr, thread};

use tauri::AppHandle;
use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::Power::RegisterSuspendResumeNotification;
use windows_sys::Win32::System::Registry::{HKEY_LOCAL_MACHINE, RRF_RT_REG_DWORD, RegGetValueW};
use windows_sys::Win32::System::RemoteDesktop::{
    NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification,
};
use windows_sys::Win32::System::SystemInformation::GetTickCount64;
use windows_sys::Win32::System::WindowsProgramming::QueryUnbiasedInterruptTime;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DEVICE_NOTIFY_WINDOW_HANDLE, DefWindowProcW, DispatchMessageW, GetMessageW,
    HWND_MESSAGE, MSG, PBT_APMSUSPEND, RegisterClassW, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE,
    WNDCLASSW, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK,
};
use windows_sys::w;

use crate::lock;

/// Whom the window procedure tells: Windows hands it no pointer of ours.
static APP: OnceLock<AppHandle> = OnceLock::new();

/// Listens for as long as the program runs.
pub(super) fn listen(app: &AppHandle) {
    if APP.set(app.clone()).is_ok() {
        thread::spawn(hear);
    }
}

/// Makes the window and passes on what it is told. Messages come to the thread that
/// made it.
fn hear() {
    // SAFETY: every pointer is either null where the declaration allows it, a static
    // wide string, or a local that outlives the call it is given to. The class and the
    // window live until the process ends, and `told` is a plain function.
    unsafe {
        let class = WNDCLASSW {
            lpfnWndProc: Some(told),
            hInstance: GetModuleHandleW(ptr::null()),
            lpszClassName: w!("MeantimeListener"),
            ..mem::zeroed()
        };
        if RegisterClassW(&raw const class) == 0 {
            return;
        }
        let (name, nobody) = (class.lpszClassName, ptr::null_mut());
        let (module, nothing) = (class.hInstance, ptr::null());
        let window =
            CreateWindowExW(0, name, name, 0, 0, 0, 0, 0, HWND_MESSAGE, nobody, module, nothing);
        if window.is_null() {
            return;
        }
        // A refusal leaves the clocks, which tell of sleep at least.
        WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION);
        RegisterSuspendResumeNotification(window, DEVICE_NOTIFY_WINDOW_HANDLE);
        let mut message: MSG = mem::zeroed();
        while GetMessageW(&raw mut message, ptr::null_mut(), 0, 0) > 0 {
            DispatchMessageW(&raw const message);
        }
    }
}

/// What Windows calls with each message.
unsafe extern "system" fn told(
    window: HWND,
    message: u32,
    detail: WPARAM,
    more: LPARAM,
) -> LRESULT {
    let what = u32::try_from(detail).unwrap_or_default();
    let away = match message {
        WM_POWERBROADCAST => what == PBT_APMSUSPEND,
        WM_WTSSESSION_CHANGE => {
            [WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT].contains(&what)
        }
        _ => false,
    };
    if let (true, Some(app)) = (away, APP.get()) {
        lock::soon(app);
        if message == WM_POWERBROADCAST {
            // Windows gives two seconds before it sleeps.
            lock::wait(app);
        }
    }
    // SAFETY: the arguments are those Windows called with, unchanged.
    unsafe { DefWindowProcW(window, message, detail, more) }
}

/// The number of this start of the computer, as Windows counts them.
pub(super) fn boot() -> Option<[u8; 16]> {
    let key = w!(
        "SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters"
    );
    let (mut number, mut length) = (0_u32, 4_u32);
    // SAFETY: both strings are static and end in a zero; `number` has the four bytes that
    // `length` says, which is all that a value of this type is written as.
    let status = unsafe {
        RegGetValueW(
            HKEY_LOCAL_MACHINE,
            key,
            w!("BootId"),
            RRF_RT_REG_DWORD,
            ptr::null_mut(),
            (&raw mut number).cast(),
            &raw mut length,
        )
    };
    let mut boot = [0; 16];
    boot[..4].copy_from_slice(&number.to_le_bytes());
    (status == 0).then_some(boot)
}

/// Since the computer was started, sleep included.
pub(super) fn on_for() -> Duration {
    // SAFETY: takes nothing and only reads a counter.
    Duration::from_millis(unsafe { GetTickCount64() })
}

/// Stands still while the computer sleeps.
pub(super) fn awake_for() -> Duration {
    let mut hundred_nanoseconds = 0;
    // SAFETY: the pointer is to a local of the right size.
    unsafe { QueryUnbiasedInterruptTime(&raw mut hundred_nanoseconds) };
    Duration::from_micros(hundred_nanoseconds / 10)
}
