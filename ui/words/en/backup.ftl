# Settings: backups, journals set aside, texts put away.

backup-title = Backup
backup-loading = Looking
backup-last = Last backup
backup-last-at = Made { $when }, opened again and checked. { $entries } entries, { $people } people.
backup-last-elsewhere = A copy is in your backup folder too.
backup-last-none = None yet. Meantime makes one a day by itself, when something was written.
backup-now = Back up now
backup-now-working = Backing up
backup-now-done = The backup is made, opened again and checked.
backup-failed = The last backup that Meantime made by itself did not work. What you wrote is safe. Try one now, and see that the disk has room.

backup-folder = A second place
backup-folder-none = A folder on a stick or another disk. If this computer is lost or breaks, that copy is what you have left.
backup-folder-choose = Choose a folder
backup-folder-other = Choose another
backup-folder-forget = Forget it
backup-folder-forgotten = No copies go there from now on. Those that are there stay.
backup-folder-set = Each backup goes there too, from the next one on.
backup-folder-away = It can’t be reached now. Put the stick or disk back in, and the next backup goes there again.
backup-folder-same = It is on the same disk as the journal. If that disk breaks, both are gone.
backup-folder-synced = This folder looks like one that is also kept on the internet. The backup is locked, so nobody there can read it. But a copy made today opens with today’s passphrase, also after you change it.
backup-folder-nudge = There is no fresh copy off this disk. Every two weeks or so is enough.

backup-list = Backups
backup-list-none = No backup is there yet.
backup-list-about = For each day of the last week, week of the last month and month of the last half year one is kept.
backup-try = Try opening it
backup-try-label = Try opening it: { $day }
backup-use = Use it
backup-use-label = Use it: { $day }
backup-file = From a file
backup-file-about = A backup on a stick, another disk, or from another computer.
backup-file-open = Open a backup

backup-try-title = Try opening the backup of { $day }
backup-try-about = A rehearsal: the backup is opened to look inside, and closed again. Your journal is not touched.
backup-try-do = Try it
backup-try-works = It opens. { $entries } entries, { $people } people are in it.
backup-try-newest = The newest change in it is from { $when }.
backup-try-empty = Nothing is written in it yet.

backup-aside = Journals set aside
backup-aside-about = Nothing removes them but you. Each opens with the passphrase it had.
backup-aside-one = Set aside { $when }
backup-aside-put-back = Put back
backup-aside-put-back-label = Put back the journal set aside { $when }
backup-aside-remove = Remove
backup-aside-remove-label = Remove the journal set aside { $when }
backup-aside-back-title = Put this journal back?
backup-aside-back-about = The journal that is open now is closed and set aside. The one from { $when } takes its place. It opens with its own passphrase or recovery key.
backup-aside-back-do = Put it back
backup-aside-remove-title = Remove this journal for good?
backup-aside-remove-about = The journal set aside { $when } will be gone from this computer. This can’t be undone. Backups made of it stay.
backup-aside-remove-do = Remove for good
backup-aside-removed = It is removed.
backup-aside-keep = Keep it

backup-away = A text you put away
backup-away-about = If the disk was full and you put a text away in a file, bring it back here. It comes back as a draft.
backup-away-bring = Bring it back
backup-away-back = It is back among your drafts.
backup-away-title = Open the text you put away
backup-away-secret = It was put away before the keys were made new. It opens with the passphrase or recovery key of that time.
backup-away-wrong = That does not open it. Nothing is lost, however many times you try.
backup-away-not-there = The file can’t be read. Perhaps the stick or the disk was taken out. Put it back in, or choose another.
