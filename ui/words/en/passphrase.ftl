# Choosing a passphrase: first run, recovery, settings.

passphrase-label = Passphrase
passphrase-again = Type it once more
passphrase-hint = At least 8 characters. Spaces are fine.
passphrase-suggest = Suggest five words
passphrase-different = The two are not the same yet. Type it once more.
passphrase-level-1 = Easy to guess.
passphrase-level-2 = Still easy to guess.
passphrase-level-3 = Good.
passphrase-level-4 = Strong.
passphrase-means-1 = Add a few more words.
passphrase-means-2 = One or two more words would help a lot.
passphrase-means-3 = It would take a long time to guess.
passphrase-means-4 = It would take many years to guess.
passphrase-weak-title = This passphrase could be guessed.
passphrase-weak-about = Someone with a copy of the file could try many guesses a second. A word or two more makes a big difference. It is your choice.
passphrase-weak-again = Choose another
passphrase-weak-use = Use it anyway
