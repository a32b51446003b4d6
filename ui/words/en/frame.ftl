# The frame around every screen: sidebar, top bar, keys.

frame-main = Main
frame-check-in = Check in
# $control is Ctrl, or ⌘ on a Mac.
frame-check-in-title = Check in ({ $control } J)
frame-write = Write
frame-write-title = Write ({ $control } N)
frame-today = Today
frame-journal = Journal
frame-people = People
frame-focus = Focus
frame-timeline = Timeline
frame-patterns = Patterns
frame-summary = Summary
frame-help = Help now
frame-settings = Settings
frame-hide = Hide now
frame-hide-title = Lock and hide. Nothing is lost.
frame-hide-key = { $control } L
frame-not-here = This page did not open.
frame-not-here-line = Nothing is lost. Today is one step away.
frame-to-today = Go to Today

frame-keys = Keys
frame-keys-about = These work anywhere in the window.
frame-keys-hide = Hide now: locks and covers. Your drafts come back.
frame-keys-hide-double = <kbd>{ $control } L</kbd> or <kbd>Esc</kbd> twice
frame-keys-hide-single = <kbd>{ $control } L</kbd> or <kbd>Esc</kbd>
frame-keys-close = Close what is open
frame-keys-help = Help now
frame-keys-check-in = Check in
frame-keys-write = Write
frame-keys-search = Search the journal
frame-keys-palette = Go anywhere by typing
frame-keys-print = Print the page, on Summary
frame-keys-sidebar = Sidebar, in order
frame-keys-number = A number on the 0 to 10 scale (T is 10, Backspace takes it back)
frame-keys-arrows = Move between choices
frame-keys-space = Choose
frame-keys-this = Show these keys
frame-keys-esc = Esc
frame-keys-digits = 0–9, T
frame-keys-arrow-keys = Arrows
frame-keys-space-key = Space
frame-keys-with-control = { $control } { $key }
