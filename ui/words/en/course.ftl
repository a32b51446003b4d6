# The course of therapy.

course-title = Your sessions
course-now = This course
course-earlier-one = A course of before
# $held and $planned are numbers of sessions.
course-line = { $held ->
    [one] 1 session so far, { $planned } planned.
   *[other] { $held } sessions so far, { $planned } planned.
}
# $line is the line above, $day a day with its year.
course-line-ended = { $line } It ended on { $day }.
course-later = Leave it for another day.

course-sessions = Sessions
course-no-sessions = None is written down yet.
course-session-line = { $when }. { $status }
course-session-agenda = { $count ->
    [one] 1 thing to talk about
   *[other] { $count } things to talk about
}
course-all-sessions = Show all { $count }
course-plan = Plan the next one

course-phase = Where the course stands
course-phase-hint = You and your therapist decide this.
# $phase is such as "the middle".
course-phase-usual = Session { $number } of { $planned } is often part of { $phase }. You and your therapist decide.
course-phase-initial = Beginning
course-phase-middle = Middle
course-phase-ending = Ending
course-phase-maintenance = After
course-phase-initial-in = the beginning
course-phase-middle-in = the middle
course-phase-ending-in = the ending
course-phase-maintenance-in = the time after

course-formulation = What this is about, in my own words
course-formulation-hint = How people, your mood and cravings hang together for you. When you change it, the words of before stay under “Earlier versions”.

course-goals = What I hope for
course-goals-hint = One to three is plenty. You can say now and then how near each is.
course-goal-add = Add a hope
course-goal-what = What you hope for
course-goal-how-near = How near it is
course-goal-low = Not begun
course-goal-high = There
course-goal-near = { $number } of 10
course-read-goal = { $what }: { $near }

course-frame = How we meet
course-started = First session
course-rhythm = Days between sessions
course-rhythm-hint = 7 is once a week.
course-focus = See what we work on
course-agreed = What we agreed on
course-agreed-hint = How often, how long, what to do if one is missed.

course-ending = The ending
course-ending-line = What became better, first signs, and whom to turn to
course-ending-about = Feeling sad or uneasy about an ending is common. You can talk about that too.
course-gains = What became better, and what I did for it
course-signs = First signs that it is getting harder
course-turn-to = Whom I turn to then
course-turn-to-hint = Some people, so that there is always one.
course-turn-to-none = Choose people
course-then = What I do then
course-circles = The circle at the beginning and today
course-circle-today = Today
course-circle-first = The circle on { $day }. The list below says who has moved.
course-circle-last = The circle today. The list below says who has moved.
course-circles-none = There is no picture of the circle from before yet. You can keep one under People.
course-circles-open = Open the circles

course-end = End of the course
course-end-line = When the last session is over, you can close the course. All of it stays here to read.
course-end-do = Finish this course
course-end-title = Finish this course?
course-end-about = Nothing is deleted. It stays here to read, and you can take it up again.
course-end-planned = { $count ->
    [one] The session that is still planned is set to “Cancelled”.
   *[other] The { $count } sessions that are still planned are set to “Cancelled”.
}
course-ended = Ended on
course-ended-line = This course is finished. All of it stays here to read.
course-resume = Take it up again
course-start-next = Start the next course
course-others = Other courses
course-other = Course from { $day }
course-other-ended = Ended on { $day }
