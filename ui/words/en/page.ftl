# The page a person hands to their therapist, and the panel where they choose
# what goes on it. Every id begins with "page-".
#
# Sentences here are put together by the program from counted facts only.
# Numbers and names are filled in as { $name }; put them in any order.

## The sheet

page-title = { $variant ->
    [first] First session
    [midway] Looking back half-way
    [ending] Looking back and ahead
    [group] For my group
    [prescriber] For my prescriber
   *[session] Session summary
}
# The title in the file's properties. It must say nothing about the person or the subject.
page-file-title = Notes
page-label = { $variant ->
    [group] { $label } for my group
    [prescriber] { $label } for my prescriber
   *[session] { $label } for my therapist
}
page-corner-session = Session { $number }, { $date }.
page-corner-no-session = Made on { $date }.
page-corner-covers = Covers { $period }, { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
page-footing = Patient-reported. Not monitored. Not a diagnosis. Page { $page } of { $pages }
# The same for a file that has no pages.
page-footing-plain = Patient-reported. Not monitored. Not a diagnosis.
# The title of the record that a clinic's program reads.
page-document-title = IPT between-session summary
page-left-out = Not shared by choice: { $things }
page-no-room = Left out for space: { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}
page-both-left-out = { $first }. { $second }
page-left-out-item-nine = PHQ-9 item 9
page-left-out-safety-plan = safety plan
page-left-out-own-line = a line from me
page-left-out-agenda = what I want from this session
page-left-out-scores = scores
page-left-out-cravings = cravings
page-left-out-use-days = days I used
page-left-out-areas = numbers of what I work on
page-left-out-went-well = what went well
page-left-out-coming = what is coming up
page-left-out-check-in-notes = check-in notes
page-left-out-lines = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
page-left-out-entries = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}
page-black = blacked out
page-shortened = { $text } … (shortened)
page-turns-left-out = … (shortened: { $turns ->
    [one] { $turns } more turn
   *[other] { $turns } more turns
})
page-lines-left-out = … (shortened: { $lines ->
    [one] { $lines } more line
   *[other] { $lines } more lines
})
page-and = { $first } and { $second }
page-comma = { $first }, { $second }
page-semicolon = { $first }; { $second }

## Dates. Names of months and days are written as they stand inside a date.

page-date-long = { $weekday } { $day } { $month } { $year }
page-date-weekday = { $weekday } { $day } { $month }
page-date-day = { $day } { $month }
page-date-day-year = { $day } { $month } { $year }
page-date-month-year = { $month } { $year }
page-date-year = { $year }
page-date-short = { $day } { $month }
page-period-in-month = { $from } to { $day } { $month }
page-period = { $from } to { $to }
page-month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
page-month-short = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# 1 is Monday.
page-weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}

## Please read first

page-first = Please read first
page-item-nine = PHQ-9 item 9 (thoughts of being better off dead or of hurting myself): { $answer }
page-item-nine-not-completed = not completed
# $answer is in the fixed words of the scale.
page-item-nine-answered = { $answer } ({ $value }), { $date }
page-safety-plan = My safety plan: { $answer }
page-safety-plan-none = none yet
# $date is when it was last changed.
page-safety-plan-there = there is one, last changed { $date }
page-not-shared = not shared by choice
page-own-line = From me: { $line }

## What I want from this session

page-agenda = What I want from this session
page-went-well = What went well
page-coming = Coming up

## Scores

page-scores = Scores
page-scores-aside = As I answered. Not a diagnosis.
page-score-part = { $scale }: { $part }
# The heads of the table of scores.
page-score-scale = Scale
page-score-first = First
page-score-last = Last
page-score-now = Now
page-score-since-first = Since first
page-score-since-last = Since last
page-score-reads = Often called
page-score-each-time = Each time
# A head whose numbers are all from one day.
page-score-head = { $name }, { $date }
page-score-value = { $value } ({ $date })
# The lowest and the highest that a score can be.
page-score-range = { $name }, { $low }–{ $high }
page-score-band = “{ $band }”
page-score-missing = no total: { $answered } of { $of } answered ({ $date })
# For those who do not see the small line.
page-score-trend = { $scale }, each time: { $values }
page-score-bold = Bold: more than normal up-and-down.
page-score-no-threshold = No agreed threshold for a change: { $scales }.
# The version of a scale and under which terms it may be used.
page-score-source = { $scale }, version { $version }: { $licence }

## Cravings

page-cravings = Cravings
page-cravings-aside = Strongest each day, 0–10, { $period }. Gaps: no check-in.
page-cravings-aside-use = Strongest each day, 0–10, { $period }. Gaps: no check-in. ◇ a day I used.
page-cravings-none = No check-ins in this time.
page-since-session = Since session { $number }:
page-since-day = Since { $day }:
page-since-start = So far:
page-check-ins = { $checkIns ->
    [one] { $checkIns } check-in
   *[other] { $checkIns } check-ins
} on { $days } of { $allDays ->
    [one] { $allDays } day
   *[other] { $allDays } days
}.
page-strongest = Strongest { $rating } ({ $day }).
page-usual = Usual { $rating } (the middle of { $checkIns }).
page-usual-two = Usual { $lower } to { $upper } (the middle of { $checkIns }).
page-use-days = Days I used: { $used }; did not use: { $notUsed }; not known: { $unknown }.
page-use-goal = Goal: { $goal ->
    [abstinence] not using at all
    [cutting_down] using less
    [safer_use] using more safely
   *[undecided] not decided yet
}.
# $goal is the person’s own words.
page-use-goal-own = Goal: “{ $goal }”.
page-mood-usual = Mood (0 very low, 10 very good): usual { $rating } (the middle of { $ratings }), lowest { $lowest } ({ $day }).
page-mood-usual-two = Mood (0 very low, 10 very good): usual { $lower } to { $upper } (the middle of { $ratings }), lowest { $lowest } ({ $day }).
page-chart = Line chart of the strongest craving each day, from 0 to 10, { $period }: { $days ->
    [one] { $days } day
   *[other] { $days } days
} with a check-in, { $gaps ->
    [one] { $gaps } day
   *[other] { $gaps } days
} without. Highest { $highest }, lowest { $lowest }.
page-chart-use = { $chart } Days marked as used: { $days }.
# The chart as a table, in files without a picture.
page-table-day = Day
page-table-strongest = Strongest craving, 0 to 10
page-table-use = Use
page-table-unknown = not known
page-table-no-use = did not use
page-table-used = used

# What was named in check-ins, with how often. $things are such as “came out of the blue 3”.
page-triggers = Named most often as what set it off: { $things } (of { $checkIns } check-ins).
page-trigger = { $trigger ->
    [frustrated] frustrated or angry, not at a person
    [low_feeling] sad, anxious, lonely, bored, ashamed, grieving
    [withdrawal] feeling unwell from not using
    [body] pain, tired, hungry, ill, could not sleep
    [feel_better] wanted to feel even better
    [test_control] wanted to see if I could control it
    [cue] saw, smelled or came across it
    [out_of_the_blue] out of the blue
    [argument] argument or anger with someone
    [hurt_by_person] hurt, rejected, criticised, worried about someone
    [offered] someone offered or pushed
    [around_use] around people using
    [good_times] a good time with others
    [loss] reminder of someone who died
    [life_change] stress from a life change
   *[alone] no one to turn to
} { $count }
page-halts = { $things } (of { $checkIns } check-ins).
page-halt = { $halt ->
    [hungry] hungry
    [angry] angry
    [lonely] lonely
   *[tired] tired
} { $count }
page-triggers-few = What set it off: too few check-ins to say.

## Moments between people

page-moments = Mood, craving and people
page-moments-aside = 0–10, before → after. What followed is not said to come from it.
page-moment-when = When
page-moment-what = What
page-moment-mood = Mood
page-moment-craving = Craving
page-moment-after = Craving within 3 hours

## Numbers of the areas

page-areas = What I work on, week by week
page-areas-aside = My own numbers, oldest first.

## The course

page-course = { $variant ->
    [first] Where I start
    [midway] Half-way
   *[ending] What I take along
}
page-around = People around me
# $people are names, such as “My partner, my sister.”
page-around-ring = { $ring ->
    [very_close] Very close
    [close] Close
    [around_me] Around me
   *[out_of_touch] Out of touch
}: { $people }
page-hopes = What I hope for
page-hope = { $hope }
page-hope-near = { $hope } ({ $near } of 10)
page-formulation = How it hangs together
page-gains = What became better
page-early-signs = First signs it gets harder
page-then = What I do then
page-turn-to = Whom I turn to

## Other care, and the daily rhythm

page-care = Medicine and other care
page-care-aside = As I recorded it.
page-care-days = { $told ->
    [0] No days told of in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
   *[other] Yes on { $yes } of { $told } told, in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
}
page-rhythm = Daily rhythm
page-rhythm-aside = { $period }. Near my time: within 45 minutes.
page-rhythm-near = Near my time on { $near } of { $told ->
    [one] { $told } day told
   *[other] { $told } days told
}.
page-rhythm-index = Of the days that count, { $index } of 100 were near my times. This is Meantime’s own number, no published scale.
page-rhythm-few = Not enough days to put it in one number.
page-anchor-out-of-bed = Out of bed
page-anchor-first-contact = First contact
page-anchor-started-day = Began the day
page-anchor-dinner = Dinner
page-anchor-to-bed = To bed

## Entries

page-when = { $date }.
page-when-where = { $date }, { $place }.
page-craving-change = Craving { $before } before, { $after } after.
page-craving-before = Craving { $before } before.
page-craving-after = Craving { $after } after.
page-mood-change = Mood { $before } before, { $after } after.
page-mood-before = Mood { $before } before.
page-mood-after = Mood { $after } after.
page-used-after = Used after.
page-not-used-after = Did not use.
page-place = { $place ->
    [home] at home
    [someones_home] at someone’s home
    [work] at work
    [out] out
    [travelling] while travelling
    [online] online
   *[treatment] in treatment
}
page-conflict-with = Something between { $person } and me
page-conflict = Something between someone and me
page-me = Me
page-other = The other one
# The one who speaks when nobody does: a silence, or something done.
page-nobody = Then
page-said = “{ $said }”
page-done = ({ $done })
page-i-meant = I meant: { $meant }
page-i-took-it = I took it as: { $meant }
page-felt = Felt { $feelings }.
page-felt-strength = { $feeling } { $strength }
page-turned = It turned here.
page-not-said = I did not say: { $notSaid }
page-i-wanted = I wanted
page-they-wanted = They may have wanted
page-how-it-ended = It ended
page-where-it-stands = Where it stands
page-stage = { $stage ->
    [renegotiation] Talking it through.
    [impasse] Stuck.
   *[dissolution] Coming to an end.
}
page-could-try = I could try
page-next-step = { $step ->
    [say_what_i_felt] say what I felt
    [ask_what_they_meant] ask what they meant
    [pick_a_calmer_time] pick a calmer time
   *[practise_with_therapist] practise it here
}
page-after = After
page-feelings = Feelings
page-grief-of = Missing { $person }
page-grief = Missing someone
page-grief-person = { $person }, who died { $when }.
page-died-on = on { $date }
page-died-in = in { $date }
page-brought-to-mind = What brought it on
page-miss = What I miss
page-hard = What was hard
page-unsaid = Left unsaid
page-with-the-feeling = What I do with it
page-could-hear = Who could hear it
page-you = you
page-note = A note
# What I wanted to get across, and what they likely heard.
page-message-meant = I was trying to say
page-message-heard = They likely heard
page-other-lines = I could also say
# The work in one of the four areas, and when it was begun.
page-begun = { $area ->
    [dispute] Working on a disagreement
    [grief] Working on a loss
    [transition] Working on a change
   *[connection] Working on connection
} since { $date }.
page-stage-since = { $stage } Since { $date }.
page-stage-before = Before that, from { $date }: { $stage }
page-i-expect = I expect
page-they-expect = They expect, as I see it
page-said-aloud = { $said ->
    [yes] said out loud
    [partly] said in part
   *[no] not said
}
page-met = { $met ->
    [yes] met
    [partly] met in part
   *[no] not met
}
# A line with what is told of it in brackets.
page-with-facts = { $text } ({ $facts })
page-options = Options
page-chosen = chosen
page-good-enough = Good enough
page-link-to-use = With using
# Numbers I gave, a week each, oldest first.
page-weeks = { $values } ({ $period })
page-settled = Settled, 0–10
page-grief-number = Grief, 0–10
page-warmth = Warmth, 0–10
page-interference = In the way, 0–10
page-mastery = I can handle it, 0–10
page-ending = How it ended
page-takes = What I take from it
page-approached = Approached again
page-looked = looked { $rating }
page-was = was { $rating }
page-rebuilding = Building up
page-done-so = done
page-days-ahead = Days ahead
page-birthday = birthday
page-anniversary = the day of the death
page-change = A change
page-parts = From, to
page-from-to = { $from } → { $to }
page-was-good = Good then
page-was-hard = Hard then
page-now-good = Good now
page-now-hard = Hard now
page-using-then = What using did
page-using-now = What does it now
page-supports = Help
page-asked = asked
page-not-asked = not asked yet
page-small-thing = A small thing to try
page-connection = Closer to people
page-connection-now = Now
page-connection-wish = I would like
page-in-the-way = In the way
page-contacts = Contacts I bring
page-contact-count = { $contacts ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
}; { $byMe } begun by me.
page-experiment = Something to try
page-how-far = How far
page-status = { $status ->
    [idea] An idea.
    [planned] Planned.
    [tried] Tried.
    [changed] Tried in another way.
   *[let_go] Let go.
}
page-why = Why
page-prediction = I thought
page-what-happened = What happened
page-rehearsal = A rehearsal
page-goal = I want
page-opening-line = My first line
page-might-say = They might say
page-could-say = I could say
page-sure = How sure, 0–10
page-sure-change = { $before } before, { $after } after.
page-sure-before = { $before } before.
page-sure-after = { $after } after.
page-attempt = Reaching out
page-what-came = What came of it
page-result = { $result ->
    [went_well] It went well.
    [mixed] Mixed.
    [no_reply] No reply.
    [said_no] They said no.
   *[i_stopped] I stopped.
}
page-looked-hard = How hard it looked
page-out-of-ten = { $rating } of 10
page-decision = A decision
page-option = An option
page-nothing-for-now = Nothing for now
page-for = For: { $text }
page-against = Against: { $text }
page-info-needed = I would need to know
page-to-ask = I could ask
page-contact = A contact
page-contact-with = Contact with { $person }
page-how = How
page-mode = { $mode ->
    [in_person] in person
    [call] by phone
    [text] by text
    [video] by video
    [online] online
   *[letter] by letter
}
page-started = { $startedBy ->
    [me] begun by me
    [them] begun by them
   *[planned] as planned
}
page-event = A moment
page-memory = A memory
page-memory-of = A memory of { $person }
page-it-is = It is
page-valence = { $valence ->
    [warm] Warm.
    [painful] Painful.
   *[mixed] Mixed.
}
page-strength = How strong
page-pattern = A story that repeats
page-starts = It usually starts
page-then-i = Then I
page-then-they = Then they
page-ends = It ends
page-first-change = A first small change
page-past = An earlier relationship
page-period-of = When
page-worked = What worked
page-went-wrong = What went wrong
page-my-part = My part
page-their-part = Their part
page-life = From my life
page-dash = { $first } to { $second }
page-circle = { $shows ->
    [now] People around me
    [wanted] People around me, as I would like it
   *[before] People around me, as it was before
}
page-ring = { $ring ->
    [very_close] Very close
    [close] Close
    [around_me] Around me
   *[out_of_touch] Out of touch
}
page-check-in-notes = From my check-ins
page-check-in-note = { $date }, craving { $craving }: { $note }
page-feeling = { $feeling ->
    [sad] sad
    [angry] angry
    [anxious] anxious
    [ashamed] ashamed
    [lonely] lonely
    [hurt] hurt
    [tender] tender
    [glad] glad
    [tired] tired
    [bored] bored
    [numb] numb
    [stressed] stressed
    [excited] excited
    [calm] calm
    [disappointed] disappointed
    [heavyhearted] heavy-hearted
    [annoyed] annoyed
    [furious] furious
    [uneasy] uneasy
    [afraid] afraid
    [panicked] panicked
    [embarrassed] embarrassed
    [guilty] guilty
    [left_out] left out
    [abandoned] abandoned
    [rejected] rejected
    [betrayed] betrayed
    [grateful] grateful
    [loving] loving
    [content] content
    [proud] proud
    [joyful] joyful
   *[accused] accused
}

## Names. Used in place of a name, in the middle of a sentence.

page-role = { $relation ->
    [partner] my partner
    [ex_partner] my ex-partner
    [mother] my mother
    [father] my father
    [parent] my parent
    [son] my son
    [daughter] my daughter
    [child] my child
    [brother] my brother
    [sister] my sister
    [sibling] my sibling
    [other_family] my relative
    [friend] my friend
    [colleague] my colleague
    [boss] my boss
    [sponsor] my sponsor
    [peer_in_recovery] my friend in recovery
    [clinician] my clinician
    [neighbour] my neighbour
    [pet] my pet
   *[other] someone I know
}
page-role-numbered = { $role } { $number }
page-someone = someone
# Words that fall away before a role, so that "my Ruth" is not "my my mother".
page-role-swallows = my our the
# Names that are also everyday words: written small, they stay as they are.
page-names-that-are-words = joy will mark rose grace hope faith art may june april summer autumn dawn eve amber ruby pearl iris violet heather ivy holly lily jasmine basil olive ginger pepper rob bob jack pat sue drew chase grant frank ernest dean duke earl king prince page clay cliff dale glen heath reed rich sandy sky star storm sunny angel bill buck chip dick don gene guy jay josh lance max miles nick norm ray rusty skip sonny trip van victor ward wade woody charity chastity constance destiny felicity harmony honor liberty melody mercy patience prudence serenity verity trinity willow daisy flora hazel laurel myrtle poppy
# Words that are often part of a name but say nothing about who it is.
page-names-small-parts = dr doctor mr mrs ms miss mx prof professor sir aunt auntie uncle cousin big little old young the my our from at of and de del la le van von der den bin ibn al

## The panel where the page is chosen

page-offer-first = Please read first
page-offer-item-nine = PHQ-9 item 9
page-offer-safety-plan = Safety plan
page-offer-own-line = A line from me
page-offer-agenda = What I want from this session
page-offer-scores = Scores
page-offer-cravings = Cravings
page-offer-use-days = Mark the days I used
page-offer-check-in-notes = What I wrote in check-in notes
page-offer-triggers = What set it off
page-offer-moments = Mood, craving and people
page-offer-areas = Numbers of what I work on
page-offer-supports = Medicine and other care
page-offer-rhythm = Daily rhythm
page-offer-entries = Entries

## Use, in my words

page-use = A time of use, in my words
page-use-substances = What it was
page-use-planned = Planned
page-use-was-planned = { $planned ->
    [yes] Yes.
    [partly] Partly.
   *[no] No.
}
page-use-stopped = Why it stopped
page-use-helped = What helped after
page-use-next = The next 24 hours
page-use-learned = What is clearer now

## An urge I rode out

page-ride = An urge I rode out
page-ride-lasted = How long
page-ride-minutes = { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
}
page-ride-helped = What helped
page-ride-note = Note
page-coping = { $coping ->
    [talked_to_someone] talked to someone
    [went_outside] went outside
    [left] left
    [wrote] wrote
    [waited_it_out] waited it out
    [urge_timer] the timer
    [ate_or_rested] ate or rested
    [exercise] exercise
    [meeting] a meeting
    [medication] medication as prescribed
    [prayer_or_meditation] prayer or meditation
    [distraction] distraction
   *[nothing_yet] nothing yet
}
