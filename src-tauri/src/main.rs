//! Meantime, a private notebook. Everything is in the library beside this.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    meantime::run();
}
