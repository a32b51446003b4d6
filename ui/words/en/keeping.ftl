# Opening a backup, rescuing a damaged journal, long work: shared by the lock screen, first run and Settings.

# Long work.
keeping-copying = Copying
keeping-checking = Checking the copy
keeping-moving-in = Putting it in its place
keeping-begins = Beginning
keeping-percent = { $percent } percent
keeping-stay = Leave Meantime open until this is done. If the computer stops, it is finished or undone at the next start.

# The secret of a backup or a damaged journal.
keeping-secret = Opens with
keeping-kind-passphrase = A passphrase
keeping-kind-key = A recovery key
keeping-passphrase = Passphrase
keeping-key = Recovery key

keeping-choose-title = Open a backup
keeping-choose-about = A backup is one locked file. It opens with the passphrase or the recovery key it was made with.
keeping-known = On this computer
keeping-looking = Looking for backups
# $size is such as 1.2 MB.
keeping-row = { $size }, beside the journal
keeping-row-elsewhere = { $size }, in your backup folder
keeping-row-other = { $size }, of another journal
keeping-none = No backup is known on this computer. If you have one on a stick or another disk, choose its file.
keeping-more = { $count ->
    [one] Show 1 older one
   *[other] Show { $count } older ones
}
keeping-file = Choose a file

keeping-secret-title = Open the backup of { $day }
keeping-secret-about = It opens with the passphrase it was made with. If you changed your passphrase since then, that is the older one.
# $name is the name of the file, $size such as 1.2 MB.
keeping-secret-file = { $name }, { $size }
keeping-look = See what is in it
keeping-looking-in = Opening it
keeping-other = Choose another
keeping-other-backup = Another backup

keeping-review-title = What is in this backup
# $when is such as "today at 14:02" or "8 March at 14:02".
keeping-made = Made { $when }
keeping-here = Here now
keeping-in-backup = In the backup
keeping-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
keeping-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
keeping-newest = Newest { $when }
keeping-newest-none = Nothing written yet
keeping-today-at = today at { $time }
keeping-yesterday-at = yesterday at { $time }
keeping-day-at = { $day } at { $time }
keeping-here-locked = It is locked, so it can’t be counted.
keeping-here-none = There is no journal here yet.
keeping-newer-here = The journal here is newer. What was written after { $when } is in it, and not in the backup.
keeping-aside = The journal that is here now is set aside, not deleted. You can put it back in Settings, under Backup.
keeping-after = From then on, the passphrase of the backup opens the journal.
keeping-use = Use this backup
keeping-using = Putting the backup in its place

keeping-wrong-secret = That does not open this backup. It may have been made with an older passphrase or recovery key. Nothing is lost, however many times you try.
keeping-not-a-backup = That file is not a backup of Meantime. Nothing was changed. Backups end in .nbk.
keeping-backup-damaged = This backup is not as it was written, so it is not used. Nothing was changed. Try another one, or another copy of it.
keeping-newer = This backup was made with a newer Meantime. It is untouched. Install the newer version, then open it again.
keeping-disk-full = There is not enough free space to put the backup in place. Nothing was changed. Free some space, then try again.
keeping-not-there = The file can’t be read. Perhaps the stick or the disk was taken out. Nothing was changed. Put it back in, or choose another.

# Rescue of a damaged journal.
keeping-rescue-title = Rescue what is whole
keeping-rescue-about = Everything that is whole is written into a new journal, with the same passphrase and recovery key. The damaged one is kept, untouched, beside it.
keeping-rescue-look = Look it over
keeping-rescue-looking = Looking what is whole
keeping-rescue-whole = <b>Whole:</b> { $whole } of { $known } entries, counting check-ins, people and sessions
keeping-rescue-earlier = <b>As they were before:</b> { $earlier } more. The last change to each can’t be read
keeping-rescue-drafts = <b>Unfinished texts:</b> { $drafts ->
    [one] 1 is whole
   *[other] { $drafts } are whole
}
keeping-rescue-lost = <b>Can’t be read here:</b> { $lost }
keeping-rescue-all = <b>Nothing is missing,</b> as far as can be told
keeping-rescue-write = Rescue what is whole
keeping-rescue-writing = Writing it into a new journal
keeping-rescue-done = The journal is open again
keeping-rescue-done-about = { $whole } of { $known } entries are in it. The damaged journal is kept and set aside: see Settings, Backup.
keeping-rescue-open = Go to the journal
keeping-rescue-nothing = Nothing in it can be read any more. It is kept as it is. A backup is the way on.
keeping-rescue-full = There is not enough free space to write a new journal. Nothing was changed. Free some space, then try again.

# Where things lie.
keeping-where = Where it lies
keeping-where-help = To keep a copy before you try anything, close Meantime and copy this whole folder to another disk.
keeping-copy-folder = Copy the name of the folder
