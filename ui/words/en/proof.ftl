# How this is kept: what can be shown, how to check it, and what is not promised.

proof-title = How this is kept
proof-lead = You do not have to believe us. This page shows what lies on the disk right now, and how to look for yourself.
proof-loading = Looking at the files

proof-first = The journal’s first bytes
proof-first-about = These are the first { $count } bytes of { $name }, as they stand on the disk. An open database would begin with the words “SQLite format 3”. Here there is only noise, until your passphrase opens it.
proof-first-alarm = These bytes spell “SQLite format 3”, so this file is not scrambled. Please do not write anything private in it, and tell the people who make Meantime.
proof-first-none = The journal’s file could not be read just now.
proof-hex = First bytes of { $name } in hexadecimal

proof-files = Every file Meantime keeps
proof-files-about = They all lie in this folder, and nowhere else but your own backup folder:
proof-files-total = { $count ->
    [one] 1 file, { $size } in all
   *[other] { $count } files, { $size } in all
}
proof-file-name = File
proof-file-what = What it is
proof-file-size = Size
proof-what-journal = Your journal, scrambled
proof-what-keys = The lock: a key, itself scrambled by your passphrase and recovery key
proof-what-prefs = Look and language, readable (see below)
proof-what-backup = A backup, scrambled
proof-what-aside = Part of a journal that was set aside, scrambled
proof-what-lock = Empty. It says that the journal is open.
proof-what-other = Something else, not written by this version
proof-more = { $count ->
    [one] Show 1 more file
   *[other] Show { $count } more files
}

proof-prefs = The one file anyone can read, word for word
proof-prefs-about = It is needed before the journal is open. It holds no word of yours.
proof-prefs-empty = It is not there yet.

proof-backup = Last backup
proof-backup-at = Made { $when }, opened again and checked: { $entries } entries, { $people } people.
proof-backup-none = None yet. Settings, Backup makes one.
proof-backup-open = Backups

proof-network = No network
proof-network-about = Meantime has no part that can use the internet: no account, no server, no updates by itself, no counting of what you do.
proof-network-windows = On Windows, the system’s web part that draws the window may speak to Microsoft by itself. It never gets your text.

proof-check = Check it yourself
proof-check-about = Close Meantime first, then open a terminal and paste a line. Each one only looks.
proof-check-system = Kind of computer
proof-windows = Windows
proof-macos = macOS
proof-linux = Linux
proof-check-list = List the files
proof-check-bytes = See the first bytes of the journal
proof-check-search = Look for a word you wrote: put it in place of WORD. It finds nothing.
proof-check-network = With Meantime open: list its connections. The list is empty.
proof-check-cut = Start it without any network at all. It works the same.
proof-copy-line = Copy: { $what }
proof-folder-copy = Copy the folder’s name

proof-not = What is not promised
proof-not-sees = Someone who uses your account on this computer can see that Meantime is here, how large its file is and when it was used.
proof-not-spy = Spyware, or a program that records keys or the screen, sees what you see. So does someone with full power over this computer.
proof-not-told = Nothing here helps if someone makes you open it, or knows your passphrase.
proof-not-weak = A passphrase that is easy to guess can be guessed by someone who has a copy of the file.
proof-not-disk = A disk can keep pieces of old, scrambled data after deleting. Without the keys nobody can read them.
proof-not-old = An old backup still opens with the passphrase it had.
proof-not-lost = Without passphrase, recovery key and backup, what you wrote is gone. Nobody can help then.
proof-not-shared = A page or file you hand over is out of your hands.
proof-not-memory = While the journal is open, its text is in this computer’s memory. The system may write memory to the disk when it sleeps: locking first, and an encrypted disk, help.
