# The page of someone who died: at one's own pace, behind doors that may stay closed.

loss-title = A loss
loss-someone = Someone who died
loss-intro = Nothing here has to be filled in, and there is no right order. Open only what you want today.

loss-either = This page is for someone who died.
loss-either-line = If what you lost is a relationship, a job, a home or your health, a change may fit better: both sides of it have room there. You can also write it here. Both are right.
loss-either-change = Write about a change

loss-cause-question = What did they die of? Only if you want to say.
loss-cause-none = What of?

loss-memories = Memories and writing
loss-memories-none = A memory can be one line. Good ones and hard ones both belong here.
loss-begin-memory = A memory
loss-begin-grief = Write about missing them

# $count is how many questions in a part have an answer.
loss-written = { $count ->
    [one] 1 answer is here
   *[other] { $count } answers are here
 }

loss-between = The two of you
loss-between-line = How it was: the good, the hard, and what they were in your life.
loss-story = How it happened
loss-story-line = Before, that day, and after. As much as you want to say.
loss-story-pace = Take any of these, in any order. You can stop in the middle of a sentence; it keeps your place.
loss-behind = What stayed behind
loss-behind-line = Unsaid, sorry, angry, relieved.
loss-behind-pace = All of these are allowed, also at the same time. Nobody else reads them unless you bring them.
loss-ladder = What is hard to go near
loss-ladder-line = Places, things or days you stay away from, and small ways back.
loss-ladder-count = { $count ->
    [one] 1 on the list
   *[other] { $count } on the list
 }{ $tried ->
    [0] {""}
    [one] , 1 tried
   *[other] , { $tried } tried
 }
loss-days = Days to be gentle with
loss-days-line = A birthday, the day they died, any day you want to keep in mind.
loss-days-count = { $count ->
    [one] 1 day kept
   *[other] { $count } days kept
 }
loss-goes-on = What goes on
loss-goes-on-line = How you remember, and who else knew them.
loss-rebuilding = Making room again
loss-rebuilding-line = New things or people that could take a little of the place that is empty.
loss-rebuilding-count = { $count ->
    [one] 1 idea
   *[other] { $count } ideas
 }{ $done ->
    [0] {""}
   *[other] , { $done } done
 }
loss-standing = Where this stands

loss-ask-last_time = The last time you were together
loss-ask-how_i_heard = How you heard
loss-ask-what_happened_then = What happened then
loss-hint-what_happened_then = The hours and days after. It does not have to be whole.
loss-ask-ritual = The funeral, or what there was instead
loss-ask-use_then = Drinking or using around that time
loss-hint-use_then = Before or after, more or less. It is information, not a verdict.
loss-expected = Was it expected?
loss-there = Were you there?
loss-support-then = How much support did you have then?
loss-substances = Did drinking or drugs have a part in it?
loss-sure-yes = Yes
loss-sure-partly = In part
loss-sure-no = No
loss-sure-unsure = Not sure
loss-degree-0 = None
loss-degree-1 = A little
loss-degree-2 = Some
loss-degree-3 = Quite a lot
loss-degree-4 = A great deal

loss-ask-relationship_then = How things were between you
loss-ask-earliest_memory = How you met, or your earliest memory
loss-ask-best_times = The best times
loss-ask-hard_times = The hard times
loss-ask-gave_me = What they gave you
loss-ask-wished_different = What you wished were different between you
loss-ask-disappointments = Where they let you down
loss-roles = What they were in your life
loss-roles-name = What { $name } was in your life

loss-ask-unsaid = What you did not get to say
loss-ask-regrets = What you wish had gone otherwise
loss-ask-anger = What you are angry about
loss-ask-relief = What was a relief
loss-hint-relief = Relief is common, and it takes nothing away from love.

loss-ladder-pace = Begin with the gentlest. Someone beside you is fine, and so is turning back. Looking at the list is enough for today.
loss-ladder-add = Add something
loss-ladder-what = What do you stay away from?
loss-ladder-before = How hard does it look? 0 to 10
loss-ladder-after = How hard was it? 0 to 10
loss-ladder-low = easy
loss-ladder-high = as hard as it gets
loss-ladder-day = The day you tried it
loss-ladder-note = How it went, in a line
loss-ladder-both = Looked like { $before } of 10, was { $after }.
loss-ladder-looks = Looks like { $number } of 10
loss-ladder-was = Was { $number } of 10
loss-ladder-tried = Tried { $day }

loss-days-pace = A day is only kept here. If you switch it on, Today says so in the two weeks before, inside the open journal and nowhere else.
loss-day-birthday = Their birthday
loss-day-birthday-name = { $name }’s birthday
loss-day-anniversary = The day they died
loss-day-anniversary-name = The day { $name } died
loss-day-line = { $what }, { $day }
loss-day-own = Another day
loss-day-which = Which day is it?
loss-day-word = What do you call it?
loss-day-day = Day
loss-day-month = Month
loss-day-keep = Keep this day
loss-day-keep-known = Keep { $day }, the day they died
loss-day-add = Add a day
loss-day-remove = Take off the list: { $what }
loss-day-remind = Say so on Today when it is near
loss-day-remind-name = { $what }: say so on Today when it is near
loss-day-wrong = Choose a day and a month that go together.
loss-day-unnamed = Give the day a name, so that you know it again.

loss-remember = How do you remember them?
loss-remember-name = How do you remember { $name }?
loss-remember-hint = A song, a place, a thing you do their way.
loss-knew = Who else knew them?
loss-knew-name = Who else knew { $name }?
loss-knew-hint = Someone you could tell a story to, or ask for one.
loss-knew-none = Choose someone

loss-rebuilding-pace = This replaces nobody. Something small is big enough.
loss-rebuild-add = Add something
loss-rebuild-what = Something to do, or someone to see
loss-rebuild-why = Why this one?
loss-rebuild-day = A day you think of
loss-rebuild-day-hint = If you like. Nothing happens when it passes.
loss-rebuild-did = I did this
loss-rebuild-how = How did it feel?
loss-rebuild-thought = Thought of for { $day }
loss-rebuild-done = Done
loss-rebuild-felt = Done. { $felt }

loss-weekly-grief = How strong was the grief this week?
loss-weekly-grief-low = hardly there
loss-weekly-grief-high = as strong as can be
loss-weekly-warmth = How well could you think of them with warmth?
loss-weekly-warmth-name = How well could you think of { $name } with warmth?
loss-weekly-warmth-low = not at all
loss-weekly-warmth-high = easily
loss-weekly-interference = How much did it get in the way of daily life?
loss-weekly-interference-low = not at all
loss-weekly-interference-high = all the time
