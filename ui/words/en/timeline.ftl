# The timeline: cravings and mood, people, changes and losses, sessions, on one line of time.

timeline-title = Timeline
timeline-range = { $from } to { $to }
timeline-range-today = { $from } to today
timeline-zoom = How far back
timeline-zoom-last_session = Last session
timeline-zoom-four_weeks = 4 weeks
timeline-zoom-course = From the start
timeline-zoom-life = Life
timeline-add = Add to it
timeline-table = Show as a table
timeline-chart = Show as a chart
timeline-loading = Getting your timeline

timeline-key-craving = Strongest craving each day
timeline-key-craving-average = Strongest craving, average of the days
timeline-key-mood = Mood
timeline-key-mood-average = Mood, average of the days
timeline-key-used = Used
timeline-key-late = Told later
timeline-key-session = Session
timeline-key-gap = Gap: no check-in

timeline-lane-sessions = Sessions
timeline-lane-numbers = Craving and mood
timeline-lane-of-ten = 0 to 10
timeline-lane-range = { $low } to { $high }
timeline-lane-people = People
timeline-lane-life = Changes and losses
timeline-lane-then = Mood and use then
timeline-lane-care = Treatment and medicine
timeline-lane-written = Written
timeline-lane-written-count = entries
timeline-measure-resolution = How settled it is
timeline-measure-grief = How strong grief is
timeline-measure-warmth = Warm thoughts
timeline-measure-interference = In the way of my days
timeline-measure-mastery = I can handle it

timeline-session = Session { $number }, { $day }
timeline-session-planned = Session { $number }, planned for { $day }
timeline-session-missed = Session { $number }, { $day }: missed
timeline-session-cancelled = Session { $number }, { $day }: called off
timeline-today = Today
timeline-no-check-ins = No check-ins in this time.

timeline-day-pick = Day
timeline-week-pick = Week
timeline-month-pick = Month
timeline-week-of = Week of { $day }
timeline-before-day = Day before
timeline-before-week = Week before
timeline-before-month = Month before
timeline-after-day = Day after
timeline-after-week = Week after
timeline-after-month = Month after
timeline-keys = <kbd>←</kbd> <kbd>→</kbd> go step by step, <kbd>Page Up</kbd> and <kbd>Page Down</kbd> further.

timeline-none = No check-in.
timeline-craving = Craving { $number }.
timeline-craving-mood = Craving { $number }, mood { $mood }.
timeline-craving-of = Craving { $number } at its strongest, in { $count } check-ins.
timeline-craving-of-mood = Craving { $number } at its strongest, in { $count } check-ins. Mood { $mood } on average.
timeline-told-later = Told later.
timeline-used = Used that day.
timeline-not-used = Did not use.
timeline-long-none = No check-ins.
timeline-long-craving = Strongest craving { $number } on average, over { $days ->
    [one] 1 day
   *[other] { $days } days
 }; the highest was { $highest }.
timeline-long-mood = Mood { $mood } on average, over { $days ->
    [one] 1 day
   *[other] { $days } days
 }.
timeline-long-used = Used on { $used } of { $known ->
    [one] 1 day
   *[other] { $known } days
 } you told of.
timeline-long-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
 } written.
timeline-look-closer = Look at these weeks
timeline-next-day = Next day:
timeline-goes-on = Going on: { $title }
timeline-nothing = Nothing else written.
timeline-more = { $count } more: { $titles }
timeline-count = +{ $count }
timeline-mark-with = { $kind } with { $names }
timeline-mark-about = { $kind }: { $names }
timeline-mark-says = { $title }, { $when }
timeline-when-range = { $from } to { $to }
timeline-when-since = since { $from }
timeline-mood-then = Mood { $mood }
timeline-amount-0 = no use
timeline-amount-1 = a little use
timeline-amount-2 = some use
timeline-amount-3 = a lot of use
timeline-amount-4 = a great deal of use
timeline-undated = Without a date yet
timeline-undated-line = They find their place once you say when it was. A year is enough.

timeline-table-label = Timeline as a table
timeline-table-day = Day
timeline-table-week = Week
timeline-table-month = Month
timeline-table-craving = Strongest craving
timeline-table-mood = Mood
timeline-table-used = Used
timeline-table-what = What happened
timeline-table-session-held = Session { $number }
timeline-table-session-planned = Session { $number } (planned)
timeline-table-session-missed = Session { $number } (missed)
timeline-table-session-cancelled = Session { $number } (called off)
timeline-table-no = No check-in
timeline-table-not-told = Not told
timeline-table-yes = Yes
timeline-table-not-used = No
timeline-table-used-days = { $used } of { $known } days
timeline-table-average = { $number } (over { $days ->
    [one] 1 day
   *[other] { $days } days
 })
timeline-table-rating = { $measure } ({ $about }): { $value } of 10
timeline-table-rating-bare = { $measure }: { $value } of 10

timeline-empty = Your line of time begins here
timeline-empty-line = Check-ins, entries and sessions find their place by themselves. You can also put down what was before: a year is enough.
timeline-empty-check-in = Check in
timeline-empty-add = Add something from before
