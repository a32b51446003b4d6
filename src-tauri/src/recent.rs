//! The desktop's list of recent files: a page or a recovery key's sheet must not stand there for
//! the next person at this computer to see.
//!
//! GTK's dialogs for saving and printing put every chosen file on the list. They cannot be told
//! not to: switching the list off would wipe what the person's other programs keep in it. So what
//! this program put there is taken out again, and nothing else.

use gtk::prelude::*;

/// Keeps this program's files off the list, for as long as it runs. Call on the main thread.
pub(crate) fn keep_out() {
    let Some(list) = gtk::RecentManager::default() else { return };
    let Some(name) = gtk::glib::application_name().or_else(gtk::glib::prgname) else { return };
    list.connect_changed(move |list| {
        for entry in list.items().iter().filter(|entry| entry.has_application(&name)) {
            if let Some(uri) = entry.uri() {
                // An entry that is gone already is what was wanted.
                let _ = list.remove_item(&uri);
            }
        }
    });
}
