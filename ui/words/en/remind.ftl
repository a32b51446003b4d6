# Reminders. The first line is read by the program too, for while the journal is locked.

remind-standing = Time for your check-in
remind-title = Reminders
remind-about = None unless you choose a time. A reminder is one line on your screen. It goes away by itself after half an hour, and one you miss never comes back. It shows only while Meantime is running and locked.
remind-not-here = On this system Meantime cannot show reminders yet.
remind-evening = In the evening
remind-other = Another time ({ $number })
remind-add = Add a time
remind-clear = Clear a time to end it.
remind-quiet-from = Quiet from
remind-quiet-to = Quiet until
remind-pace-once_a_day = You chose a lower pace, so there is one a day.
remind-pace-few_a_week = You chose a lower pace, so there is one on Monday, Wednesday and Saturday.
remind-pace-when_i_want = You chose to check in only when you want to, so nothing is shown.
remind-text = What it says
remind-text-hint = Anyone near your screen can read it, so keep it plain. Your own words are used once the journal was opened. Before that it says the usual line.
remind-try = Show one now
remind-starts = Start with this computer
remind-starts-hint = Meantime then waits, small and locked. Others who use this account can see that it is there.
