# Today: where one stands between two sessions.

today-title = Today
# In words up to twelve.
today-until = { $days ->
    [0] Your next session is today.
    [1] Your next session is tomorrow.
    [2] Two days until your next session.
    [3] Three days until your next session.
    [4] Four days until your next session.
    [5] Five days until your next session.
    [6] Six days until your next session.
    [7] Seven days until your next session.
    [8] Eight days until your next session.
    [9] Nine days until your next session.
    [10] Ten days until your next session.
    [11] Eleven days until your next session.
    [12] Twelve days until your next session.
   *[other] { $days } days until your next session.
}
today-none-planned = No session is planned yet.
today-begin = A quiet place for the days between sessions.
today-begin-line = Nothing is here yet, and nothing has to be. One number or one line is a fine start.
today-set-up = Add your next session

today-between = Between sessions
today-between-count = { $count ->
    [0] Nothing written in this time yet.
    [one] 1 moment written down in this time.
   *[other] { $count } moments written down in this time.
}
today-session = <b>Session { $number }</b>
today-session-with = <b>Session { $number }</b> with { $therapist }
today-now = Today
today-not-planned = Not planned yet
# $day is such as "Thu 12 March", $time a time of day.
today-session-when = { $day }, { $time }

today-craving = How strong is any craving right now?
today-craving-none = None
today-craving-strongest = The strongest you have known
today-craving-hint = One number is enough, and zero counts too. You can add more after, or leave it there.
today-craving-enter = Press <kbd>Enter</kbd> to save { $craving }.
today-craving-saved = Saved { $craving }. Another number changes it.
today-craving-more = Add more?
today-craving-undone = Taken back. Nothing was kept.

today-write = Write about…
today-prompts = If you want a place to start
today-prompts-other = Other questions
today-prompts-hide = Not today
today-focus-dispute = Focus: conflict with someone close
today-focus-grief = Focus: a loss
today-focus-transition = Focus: a change
today-focus-connection = Focus: connection

today-before-day = Before { $weekday }
today-before-today = Before today’s session
today-before = Before your next session
today-agenda = { $count ->
    [0] Gather it while the week goes on
    [one] 1 thing to talk about
   *[other] { $count } things to talk about
}
today-summary = Session summary
today-summary-count = { $count ->
    [0] Nothing marked to bring yet
    [one] 1 entry marked to bring
   *[other] { $count } entries marked to bring
}

today-happened = Did session { $number } happen?
today-happened-when = It was planned for { $day }. Any answer is fine.
today-happened-held = Held
today-happened-missed = Missed
today-happened-moved = Moved
today-moved-day = New day
today-moved-time = Time
today-moved-save = Save the new day
today-moved-wrong = Choose a day, and write the time like 14:00.
today-told-held = Session { $number } is marked as held.
today-told-missed = Session { $number } is marked as missed.
today-told-moved = Session { $number } is now on { $day }.
today-told-next = Session { $number } is planned for { $day }.

today-kept-birthday = { $day } is { $name }’s birthday.
today-kept-anniversary = { $day } is the day { $name } died.
today-kept-own = { $day }: { $what } ({ $name }).
today-kept-today = Today is a day you keep for { $name }.
today-kept-plan = Would a plan for the day help?
today-kept-open = Write a plan
today-kept-prompt = A plan for { $day }: where to be, who to be with, and what to do if it gets hard.

today-cravings = Cravings, last 14 days
today-cravings-alt = Strongest craving each day, { $from } to { $to }. { $days ->
    [one] 1 day with a check-in,
   *[other] { $days } days with a check-in,
} { $gaps } without. Highest { $highest }, lowest { $lowest }.
today-cravings-none = No check-ins in these two weeks. A gap is only a gap.
today-cravings-early = Too early to say what is usual: { $count ->
    [one] 1 check-in
   *[other] { $count } check-ins
} so far.
today-cravings-mostly = Mostly { $low } to { $high }, on { $inside } of { $days } days with a check-in.
today-cravings-mostly-one = { $low } on { $inside } of { $days } days with a check-in.
today-cravings-gap = A gap is a day without a check-in.
today-cravings-table = Show as a table
today-cravings-chart = Show as a chart
today-cravings-today = today
today-cravings-day = Day
today-cravings-strongest = Strongest
today-cravings-no = no check-in

today-scales-line = Short question sheets, if they help you
today-scales-suits = { $week ->
    [0] { $title } is often filled at the start
   *[other] { $title } is often filled in week { $week }
}
