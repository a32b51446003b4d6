# An earlier relationship: what worked and what did not.

past-title = An earlier relationship
past-name = What would you call it?
past-name-placeholder = A name for it, like “the band”
past-who = Who was it with?
past-later = You can write, or leave this one for another day.
past-period = When was this?
past-period-hint = In your own words, like “at school” or “2012 to 2015”.
past-worked = What worked between you?
past-wrong = What did not work?
past-ended = How did it end?
past-mine = Your part in it
past-mine-hint = The good of it, too.
past-theirs = Their part in it
past-read-period = When
past-read-worked = What worked
past-read-wrong = What did not work
past-read-ended = How it ended
past-read-mine = My part
past-read-theirs = Their part
past-read-who = With
