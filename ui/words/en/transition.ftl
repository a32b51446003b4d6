# A change: from one part in life to another.

transition-title = A change
transition-when = When did it change?
transition-since = Since { $date }
transition-later = You can write, or leave this one for another day.

transition-kind = What kind of change is it?
transition-kind-none = What kind of change?
transition-kind-work = Work or school
transition-kind-relationship = A relationship
transition-kind-health = Health
transition-kind-home = Where I live
transition-kind-money = Money
transition-kind-parenthood = Children
transition-kind-treatment = Starting or leaving treatment
transition-kind-without_using = Living without using, or with less
transition-kind-custody = Coming out of custody
transition-kind-other = Something else

# Waits for clinical review (domain reference D.4); listed under About.
transition-tolerance = After a break, your body is no longer used to what it could take before.
transition-tolerance-line = After treatment, custody, a hospital stay or any time without, an amount from before can kill. This holds also when nothing is planned.
transition-tolerance-help = What to do in an overdose is under <help>Help now</help>.

transition-grid-hint = Good and hard, on both sides: all of it counts. The small bars say how much a line weighs for you. They can stay empty.
transition-then = Then
transition-now = Now
transition-then-role = What you were or did then
transition-now-role = What you are or do now
transition-good = What was good
transition-hard = What was hard
transition-old-good = Then, what was good
transition-new-good = Now, what is good
transition-old-hard = Then, what was hard
transition-new-hard = Now, what is hard
transition-line = { $list }, line { $place }
transition-add = Add
# $list is one of the four fields.
transition-weight = How much it weighs: { $list }, line { $place }
transition-weigh = How much does it weigh?
transition-weight-none = Not said
transition-weight-0 = 0, nothing
transition-weight-1 = 1, a little
transition-weight-2 = 2, some
transition-weight-3 = 3, a lot
transition-weight-4 = 4, most of all
# A line of one of the four fields, to read: “The crew (weight 4)”.
transition-weighed = { $text } (weight { $weight })
transition-heaviest-lost = What you lost that weighs most
transition-heaviest-gained = What you gained that weighs most

transition-miss = What do you miss, to your surprise?
transition-glad = What are you glad to set down?
transition-continues = What do you bring with you?
transition-small = One small thing to try in the new place

transition-happened = How it came about
transition-happened-line = What happened, whose choice it was, and what you feel about it.
transition-how = How did the change happen?
transition-chosen = Whose choice was it?
transition-chosen-mine = Mine
transition-chosen-not_mine = Not mine
transition-chosen-both = Both
transition-sudden = Did it come suddenly?
transition-sudden-yes = Suddenly
transition-sudden-no = Bit by bit
transition-feelings = What do you feel about this change?

transition-people = People
transition-people-line = Who drifted away, who stayed, who is new.
transition-people-count = { $count ->
    [one] 1 person is in it
   *[other] { $count } people are in it
 }
transition-people_lost = Drifted away
transition-people_kept = Stayed
transition-people_gained = New
transition-people-none = Choose someone

transition-skills = What it asks of you
transition-skills-line = Things to learn or to do that this new part needs.
transition-skills-count = { $count ->
    [one] 1 thing
   *[other] { $count } things
 }
transition-skill-add = Add something
transition-skill-what = What would you need to be able to do?
transition-skill-have = How far is it there?
transition-skill-how = How could it grow, and who could show you?
transition-have-0 = Not yet
transition-have-1 = A little
transition-have-2 = Some
transition-have-3 = Mostly
transition-have-4 = It is there

transition-supports = Help
transition-supports-line = Which help would make it easier, and who could give it.
transition-supports-count = { $count ->
    [one] 1 kind of help
   *[other] { $count } kinds of help
 }{ $asked ->
    [0] {""}
   *[other] , { $asked } asked for
 }
transition-support-add = Add a kind of help
transition-support-what = What would help?
transition-support-what-hint = The more exact, the easier to ask: “Call me at half past five.”
transition-support-who = Who could give it?
transition-support-nobody = Nobody yet
transition-support-asked = I asked for it
transition-support-was-asked = Asked
transition-support-result = What came of it?

transition-using = Using, then and now
transition-using-line = What it did for you then, and what could do that job now.
transition-using-then = What did using do for you back then?
transition-using-then-hint = It did something, or it would not have stayed. Saying so is not a vote for it.
transition-using-now = What does that job now, or could?

transition-mastery = “I can handle this new part of life.”
transition-mastery-low = not at all
transition-mastery-high = completely

transition-belongs = What belongs to it
transition-belongs-none = Notes and tries about this change gather here.
transition-begin-note = A note
transition-begin-decision = A decision
transition-begin-experiment = Something to try

transition-step-grid = Then and now
transition-step-both = What stays, what goes
transition-step-standing = Where this stands
