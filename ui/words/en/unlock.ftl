# The lock screen.

unlock-passphrase = Passphrase
unlock-open = Open
unlock-opening = Opening
unlock-use-key = Use the recovery key
unlock-ways = Other ways to open
unlock-help = Help
unlock-kept-here = Kept on this computer only
unlock-caps-lock = Caps Lock is on.
unlock-back = Back to the passphrase

unlock-pin = PIN
unlock-pin-use = Use the PIN
unlock-pin-passphrase = Use the passphrase
unlock-pin-wrong = { $left ->
    [one] That PIN did not open it. Nothing is lost. After one more try, the passphrase is asked.
   *[other] That PIN did not open it. Nothing is lost. After { $left } more tries, the passphrase is asked.
}
unlock-pin-unfit = A PIN has 6 to 12 digits.
unlock-pin-off = The PIN is off now. Your passphrase opens it as ever, and nothing is lost. You can turn the PIN on again in Settings.
unlock-pin-first = Your passphrase is due this time: the computer was restarted, or a week went by. After that, the PIN works again.
unlock-pin-waiting = The PIN works once Meantime was closed and started again. Your passphrase opens it now.

# Before the next try, after several wrong ones.
unlock-wait = { $seconds ->
    [one] Try again in 1 second
   *[other] Try again in { $seconds } seconds
}
unlock-wait-about = After several tries there is a short pause before the next. It keeps others from guessing. Nothing is lost.
unlock-wait-over = You can try again now.
unlock-work-undone = That was not finished, and it was closed to be safe. Open it with your passphrase. If you had just chosen a new one, try that one too.

unlock-ways-title = Other ways to open
unlock-ways-key = Use the recovery key
unlock-ways-key-about = The nine groups you printed or copied when you began.
unlock-ways-backup = Open a backup
unlock-ways-backup-about = A locked copy made earlier, on this computer or on a stick.
unlock-ways-rescue-about = For when part of the journal can’t be read. Changes nothing before you say so.
unlock-ways-anew = Begin anew
unlock-ways-anew-about = An empty journal. The one that is here is kept, still locked.

unlock-anew-title = Begin anew
unlock-anew-about = If the passphrase and the recovery key are both lost, and there is no backup, nobody can open this journal: not us, not anyone. You can still begin a new one.
unlock-anew-kept = The journal that is here is set aside, not deleted. It stays on this computer, still locked.
unlock-anew-back = You can put it back later: Settings, Backup, Journals set aside. Its own passphrase or recovery key opens it then.
unlock-anew-room = It keeps taking the room it takes now. Only you can remove it.
unlock-anew-do = Set it aside and begin anew

unlock-key-title = Use your recovery key
unlock-key-about = It is the nine groups you printed or copied when you began. Type them in order. Small letters and spaces do no harm.
unlock-key-legend = Recovery key
unlock-key-no = That recovery key does not open this journal. Perhaps it belongs to another one, or a newer key took its place. Nothing is lost. Look for another sheet, or try your passphrase once more.
unlock-new-title = Choose a new passphrase
unlock-new-about = The nine groups fit together. If they belong to this journal, it opens with the passphrase you choose here from now on. Your recovery key stays the same.
unlock-new-label = New passphrase
unlock-new-open = Open the journal

unlock-trouble = The journal did not open
unlock-trouble-header-damaged = The journal can’t be opened here
unlock-trouble-data-damaged = Part of the journal can’t be read
unlock-trouble-settings-altered = The lock was altered
unlock-trouble-newer = This journal needs a newer Meantime
unlock-trouble-in-use = The journal is already open
unlock-trouble-disk-full = The disk is full
unlock-trouble-low-memory = Too little free memory
unlock-trouble-not-allowed = Meantime may not use its folder
unlock-trouble-kept = Nothing was changed or deleted by trying.
unlock-trouble-right = Your passphrase is right. The file itself was damaged, perhaps when the computer turned off suddenly. This was not something you did.
unlock-trouble-right-key = Your recovery key is right. The file itself was damaged, perhaps when the computer turned off suddenly. This was not something you did.
unlock-trouble-backup = <b>Backup of { $day }:</b> a locked copy, made before
unlock-trouble-no-backup = No backup is known on this computer. Perhaps you have one on a stick or another disk.
unlock-trouble-use = Use the backup of { $day }
unlock-trouble-other = Open a backup
unlock-trouble-either = Whatever you choose, the damaged file is kept, untouched, beside the new one.
# $code is a short name of the problem, for someone who helps.
unlock-trouble-code = If someone helps you with this: the problem is called { $code }.
