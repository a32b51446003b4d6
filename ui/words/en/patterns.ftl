# Patterns: counts beside their base rates. Never a cause.

patterns-title = Patterns
patterns-sub = From { $count ->
    [one] 1 check-in
   *[other] { $count } check-ins
  } since { $since }
patterns-span = How far back
patterns-span-four_weeks = 4 weeks
patterns-span-course = From the start
patterns-span-everything = All
patterns-about = Counts from small numbers, not reasons and not proof. Take the ones that ring true to you, and leave the rest.
patterns-strong = Strong means { $number } or more here: { $count } of { $all } check-ins, on { $days ->
    [one] 1 day
   *[other] { $days } days
  }.
# $what is the question of a card.
patterns-table-of = { $what }: the table
patterns-loading = Counting
patterns-table = Show as tables
patterns-chart = Show as charts

patterns-empty = Too early to say
patterns-empty-line = { $count ->
    [0] There are no check-ins in this time.
    [one] You have 1 check-in in this time.
   *[other] You have { $count } check-ins in this time.
  } From about 10, some patterns can show. Until then any chart would be guessing, so there isn’t one.
patterns-empty-check-in = Check in

# The cards.
patterns-asked-week = When cravings were strong
patterns-asked-day_part = Part of the day
patterns-asked-weekday = Day of the week
patterns-asked-trigger = What set it off
patterns-asked-company = Who was there
patterns-asked-feeling = What you felt
patterns-asked-halt = Hungry, angry, lonely, tired
patterns-asked-place = Where you were
patterns-asked-near = What was close in time
patterns-asked-mood_near = Mood, beside what happened
patterns-asked-helped = What helped

# $list names what stands out, such as “An argument, Alone”.
patterns-say-higher = Cravings were higher with: { $list }.
patterns-say-lower = Cravings were lower with: { $list }.
patterns-say-mood-higher = Mood was higher: { $list }.
patterns-say-mood-lower = Mood was lower: { $list }.
patterns-say-helped = Helped more than the others: { $list }.
patterns-say-most = Most often at strong cravings: { $what }, { $strong } of { $all }.
patterns-say-week = Most often { $when }: { $strong } of { $all } strong cravings.
patterns-say-none-strong = None of your cravings were strong in this time.
patterns-say-mood = Average mood, out of 10.
patterns-say-tried = Tried most often: { $what }.

patterns-stands-out = stands out
patterns-line = { $strong } of { $told } strong cravings
patterns-line-base = in { $all } of all { $told } check-ins
patterns-mood-line = { $average }
patterns-mood-base = { $count ->
    [one] 1 check-in
   *[other] { $count } check-ins
  }, on { $days ->
    [one] 1 day
   *[other] { $days } days
  }; in all { $told }: { $usual }
patterns-fine-base = Line: share of all check-ins that said. { $told } of { $all } did. One craving can have more than one mark.
patterns-fine-mood = Line: the average of all { $told } that told a mood.
patterns-fine-week = Strong cravings by your own clock, { $strong } in all. Empty: no check-in. 0: none of them strong.
patterns-fine-helped = How much it helped, 0 to 10, where you said so. Lower: times the next number within three hours was lower.
patterns-chance = What stands out passed a test against chance. The rest may well be chance, and may still matter to you.
patterns-more = Show all { $count }
patterns-less = Show fewer
patterns-entries = See the entries
patterns-entries-of = See the entries: { $what }
patterns-entries-title = { $what }
patterns-entries-about = { $count ->
    [one] 1 check-in
   *[other] The newest { $count } check-ins
  }
patterns-entry = { $day }, { $time }
patterns-entry-number = Craving { $number }
patterns-close = Close

patterns-cell = { $weekday }, { $hours }: { $strong } strong of { $all }
patterns-cell-none = { $weekday }, { $hours }: no check-in
patterns-hours = { $from } to { $to }

patterns-part-morning = Morning, 6 to noon
patterns-part-afternoon = Afternoon, noon to 5
patterns-part-evening = Evening, 5 to 9
patterns-part-night = Night, 9 to 6
patterns-near-conflict = Within a day after an argument
patterns-near-contact = Within a day after contact
patterns-near-event = Within a day after another moment with people
patterns-near-loss = Within a day after writing about someone who died
patterns-near-before_session = Day before a session
patterns-near-after_session = Within a day after a session
patterns-nobody = Nobody
patterns-people-at-work = People at work
patterns-any = Any of these
patterns-none-noted = Nothing noted

patterns-helped-number = { $helped } from { $rated }
patterns-helped-none = not said
patterns-helped-lower = lower { $lower } of { $followed }

patterns-col-what = What
patterns-col-strong = Strong cravings
patterns-col-all = All check-ins
patterns-col-days = Days
patterns-col-average = Average craving
patterns-col-mood = Average mood
patterns-col-stands-out = Stands out
patterns-col-higher = higher
patterns-col-lower = lower
patterns-col-not = no
patterns-col-times = Times
patterns-col-helped = Helped, 0 to 10
patterns-col-lower-later = Lower within three hours
patterns-of = { $part } of { $whole }
