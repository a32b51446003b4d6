# The safety plan, with our own headings.

plan-title = My safety plan
plan-together = Best made together with your therapist. You can begin on your own, in small steps, and change it at any time.
plan-begin = Begin my plan
plan-change = Change
plan-print = Print
plan-print-about = It prints on a sheet of its own. Paper is not locked: anyone who finds it can read it, and a printer may keep a copy for a while.
plan-sheet = My plan
# $day is when it was last changed.
plan-edited = Last changed { $day }
plan-empty-part = Nothing here yet.
plan-step = Step { $number } of { $all }
plan-next = Next
plan-before = Back
plan-all = See the whole plan
plan-saved = Your plan is kept.
plan-numbers = Crisis lines are always under <help>Help now</help>, also before unlocking.

plan-signs = How I know it’s getting hard
plan-alone = Things I can do on my own
plan-lift = People and places that lift me
plan-ask = People I can ask for help
plan-professionals = Professionals and crisis lines
plan-safer = Making my space safer
plan-matters = What matters to me

plan-signs-hint = Thoughts, feelings, things you do or stop doing.
plan-alone-hint = Things that carried you over an hour before. Small ones count.
plan-lift-hint = To be with, without having to talk about it.
plan-ask-hint = Whom you could tell. A number beside the name saves a step.
plan-professionals-hint = Your therapist, a doctor, a line you would really call.
plan-safer-hint = Medicines, substances, firearms or other things: who could keep them for now, or where they could be locked away.
plan-matters-hint = People, animals, places, plans. Why you want to be here tomorrow.
