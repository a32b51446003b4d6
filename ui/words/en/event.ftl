# A moment between people: someone stayed, someone asked, someone was left out.

event-title = A moment
event-who = Who was in it?
event-happened = What happened?
event-happened-line = One line is fine.
event-which = What kind of moment was it?
event-kind-conflict = We clashed
event-kind-closeness = Closeness
event-kind-loss_reminder = A reminder of a loss
event-kind-change = A change
event-kind-rejection = Being turned away
event-kind-request = Someone asked for something
event-kind-praise = A kind word
event-kind-left_out = Being left out
event-kind-other = Something else
event-matters = How much does it matter to you?
event-matter-0 = Hardly
event-matter-1 = A little
event-matter-2 = Some
event-matter-3 = Quite a bit
event-matter-4 = A great deal
event-step-happened = What happened
event-step-kind = What kind
event-step-matters = How much it matters
event-read-kind = What kind of moment
