# An empty page.

note-title = Anything
note-write = Write
note-placeholder = One line is fine.
