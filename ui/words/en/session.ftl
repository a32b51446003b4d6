# One session.

session-title = A session
session-number = Session { $number }
session-agenda-hint = Gather it while the week goes on. The most important first.
session-page = Choose the page
session-takeaways = What I take from it
session-takeaways-hint = A word, a thought, something that was said.
session-after = After the session, if you like.
session-later = Leave it for another day.
session-agreed = What we agreed on
session-agreed-hint = An invitation, never a task. Nothing here can be late.
session-tries = Make it something to try
session-try = Try out: { $line }
