# The calendar of use: unknown, without use, with use. Unknown is never counted as none.

use-days-title = Days with and without use
use-days-sub = A day nobody spoke of stays unknown.
use-days-before = The month before
use-days-after = The month after
use-days-how = Choose a day with the arrow keys or the mouse, then say how it was.
use-days-none = No use
use-days-used = Use
use-days-unknown = Unknown
use-days-not-said = Rather not say
# $day is a day, $state how it was.
use-days-day = { $day }: { $state }
use-days-was = How was { $day }?
use-days-mark-no = No use
use-days-mark-yes = Use
use-days-mark-rather_not_say = Rather not say
use-days-clear = Leave it open
use-days-from-check-in = From what you said that day.
use-days-marked = You marked this day.
use-days-write = Write about this day
use-days-future = This day has not come yet.
use-days-table = Show as a table
use-days-chart = Show as a calendar
use-days-day-column = Day
use-days-state-column = Use
# $recorded counts days that say something, of the last 30.
use-days-count-abstinence = { $none ->
    [one] 1 day without use in the last 30, of { $recorded } recorded.
   *[other] { $none } days without use in the last 30, of { $recorded } recorded.
  }
use-days-count-cutting_down = { $used ->
    [one] 1 day with use and { $none } without in the last 30, of { $recorded } recorded.
   *[other] { $used } days with use and { $none } without in the last 30, of { $recorded } recorded.
  }
use-days-count-safer_use = { $recorded } of the last 30 days are recorded: { $used } with use, { $none } without.
use-days-count-undecided = { $recorded } of the last 30 days are recorded: { $none } without use, { $used } with.
use-days-count-own = { $recorded } of the last 30 days are recorded: { $none } without use, { $used } with.
use-days-count-none = { $recorded } of the last 30 days are recorded: { $none } without use, { $used } with.
use-days-count-nothing = Nothing is recorded in the last 30 days. That says nothing about them.
use-days-unknown-count = { $unknown ->
    [0] None of them is unknown.
    [one] 1 day is unknown.
   *[other] { $unknown } days are unknown.
  }
