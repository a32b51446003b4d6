# Long-lived work in one of the four areas: where it stands, its weekly numbers, what belongs to it.

work-standing = Where is this for you now?
work-standing-open-line = You are working on it.
work-standing-paused-line = It rests. You can pick it up at any time.
work-standing-settled-line = It is settled, well enough.
work-standing-ended-line = It is over, settled or not.
work-status-open = Working on it
work-status-paused = Resting
work-status-settled = Settled
work-status-ended = Over
work-since = Since { $day }
work-ending = How did it end?
work-why-rests = Why does it rest for now?
work-takes = What do you take from it?
work-takes-line = Also something you did well.
work-later = You can write, or leave this one for another day.

work-weekly = This week
work-weekly-line = One number is enough, and none is fine too. These are your own numbers, not a test.
work-weekly-show = { $count ->
    [one] Show 1 week
   *[other] Show all { $count } weeks
 }
work-weekly-hide = Hide the weeks
work-weekly-week = Week from
work-weekly-none = no number

work-belongs-line = { $kind }, { $day }
work-belongs-all = { $count ->
    [one] Show it
   *[other] Show all { $count }
 }
