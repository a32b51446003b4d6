# The lock screen.

unlock-passphrase = Passphrase
unlock-open = Open
unlock-opening = Opening
unlock-use-key = Use the recovery key
unlock-help = Help
unlock-kept-here = Kept on this computer only
unlock-caps-lock = Caps Lock is on.
unlock-back = Back to the passphrase

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
unlock-trouble-newer = This journal needs a newer Meantime
unlock-trouble-in-use = The journal is already open
unlock-trouble-disk-full = The disk is full
unlock-trouble-low-memory = Too little free memory
unlock-trouble-not-allowed = Meantime may not use its folder
unlock-trouble-kept = Nothing was changed or deleted by trying.
# $code is a short name of the problem, for someone who helps.
unlock-trouble-code = If someone helps you with this: the problem is called { $code }.
