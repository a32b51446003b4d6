# The course and its sessions.

sessions-therapist = Your therapist’s name
sessions-therapist-hint = As you call them. It stays here, unless you put it on a page.
sessions-next = Next session
sessions-day = Day
sessions-time = Time
sessions-number = Number
sessions-planned = Sessions planned
sessions-planned-hint = Often 12 to 16. A guess is fine.
sessions-save = Save
sessions-saved = Your sessions are saved.
sessions-all = All sessions
sessions-one = Session { $number }
# $day is a day such as Thu 5 March, $time a time such as 2:00 pm.
sessions-when = { $day }, { $time }
sessions-status = What became of session { $number }
sessions-status-planned = Planned
sessions-status-held = Held
sessions-status-missed = Missed
sessions-status-cancelled = Cancelled
sessions-course = Open the course: goals, what it is about, and the ending
