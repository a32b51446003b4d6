# A story that repeats with people.

pattern-title = A story that repeats
pattern-name = What would you call this story?
pattern-name-placeholder = A name for this story
pattern-who = Who have you seen it with?
pattern-later = You can write, or leave this one for another day.
pattern-story = How does the story go?
pattern-story-starts = It usually starts…
pattern-story-then_i = Then I…
pattern-story-then_they = Then they…
pattern-story-ends = And it ends…
pattern-in-therapy = Does it show up with your therapist, too?
pattern-in-therapy-name = Does it show up with { $name }, too?
pattern-in-therapy-line = Only you see this, unless you choose to bring it.
pattern-in-yes = Yes
pattern-in-partly = A little
pattern-in-no = No
pattern-in-unsure = Not sure
pattern-change = What could be a first small change?
pattern-change-hint = One place in the story where something else could happen.
pattern-try = Make it something to try
pattern-step-story = How it goes
pattern-step-therapy = In therapy
pattern-step-change = A small change
pattern-read-seen = Seen with
pattern-read-therapy = With my therapist, too
pattern-read-therapy-name = With { $name }, too
