# Medicine and other care beside this therapy. No dose is asked for, and none is advised.

care-title = Care beside therapy
care-list-title = Medicine and other care
care-list-sub = What goes on beside this therapy.
care-add = Add
care-empty = Nothing is noted here yet.
care-empty-line = If you take a medicine, go to a group or see someone else, you can note it here. A day is one press. Doses are not asked for.
care-name = Name
care-name-hint = What you call it
care-unnamed = Without a name
care-what = What is it?
care-what-medication = Medicine
care-what-group_therapy = Group therapy
care-what-mutual_aid = Mutual aid
care-what-other_therapy = Other therapy
care-what-other = Something else
care-medicine-line = Please do not stop a medicine all at once. Call the person who prescribes it.
care-group-line = Please leave out the names of others in the group.
care-note = A note for whoever gives it
care-note-hint = A question, or how it goes. Nothing here is sent.
care-later = Can wait
care-over = It is over
care-is-over = Over
# $day is such as "Monday 9 March".
care-today = { $day }
care-today-hint = Taken, or gone to? A day you leave out stays unknown.
care-today-label = { $name }, today
care-clear = Clear
care-clear-label = Clear { $name }
care-day-yes = Yes
care-day-no = No
care-day-rather_not_say = Rather not say
care-day-unknown = Unknown
care-before = The week before
care-after = The week after
care-week = { $from } to { $to }
care-week-label = The week
# $day is a day, $state what was said of it.
care-cell = { $name }, { $day }: { $state }
care-week-hint = Press a day to change what it says.
