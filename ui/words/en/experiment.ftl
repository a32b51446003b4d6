# Something to try between sessions. It is never due, and letting go is as good as trying.

experiment-title = Something to try
experiment-name = What would you like to try?
experiment-name-placeholder = What would you like to try?
experiment-who = Who with?
experiment-later = You can write, or leave this one for another day.

experiment-step-status = Where it is
experiment-step-why = Why this
experiment-step-when = When
experiment-step-think = What I think
experiment-step-happened = What happened
experiment-step-learned = What I take from it

experiment-status = Where is it now?
experiment-status-idea = An idea
experiment-status-planned = Planned
experiment-status-tried = Tried
experiment-status-changed = Tried another way
experiment-status-let_go = Let go
experiment-about-idea = It can stay an idea for as long as you like.
experiment-about-planned = A plan can move or change. Nothing here is ever late.
experiment-about-tried = Whatever came of it, you know more now.
experiment-about-changed = You made it fit. That is trying, too.
experiment-about-let_go = Letting go is a choice, and as good as any other.

experiment-why = Why this one?
experiment-when = When would be a good moment?
experiment-when-hint = In your own words, like “after group”. A day is there if it helps.
experiment-when-words = A good moment, in your words
experiment-when-day = A day, if you like
experiment-think = What do you think will happen?
experiment-sure = How sure are you that you can do it, 0 to 10
experiment-sure-low = not at all
experiment-sure-high = very sure

experiment-tried-day = The day you tried it
experiment-happened = What happened?
experiment-happened-hint = How your mood was after it can go under “Craving around this”.
experiment-learned = What do you take from it?
experiment-learned-let-go = Is there anything you would like to keep from it?
experiment-practise = Practise this first
experiment-read-when-both = { $words }, { $day }
experiment-read-tried-on = Tried on { $day }
experiment-read-think = What I thought would happen
experiment-read-sure = How sure I was
