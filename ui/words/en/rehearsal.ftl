# A conversation practised before it is had.

rehearsal-title = A rehearsal
rehearsal-name = What is it about?
rehearsal-name-placeholder = What would you like to say?
rehearsal-who = Who would you say it to?
rehearsal-later = You can write, or leave this one for another day.

rehearsal-step-situation = The situation
rehearsal-step-goal = What I want
rehearsal-step-line = My first line
rehearsal-step-on = How it could go on
rehearsal-step-practised = Practising

rehearsal-situation = When and where might this come up?
rehearsal-goal = What do you want from it?
rehearsal-goal-hint = Small is good: to be heard, or to ask for one thing.
rehearsal-line = What could your first line be?
rehearsal-line-hint = Write it, then say it out loud once.

rehearsal-on = How could it go on?
rehearsal-on-hint = What they might say, and what you could say then. One turn is plenty.
rehearsal-me = Me
rehearsal-they = They
rehearsal-they-say = { $name } might say, turn { $place } of { $count }
rehearsal-i-say = I could say, turn { $place } of { $count }
rehearsal-they-placeholder = They might say
rehearsal-i-placeholder = I could say
rehearsal-add = Another thing they might say
rehearsal-add-name = Another thing { $name } might say
rehearsal-remove = Take this turn out
rehearsal-removed = The turn is gone.
rehearsal-full = That is { $count } turns, the most one rehearsal can hold.

rehearsal-practised = Did you practise it with anyone?
rehearsal-with-alone = Alone, out loud
rehearsal-with-therapist = With my therapist
rehearsal-with-therapist-name = With { $name }
rehearsal-with-friend = With a friend
rehearsal-with-group = In group
rehearsal-sure-before = How sure you felt before practising, 0 to 10
rehearsal-sure-after = How sure you felt after practising, 0 to 10
rehearsal-sure-low = not at all
rehearsal-sure-high = very sure
rehearsal-read-sure = How sure I felt
rehearsal-read-sure-both = { $before } before practising, { $after } after
rehearsal-read-sure-before = { $before } before practising
rehearsal-read-sure-after = { $after } after practising
rehearsal-read-situation = When and where
rehearsal-read-goal = What I want from it
rehearsal-read-line = My first line
rehearsal-read-practised = Practised

rehearsal-went = If it came to it, how did it go?
rehearsal-went-hint = It may also stay a rehearsal. Knowing what you would say is worth something by itself.
rehearsal-went-write = Write how it went
