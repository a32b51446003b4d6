# One or two sentences for each error code: what happened, that nothing is lost, what to do.

errors-locked = The journal is locked. What you wrote is kept. Open it with your passphrase to go on.
errors-no-journal = There is no journal on this computer yet. You can start one now.
errors-already-there = There is already a journal on this computer. It was not touched. Open it with its passphrase.
errors-wrong-secret = That did not open it. Check Caps Lock and your keyboard language, then try again. Nothing is lost, however many times you try.
errors-wrong-group = One group of the recovery key does not fit. Look at it on your paper and type it again. Nothing is lost.
errors-passphrase-too-short = That passphrase is short. Use at least 8 characters. A few plain words work well.
errors-passphrase-too-long = That passphrase is too long. Nothing was changed. Try a shorter one.
errors-passphrase-weak = That passphrase is easy to guess. Nothing was changed. Add a word or two.
errors-header-damaged = Both copies of the small file that holds the lock are damaged, so the journal can’t be opened here. Nothing was changed or deleted. A backup opens it again.
errors-data-damaged = The file was damaged, perhaps when the computer turned off suddenly, so part of the journal can’t be read. This was not something you did, and nothing was deleted. What is whole can be rescued.
# Under errors-data-damaged, while the journal is open.
errors-data-damaged-way = Lock the journal. Then choose “Other ways to open” and “Rescue what is whole”.
errors-data-damaged-lock = Lock the journal
errors-newer = This journal was last opened with a newer Meantime. It is untouched. Install the newer version, then open it again.
errors-in-use = Meantime already has this journal open in another window. Nothing is lost. Use that window, or close it and try again.
errors-disk-full = The disk is full, so the last change is not saved yet. What was saved before is safe. Free some space, then try again.
errors-low-memory = The computer has too little free memory to open the journal. Nothing is lost. Close another program, then try again.
errors-not-allowed = This computer does not let Meantime use its folder. Nothing is lost. Check who may write to the folder, then try again.
errors-disk = The disk did not answer as it should. What was saved before is safe. Check the disk, then try again.
errors-invalid = One answer does not fit, so this can’t be kept as it is. What you wrote is still here. A shorter text may help.
errors-settings-altered = Someone or something changed the settings of the lock. Your journal was not opened and not changed. A backup opens it again, or ask someone who knows computers to look.
errors-not-found = That is not here any more. It may be in the trash.
errors-page = The page could not be made. Your journal is not affected. Try again.
errors-fault = Something in Meantime did not work. What was saved is safe. Try again, or close Meantime and open it once more.
errors-file-password = A PDF can’t be locked with that password. Use 8 or more letters, numbers and spaces, without emoji. Nothing was saved yet.
errors-too-soon = That was a little soon after the last try. Wait a moment, then try again. Nothing is lost.
errors-not-a-backup = That file is not a backup of Meantime. Nothing was changed. Choose another one.
errors-backup-damaged = This backup is not as it was written, so it is not used. Nothing was changed. Try another one.
errors-not-sealed = That file does not hold a text that was put away. Nothing was changed. Choose another one.
errors-pin-unfit = A PIN has 6 to 12 digits. Nothing was changed.
errors-wrong-pin = That PIN did not open it. Nothing is lost. Try again, or use your passphrase.
errors-pin-off = Only your passphrase opens it now. Nothing is lost.
errors-keychain-unfit = This computer’s keychain did not keep what was put into it, so the PIN stays off. Nothing was changed. Your passphrase works as ever.
