# Settings.

settings-title = Settings
settings-privacy = Privacy
settings-reading = Reading
settings-sessions = My sessions
settings-daily = Day by day
settings-daily-rhythm = Five times of an ordinary day, and how near they come to the ones you aim for.
settings-daily-care = A medicine, a group or other care, in one press a day.
settings-daily-go = Go there
settings-daily-open = Go there: { $what }
settings-trash = Trash
settings-about = About Meantime
settings-about-hint = What it is, what it is not, and whose work is in it.
settings-about-open = Open

settings-lock-after = Lock after
settings-lock-after-hint = When you have not touched it. It also locks when the computer sleeps.
settings-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
settings-hide-label = Which Esc hides
settings-hide-key = Hide key: <kbd>{ $control } L</kbd>, or <kbd>Esc</kbd>
settings-hide-key-hint = From anywhere. Pressed twice, one Esc still closes what is open.
settings-hide-double = Twice
settings-hide-single = Once
settings-passphrase-hint = It opens the journal. Nobody can reset it.
settings-passphrase-change = Change
settings-passphrase-title = Change the passphrase
settings-passphrase-about = Your entries stay as they are, and your recovery key stays the same.
settings-passphrase-now = Passphrase now
settings-passphrase-new = New passphrase
settings-passphrase-wrong = That is not the present passphrase. Nothing was changed. Check Caps Lock and try again.
settings-passphrase-done = The passphrase is changed.

settings-spell = Spell check while writing
settings-spell-hint = Off at first. Some systems keep the words they learn in a file that can be read.

settings-key-none = Not checked yet. Without it, a forgotten passphrase cannot be replaced.
settings-key-fine = Typed back and checked. Made on { $day }.
settings-key-fine-undated = Typed back and checked.
settings-key-due = It is a while since you used it. Typing it once from your paper takes a minute.
settings-key-check = Check the recovery key you have
settings-key-check-hint = Type it once from your paper. Then you know it opens the journal.
settings-key-check-open = Check it
settings-key-check-about = It is tried on the journal itself. Nothing is changed.
settings-key-new = Make a new recovery key
settings-key-hint = If you have no paper yet, if it is lost, or if someone else may have seen it.
settings-key-make = Make a new one
settings-key-about = The old recovery key opens nothing from then on. Copies of the journal you made before still open with the old one.
settings-key-shown = Print it or copy it by hand, and throw the old paper away.
settings-key-later = Close

settings-text-size = Text size
settings-text-percent = { $percent } percent
settings-text-letter = A
settings-look = Look
settings-look-system = As this computer
settings-look-light = Light
settings-look-dark = Dark
settings-language = Language

settings-proof = How this is kept
settings-proof-hint = Look at the files yourself, and see what is not promised.
settings-proof-open = Look

settings-trash-empty = Nothing is in the trash.
settings-trash-about = What is here stays until you delete it. It is on no page.
settings-trash-untitled = Without a title
# $written and $thrown are days, such as Thu 5 March.
settings-trash-when = From { $written }, thrown away { $thrown }
settings-trash-put-back = Put back
settings-trash-delete = Delete
settings-trash-back = It is back in its place.
settings-trash-sure = Delete this for good?
settings-trash-sure-about = “{ $title }” and its earlier versions will be gone from this journal. This can’t be undone. Pages you saved before keep what was on them.
settings-trash-keep = Keep it
settings-trash-delete-now = Delete for good
