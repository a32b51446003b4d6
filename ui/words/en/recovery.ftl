# The recovery key: shown, printed, typed back.

recovery-key = Recovery key
recovery-key-label = Recovery key, nine groups of four characters
# $day is a date such as 9 March 2026.
recovery-made-on = Made on { $day }
recovery-print = Print
recovery-save = Save as a file on a USB stick
recovery-saved = Saved.
recovery-not-saved = The file could not be saved there. Perhaps the stick is full, or may not be written. Choose another place, or copy the key by hand.
recovery-print-about = The printed page says only “Meantime” and the recovery key. It does not say what the app is for.
recovery-group = Group { $group } of 9
recovery-wrong-group = <b>Group { $group } is different:</b> you typed { $typed }. Look at group { $group } on your paper, and type it again.
recovery-fits = It fits. Your recovery key opens the journal.
recovery-stranger = This key does not open this journal. Perhaps it belongs to another one, or a newer key took its place. Nothing is lost.
recovery-type-back = To be sure you have it: type the whole recovery key from your paper
