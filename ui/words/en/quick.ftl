# Settings: quick unlock with a PIN, and new keys when someone may know the passphrase.

quick-title = Quick unlock with a PIN
quick-off = Shorter to type, but easier to guess than your passphrase. It uses this computer’s keychain.
quick-unavailable = This computer has no keychain that Meantime can use, so there is no PIN. Your passphrase works as ever.
quick-waiting = On. It works once Meantime was closed and started again.
quick-ready = On. Your passphrase is still asked after the computer restarts, and once a week.
quick-asking = Asking this computer’s keychain
quick-on-title = Turn on a PIN
quick-on-about = The PIN opens the journal on this computer only. After five wrong tries it turns itself off, and the passphrase is asked.
quick-on-who = Someone who can sign in as you on this computer needs only the PIN. Leave this off if that could happen.
quick-on-passphrase = Your passphrase
quick-on-pin = PIN
quick-on-pin-hint = 6 to 12 digits. Not a birthday or a phone number.
quick-on-again = PIN once more
quick-on-different = The two are not the same yet.
quick-on-do = Turn it on
quick-on-done = The PIN is on. It works once Meantime was closed and started again.
quick-off-title = Turn off the PIN
quick-off-about = From then on only the passphrase or the recovery key opens the journal.
quick-off-do = Turn it off
quick-off-done = The PIN is off.

quick-renew = Someone may know my passphrase
quick-renew-hint = New keys for everything, so that what they know or copied opens nothing you write from now on.
quick-renew-open = Make new keys
quick-renew-does = What it does
quick-renew-new = The whole journal is scrambled anew with new keys. You choose a new passphrase and get a new recovery key.
quick-renew-old = The old passphrase, the old recovery key and the PIN open nothing here any more.
quick-renew-copies = Copies made before, such as old backups, still open with the old ones. Remove those you do not need.
quick-renew-person = If you are not safe with that person, think first: a new passphrase can be noticed. Help now has people to ask.
quick-renew-do = Make new keys
quick-renew-working = Making new keys
quick-renew-done = The journal has new keys
quick-renew-key = Your old recovery key opens nothing any more. This is the new one. Print it or copy it by hand, and throw the old paper away.
