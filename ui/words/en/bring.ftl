# Bringing in what was written elsewhere, and taking everything out.

bring-title = Moving
bring-in = Bring in
bring-in-about = From another Meantime journal, Day One, Daylio or jrnl, or Markdown and text files. You see what was understood before anything is kept. The files stay as they are.
bring-file = Bring in a file
bring-folder = Bring in a folder
bring-reading = Reading what you chose. A large file takes a moment.
bring-keeping = Bringing it in. This can take a moment.

bring-preview = What was understood
bring-source-readable = A readable file from a Meantime journal.
bring-source-day-one = A file from Day One. Each entry becomes a note.
bring-source-daylio = A file from Daylio. Each entry becomes a note with its mood. Daylio does not know cravings, so no check-ins are made up.
bring-source-jrnl = A file from jrnl. Each entry becomes a note.
bring-source-markdown = Text files. Each one becomes a note.
bring-only-me = All of it stays “Only me” until you say otherwise.
bring-holds = What is in it
# $kind is what it is, such as “A note”.
bring-kind = { $kind }: { $count }
bring-days = From { $first } to { $last }.
bring-newest = The newest of it
bring-becomes = What happens if you bring it in
bring-new = { $count ->
    [one] 1 is new and comes in.
   *[other] { $count } are new and come in.
}
bring-same = { $count ->
    [one] 1 is here already and stays as it is.
   *[other] { $count } are here already and stay as they are.
}
bring-from-trash = { $count ->
    [one] 1 is in your trash and comes back.
   *[other] { $count } are in your trash and come back.
}
bring-replaced = { $count ->
    [one] 1 is newer than yours. Yours is kept as an earlier version.
   *[other] { $count } are newer than yours. Yours are kept as earlier versions.
}
bring-stays = { $count ->
    [one] 1 is older than yours. It is kept as an earlier version of yours.
   *[other] { $count } are older than yours. They are kept as earlier versions of yours.
}
bring-ours = Your settings and page choices stay as they are here.
bring-twice = { $count ->
    [one] 1 is in it more than once and comes in once.
   *[other] { $count } are in it more than once and come in once.
}
bring-nothing-new = All of it is here already.
bring-odd = { $count ->
    [one] One line was not, or not fully, understood
   *[other] { $count } lines were not, or not fully, understood
}
# $file is the file’s name, $what one of the sentences below.
bring-odd-line = { $file }, line { $line }: { $what }
bring-odd-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
bring-odd-not-text = this is not text in UTF-8. It is left out.
bring-odd-other-kind = this kind of file is not read. It is left out.
bring-odd-damaged = this can’t be read. It is left out.
bring-odd-no-date = the day or time is not clear. It is left out.
bring-odd-empty = there is no text in it. It is left out.
bring-odd-too-long = this is longer than a note can be. It is left out.
bring-odd-attachments = pictures and sound stay where they are. Any text comes in.
bring-odd-mood-word = the mood has a name of your own. It comes in as a word.
bring-do = Bring it in
bring-done = { $count ->
    [0] Nothing new was in it.
    [one] 1 came in.
   *[other] { $count } came in.
}
bring-undone = What came in is in the trash. What was here before is as it was.
bring-refused = This can’t be brought in
bring-refused-unknown = This is none of the files Meantime can read. Nothing was changed.
bring-refused-line = Something on line { $line } of the file can’t be read. Nothing was changed. Try to make the file once more in the program it comes from.
bring-refused-newer = A newer Meantime wrote this file. Nothing was changed. Install the newer version, then try again.
bring-refused-nothing = Nothing in it could be understood. Nothing was changed.
bring-not-there = What you chose could not be read. Nothing was changed. Choose it again, or something else.
bring-too-much = That is more than can be brought in at once. Nothing was changed. Choose a smaller part.

bring-out = Take everything out
bring-out-about = One readable file with all you wrote, for you to keep or to move. It has no lock.
bring-out-open = Take it out
bring-out-ask = Write everything into a file without a lock?
bring-out-why = It holds all of your journal: what is “Only me”, private people, and every check-in. Anyone who has the file can read it. Hide now and deleting your journal cannot reach it. A backup is locked; for keeping safe, use that.
bring-out-where = Choose where to save
bring-out-done = The file is where you put it.
bring-out-cancelled = Nothing was saved.
