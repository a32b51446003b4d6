# The areas and what is worked on in them. "Focus" is the word therapists use as well.

focus-title = Focus
focus-sub = What you are working on
focus-line = Most courses work on one of these, sometimes two. The others stay here for whenever you need them.

focus-dispute = A disagreement
focus-dispute-line = You and someone close want different things.
focus-dispute-begin = Begin one
focus-grief = A loss
focus-grief-line = Someone died, and it is still with you.
focus-grief-begin = Begin one
focus-transition = A change
focus-transition-line = One part of life ended, another has begun.
focus-transition-begin = Begin one
focus-connection = Connection
focus-connection-line = More people, or closer ones.
focus-connection-begin = Begin

focus-part-main = Main focus
focus-part-second = Second focus
focus-part-none = not a focus now
focus-part-of = { $area }: its part in your course
focus-make-main = Make it my main focus
focus-make-second = Make it my second focus
focus-make-none = Not a focus now
focus-set = { $area }: { $part }.
# $person is a name, $state such as "Resting".
focus-with = { $person }. { $state }
focus-past = { $count ->
    [one] Show 1 that is over
   *[other] Show { $count } that are over
 }
focus-past-hide = Hide what is over

focus-questions = Questions to write from
focus-questions-line = Take one, change it, or leave them all.
focus-questions-of = Questions about
focus-short-dispute = Disagreement
focus-short-grief = Loss
focus-short-transition = Change
focus-short-connection = Connection
focus-short-own = Mine
focus-own-none = None of your own yet. Something your therapist asked may be a good one.
focus-own-text = Your question
focus-own-for = For
focus-own-any = Any day
focus-own-add = Add
focus-own-remove = Remove “{ $text }”
focus-own-gone = The question is in the trash.

focus-tools = For any of these
focus-tool-decision = Weigh two ways, and doing nothing for now
focus-tool-rehearsal = Say it here first
focus-tool-experiment = One small thing, if and when you like
focus-tries = Left to try
focus-try-idea = An idea
focus-try-planned = Planned
