# Where the scales and the safety words come from, and what still waits for a check.

sources-title = Where it comes from
sources-about = Each scale keeps its own fixed words. Here is who owns it, where we took it from, what was checked, and what still waits for review by a clinician.
sources-verified = Last compared
sources-checked = Checked
sources-waits = Still waits
sources-own = Our own questions
sources-own-line = The check-in, the weekly numbers and the daily rhythm are our own. They are not tested scales, and no score is made of them.
sources-help = What waits for review by a clinician
sources-help-overdose = The signs of an overdose, and what to do then. Only a part was checked with a public source.
sources-help-tolerance = That a body takes less after a break, so that an amount from before can be too much.
sources-help-stopping = The signs that stopping drinking or pills at once has become dangerous. These are from memory.
sources-help-plan = The safety plan has headings of our own. It is not a form of someone else’s.
sources-help-numbers = { $lines ->
    [one] 1 help number
   *[other] { $lines } help numbers
}, last compared on { $day }. About says which.
