# Today: what was noticed at the last opening, and one gentle reminder at a time.

reminders-later = Later
reminders-fine = All right
# $when is such as "Tue 3 March at 22:10".
reminders-failed-one = Someone tried to open Meantime { $when }, and it did not work.
reminders-failed-many = { $count } tries to open Meantime did not work, the first { $since }, the last { $last }.
reminders-failed-about = If that was you, all is well. If not, the journal stayed locked.
reminders-failed-change = Change the passphrase
reminders-mended = One of the two copies of your key file was damaged. It is mended, and nothing was lost.
reminders-one-left = One of the two copies of your key file is damaged and could not be mended. The other one works, and nothing is lost. Make a backup soon, and see that the disk has room.
reminders-to-backup = See backups
reminders-recovery = Your recovery key is not checked yet. Without it, a forgotten passphrase cannot be replaced.
reminders-recovery-open = Check it now
reminders-retest = Do you still have your recovery key? Typing it once from the paper takes a minute.
reminders-retest-open = Try it
reminders-retest-later = Not now
reminders-backup-failed = The last backup did not work. What you wrote is safe.
reminders-backup = There is no fresh backup off this disk. If this computer is lost, that copy is what you have left.
