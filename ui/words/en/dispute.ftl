# A disagreement: two people who expect different things of each other.

dispute-title = A disagreement
dispute-who = Who is it with?
dispute-since = Since { $day }
dispute-since-title = When did it begin?
dispute-since-change = { $since }. Change when it began
dispute-since-day = It began
dispute-since-hint = About right is right enough.
dispute-one-line = One line is fine.
dispute-later = You can write, or leave this one for another day.
dispute-nobody = Say <who>who this is with</who>, and more may open here: where it stands, what keeps it going, and what could be done.

dispute-step-expect = What you each expect
dispute-step-believe = What you each believe
dispute-step-stands = Where it stands
dispute-step-going = What keeps it going
dispute-step-elsewhere = Where else
dispute-step-use = Using
dispute-step-wanted = What would be enough
dispute-step-backing = Who and what could help
dispute-step-options = What could be done
dispute-step-standing = Going on, resting, ending

dispute-expect = What do you each expect of the other?
dispute-expect-hint = A line for each. Small things count: who cooks, who calls, who knows what.
dispute-expect-mine = What I expect
dispute-expect-theirs = What they expect, as I understand it
dispute-expect-name = What { $name } expects, as I understand it
dispute-card = { $count ->
    [one] 1 line on { $name }’s card is not here yet.
   *[other] { $count } lines on { $name }’s card are not here yet.
 }
dispute-card-bring = Bring them in
dispute-unsaid = { $count ->
    [one] 1 of these was never said out loud.
   *[other] { $count } of these were never said out loud.
 }

dispute-believe = What does each of you believe about how this should be?
dispute-believe-hint = How partners, parents or friends should be with each other. Often the two beliefs were never compared.

dispute-stands = Where does it stand now?
dispute-stands-hint = When that changes, choose the new one. What stood before is kept with its day.
dispute-stages = How it went
dispute-stage-noted = { $stage }, since { $day }
dispute-stage-not-sure = Not sure
dispute-stage-open = Not sure any more
dispute-stage-since = Since { $day }
dispute-stage-redate = { $stage } since { $day }. Change the day
dispute-stage-day = Since which day?
dispute-stage-remove = Take out: { $stage }, since { $day }
dispute-stage-note = What told you so? { $stage }, since { $day }
dispute-stage-note-ask = What told you so?

dispute-going-hint = No blame, on either side. What keeps it going is often what once helped.
dispute-going-me = What do I do that keeps it going?
dispute-going-name = What does { $name } do that keeps it going?
dispute-gain = What does leaving it as it is give you?
dispute-gain-hint = A break from fighting, not having to ask, time. It can be nothing, too. Knowing it takes nothing away from you.

dispute-elsewhere = Where else do you know this from?
dispute-elsewhere-who = With whom else?
dispute-use = What does it have to do with using, or with wanting to?

dispute-wanted = How would you like it to be?
dispute-enough = What would be good enough?
dispute-enough-hint = Less than the wish, and still something you could live with.

dispute-backing = Who and what could help you with this?
dispute-backing-hint = People, money, time, a service, something you are good at. One per line.
dispute-backing-list = What could help

dispute-options = What could be done?
dispute-options-hint = Small ones count. So does letting it be for now.
dispute-option = Way { $number }
dispute-option-ask = One thing that could be done
dispute-option-good = Likely good
dispute-option-bad = Likely hard
dispute-option-good-of = What would likely be good about way { $number }
dispute-option-bad-of = What would likely be hard about way { $number }
dispute-option-chosen = I would take this one
dispute-option-add = Add a way
dispute-option-remove = Take out way { $number }
dispute-option-removed = That way is gone.

dispute-settled = How settled does it feel this week?
dispute-settled-low = Not at all
dispute-settled-high = Settled

dispute-belongs = What belongs to it
dispute-belongs-none = Nothing yet. What you write from here is kept together.
dispute-begin-conflict = An argument
dispute-begin-decision = Weigh a decision
dispute-begin-rehearsal = Practise what to say
dispute-begin-experiment = Something to try

dispute-read-line = { $line } – { $more }
dispute-read-said-yes = said out loud
dispute-read-said-partly = partly said
dispute-read-said-no = never said
dispute-read-met-yes = it happens
dispute-read-met-partly = it partly happens
dispute-read-met-no = it does not happen
dispute-read-chosen = { $option } (chosen)
dispute-read-good = Likely good: { $text }
dispute-read-bad = Likely hard: { $text }
