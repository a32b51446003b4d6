# What to write about: on Today and behind Write.

write-title = Write
write-sub = One line is fine.
write-question = What would you like to write about?
write-argument = An argument
write-argument-line = or a silence
write-loss = A loss
write-loss-line = big or small
write-change = A change
write-change-line = something ended or began
write-moment = A moment
write-moment-line = with someone, or without
write-person = A person
write-person-line = you and them
write-anything = Anything
write-anything-line = an empty page
write-also = Or one of these
write-drafts = You were writing…
# $day is such as "Thu 5 March", $time a time of day.
write-draft-when = { $day }, { $time }
write-draft-drop = Throw away the draft “{ $title }”
write-dropped = The draft is gone.
