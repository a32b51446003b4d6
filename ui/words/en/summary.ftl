# The Summary screen: choosing what goes on one page for the therapist, and its dialogs.

summary-title = Summary
# $day is a day, such as Thursday 12 March.
summary-for = for { $day }
summary-for-next = for the next session
summary-sides = What to show
summary-side-choose = Choose
summary-side-page = The page
summary-pick = What to share
summary-only-this = Only what you see on the page goes into the file.

summary-variant = This page is for
summary-variant-session = My next session
summary-variant-first = My first session
summary-variant-midway = Looking back half-way
summary-variant-ending = The last sessions
summary-variant-group = My group
summary-variant-prescriber = Whoever prescribes
summary-variant-others = Nothing you wrote goes on this page, but for notes beside a medicine.

summary-names = Names on the page
summary-names-as-written = As written
summary-names-initials = Initials
summary-names-role = Role
# $called is how someone is called on the page: my partner, M. K., Marcus.
summary-called = “{ $called }”
summary-called-role = my partner
summary-label = My label at the top
summary-always = Always on the page
summary-item-nine-hint = Left out, item 9 prints “not shared by choice”.
summary-write-own-line = Write a line to my therapist
summary-agenda-edit = Edit
summary-agenda-edit-label = Edit what I want from this session
summary-agenda-write = Write it
summary-agenda-write-label = Write it: what I want from this session
summary-agenda-empty = Nothing written yet.
summary-empty-cravings = No check-ins since the last session. The page says so.
summary-empty-entries = Nothing is marked “To bring” since the last session. Mark an entry “To bring” in your journal, and you can choose it here.
# How many of all entries are on the page.
summary-count = { $on } of { $all }
summary-only-me = { $count ->
    [one] 1 entry is “Only me”. It is not listed here.
   *[other] { $count } entries are “Only me”. They are not listed here.
}
# Beside an entry that was on no page before.
summary-new = New
summary-new-since = New: written or marked since the page for session { $session }.
summary-new-since-day = New: written or marked since the page of { $day }.
summary-lines = Choose single lines
summary-lines-of = Choose single lines of { $title }

summary-handed = What I handed over
summary-handed-about = Kept inside your journal only. Each page you saved or printed is here.
summary-handed-loading = Looking
summary-handed-none = Nothing yet.
# $name is the therapist as the person calls them.
summary-handed-to = For { $name }.
summary-handed-number = Session { $number }.
summary-handed-session = For my therapist.
summary-handed-first = For my therapist.
summary-handed-midway = For my therapist.
summary-handed-ending = For my therapist.
summary-handed-group = For my group.
summary-handed-prescriber = For whoever prescribes.
summary-handed-sealed = A file with a passphrase.
summary-handed-plain = A file without a passphrase.
summary-handed-printed = Printed.
summary-handed-days = Covers { $from } to { $to }.
summary-handed-items = What was on it
summary-handed-numbers = No entries, only numbers and lines for the session.
summary-handed-gone = { $count ->
    [one] 1 entry on it was deleted since.
   *[other] { $count } entries on it were deleted since.
}
summary-handed-hash = SHA-256 of the file:

summary-black-out = Black out words
summary-words-of = The words of “{ $title }”
summary-how = Choose words first: click or drag over them, or use the arrow keys and Space. Enter blacks them out.
summary-no-room = No room for this on two pages. Untick something else to make room.
summary-taken-out = Blacked-out words are taken out of the page and the file, not covered. The same words go everywhere in this entry.
summary-not-here = “{ $words }” is blacked out, but does not stand in this entry now.
summary-forget = Forget it
summary-black-words = Blacked out: { $words }. Press to bring it back.
summary-bring-back = Bring back “{ $words }”
summary-bring-back-which = Bring back
summary-black-place = Blacked out. Press to bring it back.
summary-said-out = Taken out: { $words }.
summary-said-back = Brought back: { $words }.

summary-page-itself = The page itself
summary-page-of = { $page } of { $pages }
summary-page-label = Page { $page } of { $pages }
summary-page-region = The page as it will be
summary-page-how = To black words out, select them with the left and right arrow keys, holding Shift for more, and press Enter.
summary-updating = Updating…
summary-laying-out = Laying out the page…
summary-older = The page you see does not show your last change yet.
summary-larger = Larger
summary-paper = Paper
summary-a4 = A4
summary-letter = Letter
summary-black-out-these = Black out
# The key, written on the button.
summary-enter = Enter
summary-refused-items = These words belong to more than one entry. Select within one.
summary-refused-page = These are the page’s own words. You can leave them out on the left.

summary-nothing-sent = Nothing is sent. You hand it over yourself.
summary-print = Print
summary-print-about = { $pages ->
    [one] One page, as you see it.
   *[other] { $pages } pages, as you see them.
}
summary-print-queue = A printer, or the computer it hangs on, may keep a copy of what it printed, and its list may show when. At home that is rarely a worry. At work, in a library or a shop, it can be.
summary-print-now = Print
summary-save = Save as PDF
summary-other = Save in another format
summary-other-about = The same page for a program instead of paper: what you left out, blacked out or marked “Only me” is not in it.
summary-format = Format
summary-format-fhir = For a clinic’s program (FHIR)
summary-format-fhir-hint = Some clinics can add this file to your record. Ask first.
summary-format-csv = Numbers for a spreadsheet (CSV)
summary-format-csv-hint = Check-ins only: cravings, mood and, if ticked, use and notes.
summary-format-markdown = Text (Markdown)
summary-format-markdown-hint = Opens in any program that shows text.
summary-other-plain = This file can’t be locked. Anyone who finds it, or opens the email it is in, can read it.
summary-other-sure = I understand. Save it without a lock
# $paper is A4 or Letter; $file is the file’s name.
summary-save-about = { $pages ->
    [one] One page, { $paper }, with the name <b>{ $file }</b>.
   *[other] { $pages } pages, { $paper }, with the name <b>{ $file }</b>.
}
summary-lock = Lock the file with a password
summary-lock-hint = Good for email or a USB stick. Not needed on paper.
summary-password = Password for this file
summary-your-therapist = your therapist
summary-your-group = whoever leads your group
summary-your-prescriber = whoever prescribes
# $who is the therapist’s name, or “your therapist”.
summary-tell = Tell { $who } in person or by phone, not in the same email.
summary-not-passphrase = This is not your passphrase. Never use that one here.
summary-show-password = Show the password
summary-hide-password = Hide the password
summary-another = Suggest another
summary-own = Or type your own, at least 8 characters.
summary-password-short = That is short. Use at least 8 characters.
summary-password-long = That is too long for a PDF. Use a shorter one.
summary-plain-ask = Save it without a password?
summary-plain-why = Then anyone who finds the file, or opens the email it is in, can read it. Nothing can lock it later.
summary-plain-no = Keep the lock
summary-plain-yes = Save without a password
summary-plain-now = There will be no password. Anyone who has the file can read it.
summary-outside = Once it is saved, the file is outside Meantime. Hide now and deleting your journal cannot reach it.
summary-where = Choose where to save
summary-cancelled = Nothing was saved. You can choose a place again.
summary-not-there = The file could not be saved there. Your journal is not affected. Choose another place.
summary-disk-full = There is no room for the file there. Your journal is not affected. Choose another place, or free some space.
summary-saved = Saved
summary-saved-locked = The file is where you put it. It opens with this password only.
summary-saved-plain = The file is where you put it. It has no password.
summary-password-once = Shown one more time
summary-gone = Meantime does not keep it: once you close this, it is gone.

summary-plan-about = No session is planned yet. Plan the next one, and these lines are kept with it.
summary-plan-day = Day
summary-plan-time = Time
summary-plan = Plan this session
