# First run: what this is, and four steps.

first-run-offline = No account and no internet. What you write stays on this computer, scrambled, until you open it.
first-run-passphrase = Passphrase
first-run-recovery = Recovery key
first-run-sessions = You and your sessions
first-run-help = Help now, just in case

first-run-about-title = Before you begin
first-run-about-next = I am 18 or older, begin
first-run-about-backup = Open a backup instead

first-run-passphrase-title = Choose a passphrase
first-run-passphrase-about = It locks everything you write. A few plain words in a row are easier to remember, and harder to guess, than one tricky word.
first-run-nobody-title = What nobody can do for you
first-run-nobody-reset = <b>Nobody can reset this passphrase.</b> Not us, not your therapist.
first-run-nobody-read = <b>Nobody can read your journal without it.</b> That is the point of it.
first-run-nobody-lost = <b>If both the passphrase and the recovery key are lost, so is the journal.</b> The next step gives you a recovery key to keep on paper.
first-run-making = Making the journal

first-run-recovery-title = Put your recovery key on paper
first-run-recovery-about = If you ever forget your passphrase, the recovery key opens the journal. Print it or copy it by hand, and keep it with important papers or someone you trust.
first-run-recovery-once = You can put it off once.
first-run-recovery-later = I’ll do this later today

first-run-sessions-title = You and your sessions
first-run-sessions-about = This sets the days between one session and the next. All of it can wait, and can change later in Settings.
first-run-skip = Skip this

first-run-help-title = Help now, just in case
first-run-help-about = These numbers are one key away at any time, also before the journal is open.
first-run-help-choose = Choose a country
first-run-help-key = Press <kbd>F1</kbd> anywhere to open help. No one is told that you did.
first-run-open = Open my journal
