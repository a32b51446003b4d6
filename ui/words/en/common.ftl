# Words that every screen shares.

common-show = Show
common-hide = Hide
common-show-passphrase = Show the passphrase
common-hide-passphrase = Hide the passphrase
common-show-pin = Show the PIN
common-hide-pin = Hide the PIN
common-try-again = Try again
common-undo = Undo
common-back = Back
common-close = Close
common-other = Other
common-own-word = Your own word
common-saving = Saving
# $time is a time of day, such as 8:02 pm.
common-saved-at = Saved { $time }
common-continue = Continue
common-cancel = Cancel
common-done = Done
common-copy = Copy
common-copied = Copied
common-not-copied = It could not be copied. It can still be read off.
common-put-away = Put this text away somewhere else
common-put-away-done = A locked copy is there now. Settings, Backup brings it back.
common-put-away-failed = It could not be put there. It is still here. Choose another place, such as a stick.
