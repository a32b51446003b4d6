# Going anywhere by typing (Ctrl K).

palette-title = Go to
palette-ask = A place, a person, or a word
palette-list = What fits
palette-keys = Arrows choose, Enter goes, Esc closes.
palette-count = { $count ->
    [0] Nothing fits
    [one] 1 thing fits
   *[other] { $count } things fit
 }
palette-group-people = People
palette-group-write = Write
palette-group-tools = Decide, practise, try
palette-group-places = Places
palette-group-find = Search

palette-check-in = Check in
palette-write-conflict = Write: an argument, or a silence
palette-write-note = Write: anything, on an empty page
palette-write-event = Write: a moment between people
palette-write-contact = Write: a contact
palette-write-grief = Write: someone I miss
palette-write-memory = Write: a memory
palette-write-life_event = Write: something for the timeline
palette-write-dispute = Begin: a disagreement that goes on
palette-write-transition = Begin: a change in my life
palette-write-connection = Begin: being closer to people
palette-tools-decision = Weigh a decision
palette-tools-rehearsal = Practise what to say
palette-tools-experiment = Something to try
palette-tools-attempt = Reaching out to someone

palette-about-conflict = An argument with { $name }
palette-about-note = A note about { $name }
palette-about-contact = A contact with { $name }
palette-about-event = A moment with { $name }
palette-about-grief = Missing { $name }
palette-about-memory = A memory of { $name }
palette-about-decision = Weigh a decision about { $name }
palette-about-rehearsal = Practise what to say to { $name }
palette-about-experiment = Something to try with { $name }
palette-about-attempt = Reaching out to { $name }

palette-place-today = Today
palette-place-journal = Journal
palette-place-people = People
palette-place-new-person = Add a person
palette-place-focus = Focus
palette-place-timeline = Timeline
palette-place-patterns = Patterns
palette-place-session = What I want from the next session
palette-place-course = Your sessions and the course
palette-place-scales = Scales
palette-place-ride = Ride out an urge
palette-place-use = Write: a time of use
palette-place-use-days = Days with and without use
palette-place-rhythm = Daily rhythm
palette-place-care = Medicine and other care
palette-place-plan = My safety plan
palette-place-summary = Summary
palette-place-help = Help now
palette-place-settings = Settings
palette-place-backup = Backups
palette-place-trash = Trash
palette-place-proof = Proof: what lies on this computer
palette-place-about = About Meantime

palette-find = Search the journal for “{ $text }”
