# What the app must say about itself (first run and About).

about-what = A private notebook for your therapy. It is not a treatment, a diagnosis, or a replacement for your therapist.
about-nobody-monitors = Nobody monitors what you write. Your therapist sees only what you choose to hand over.
# $number is the emergency number of the chosen country.
about-emergency-number = In an emergency, call { $number }.
about-emergency = In an emergency, call your local emergency number.
about-once-shared = Once you share a file, we cannot take it back.
about-limits = Hide now and the lock help when someone looks over your shoulder, or opens this computer later. They do not help against spyware, a program that records keys, or someone who knows your passphrase.
about-adults = For adults 18+.

about-title = About Meantime
about-is-title = What it is
about-scores = Scores show how you answered, not what you have.
about-lost = If you lose your passphrase and your recovery key, no one can recover your notes.
about-device-title = Not a medical device
about-device = Meantime keeps, shows, counts and hands over what you write. It does not judge it, does not predict anything, and advises no treatment. Decisions about your care belong to you and the people who treat you.
about-review-title = Waiting for clinical review
about-review = A clinician has not yet reviewed the safety texts in this version.
about-to-sources = Where the scales come from, and what was checked
about-review-ambulance = The lines under “Call an ambulance first if” and the card about thoughts of ending one’s life are among them.
# $title and $line are what the page of a change says.
about-review-tolerance = So is what the page of a change says after a break from using: “{ $title } { $line }”
# $day is a date such as 9 March 2026.
about-review-numbers = Help numbers were last compared with our sources on { $day }. These have not been checked yet. If one does not answer, use the emergency number.
about-waiting = waiting for review
about-notices-title = Whose work is in it
about-notices = Meantime stands on the work of others. These are the main parts, with their licences.
about-version = Version { $version }
