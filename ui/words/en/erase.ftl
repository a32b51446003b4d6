# Settings: deleting days for good, and everything.

erase-title = Delete
erase-days = Delete some days for good
erase-days-about = Entries and check-ins of these days, with all their versions. Even an old copy of the file does not show them to someone who has your new keys only.
erase-days-open = Choose the days
erase-days-explain = What was written and checked in on these days is left out of a new journal with new keys. People, sessions and settings stay. You get a new recovery key, and a PIN is turned off.
erase-days-stays = Backups and journals set aside still hold these days, and open with their old keys. Remove them yourself if you want them gone. Pages you saved or gave away keep what is on them.
erase-days-from = First day
erase-days-to = Last day
erase-days-count = { $count ->
    [0] Nothing was written on these days.
    [one] 1 entry or check-in will be gone. This can’t be undone.
   *[other] { $count } entries and check-ins will be gone. This can’t be undone.
}
erase-days-order = The last day comes before the first.
erase-days-do = Delete for good
erase-days-working = Deleting, and making new keys
erase-days-done = These days are deleted
erase-days-key = Your old recovery key opens nothing any more. This is the new one. Print it or copy it by hand, and throw the old paper away.

erase-all = Delete everything
erase-all-about = Erases the journal from this computer. Saved PDFs, and backups in other places, stay where you put them.
erase-all-open = Delete everything
erase-all-gone = <b>Gone for good:</b> the journal, its keys, journals set aside, and backups beside the journal. Nobody can bring them back, also not us.
erase-all-stays = <b>Stays:</b> PDFs and pages you saved or gave away.
erase-all-stays-backups = { $count ->
    [one] <b>Stays for now:</b> 1 backup in your backup folder. You can remove it in the next step.
   *[other] <b>Stays for now:</b> { $count } backups in your backup folder. You can remove them in the next step.
}
erase-all-stays-others = <b>Stays:</b> copies of backups you made yourself, on sticks or elsewhere.
erase-all-pieces = On some disks, pieces of scrambled data can remain. Without keys nobody can read them.
# The word to type. Keep it one plain word.
erase-all-word = delete
erase-all-type = Type { $word } to say that you mean it
erase-all-type-wrong = Type the word { $word }.
erase-all-do = Delete everything now
erase-all-working = Deleting

erase-gone-title = The journal is gone from this computer
erase-gone-about = Everything Meantime kept here is erased.
erase-gone-left = { $count ->
    [one] 1 backup is still there. It opens with the passphrase it had.
   *[other] { $count } backups are still there. They open with the passphrase they had.
}
erase-gone-none = No backup is left that Meantime knows of. Copies you made yourself stay where you put them.
erase-gone-remove = Remove these backups too
erase-gone-removing = Removing
erase-gone-removed = { $count ->
    [0] None could be removed. Perhaps the stick or disk was taken out.
    [one] 1 backup is removed.
   *[other] { $count } backups are removed.
}
erase-gone-anew = Begin anew
erase-gone-keep = Leave them there
