# What all writing pages share: title, who and when, sharing, feelings, versions, delete.

entry-kind-conflict = An argument
entry-kind-grief = A loss
entry-kind-note = A note
entry-kind-check-in = Check-in
entry-kind-event = A moment
entry-kind-contact = A contact
entry-kind-attempt = Reaching out
entry-kind-memory = A memory
entry-kind-decision = A decision
entry-kind-rehearsal = A rehearsal
entry-kind-experiment = Something to try
entry-kind-dispute = A disagreement
entry-kind-transition = A change
entry-kind-connection = Connection
entry-kind-pattern = A story that repeats
entry-kind-past-relationship = An earlier relationship
entry-kind-life-event = On the timeline
# These never stand in the journal's list; the words are there so that no kind is ever nameless.
entry-kind-person = A person
entry-kind-loss = Someone who died
entry-kind-course = Your sessions
entry-kind-session = A session
entry-kind-page-choices = Page choices
entry-kind-disclosure = A saved page
entry-kind-settings = Settings
entry-kind-circle = A picture of the circle
entry-kind-weekly = Numbers of the week
entry-kind-prompt = A question of your own
entry-kind-ride = An urge you rode out
entry-kind-use = A time of use
entry-kind-use-day = A day in the calendar
entry-kind-rhythm = The daily rhythm
entry-kind-rhythm-day = A day’s rhythm
entry-kind-care = Care beside therapy
entry-kind-care-day = Care on a day
entry-kind-safety-plan = Your safety plan
entry-kind-answers = A scale
entry-kind-scale-pack = A scale from a file

entry-title = Title
entry-title-placeholder = A title, if you like

entry-who-about-none = Who is in it?
entry-who-with = With { $names }
entry-who-change = { $names }. Change who this is about
entry-who-title = Who is this about?
# $question is what is asked, such as "Who have you seen it with?".
entry-who-chosen = { $names }. { $question }
entry-who-filter = Type a name
entry-who-add = Add { $name }
entry-who-add-hint = Adds a card to People. A made-up name works as well.
entry-who-nobody-yet = Nobody yet. Type a name to add someone.
entry-who-count = { $count ->
    [0] Nobody by that name yet
    [one] 1 person
   *[other] { $count } people
 }

# $title is what the entry it grew from is called.
entry-grew-from = From “{ $title }”

entry-when-title = When was this?
entry-when-change = { $when }. Change when this was
entry-when-at = { $day }, { $time }
entry-when-day = Day
entry-when-time = Time
entry-when-now = Now
entry-when-yesterday = Yesterday evening
entry-when-later = That is still to come. An entry can be for now or earlier.

entry-place-title = Where was this?
entry-place-none = Where?
entry-place-change = { $place }. Change where this was
entry-place-home = At home
entry-place-someones-home = At someone’s home
entry-place-work = At work
entry-place-out = Out
entry-place-travelling = On the way
entry-place-online = Online
entry-place-treatment = In treatment
entry-place-own = Somewhere else
entry-place-leave-out = Leave it out

entry-sharing = Sharing
entry-only-me = Only me
entry-to-bring = To bring
entry-only-me-line = It will not be offered for any summary. You can change this at any time.
entry-to-bring-line = It can go in your next summary. Nothing leaves until you have seen the page and saved it.
# $day is a day of the week within the next seven days.
entry-to-bring-day-line = It can go in { $day }’s summary. Nothing leaves until you have seen the page and saved it.

entry-around = Craving around this
entry-around-title = Around this
entry-around-about = One number is enough. Any of them can stay empty.
entry-around-add = Craving or mood
entry-around-change = Change
entry-before = before
entry-after = after
entry-mood = Mood
entry-around-line = A line on what you did after
entry-craving-before = Craving just before, 0 to 10
entry-craving-after = Craving afterwards, 0 to 10
entry-mood-before = Mood just before, 0 to 10
entry-mood-after = Mood afterwards, 0 to 10
entry-craving-low = none
entry-craving-high = strongest known
entry-mood-low = very low
entry-mood-high = very good
entry-scale-clear = Take this answer back
# From −3 to +3.
entry-lean-bad-3 = very bad
entry-lean-bad-2 = bad
entry-lean-bad-1 = a bit bad
entry-lean-good-0 = neither
entry-lean-good-1 = a bit good
entry-lean-good-2 = good
entry-lean-good-3 = very good
entry-lean-of = { $number }, { $word }
entry-used-after = Did you use anything after this?
entry-used-no = No
entry-used-yes = Yes
entry-used-rather-not-say = Rather not say
entry-used-line = Whatever the answer, it is information. It shows only what you choose to bring.
entry-used-was-no = Did not use after.
entry-used-was-yes = Used after.

entry-feelings = Feelings
entry-feelings-add = Add a feeling
entry-feelings-change = { $feelings }. Change feelings
entry-feelings-type = Type a feeling, or choose
entry-feelings-own = Add “{ $word }”
entry-feelings-strength = How strong was “{ $feeling }”? 0 to 10, if you like
entry-family-sad = Sad
entry-family-angry = Angry
entry-family-afraid = Afraid
entry-family-ashamed = Ashamed or guilty
entry-family-lonely = Lonely
entry-family-hurt = Hurt
entry-family-tender = Tender
entry-family-glad = Glad or proud
entry-family-other = Besides
entry-family-own = In your words
entry-feeling-sad = Sad
entry-feeling-angry = Angry
entry-feeling-anxious = Anxious
entry-feeling-ashamed = Ashamed
entry-feeling-lonely = Lonely
entry-feeling-hurt = Hurt
entry-feeling-tender = Tender
entry-feeling-glad = Glad
entry-feeling-tired = Tired
entry-feeling-bored = Bored
entry-feeling-numb = Numb
entry-feeling-stressed = Stressed
entry-feeling-excited = Excited
entry-feeling-calm = Calm
entry-feeling-accused = Accused
entry-feeling-disappointed = Disappointed
entry-feeling-heavyhearted = Heavy-hearted
entry-feeling-annoyed = Annoyed
entry-feeling-furious = Furious
entry-feeling-uneasy = Uneasy
entry-feeling-afraid = Afraid
entry-feeling-panicked = Panicked
entry-feeling-embarrassed = Embarrassed
entry-feeling-guilty = Guilty
entry-feeling-left-out = Left out
entry-feeling-abandoned = Abandoned
entry-feeling-rejected = Rejected
entry-feeling-betrayed = Betrayed
entry-feeling-grateful = Grateful
entry-feeling-loving = Loving
entry-feeling-content = Content
entry-feeling-proud = Proud
entry-feeling-joyful = Joyful

entry-lines-line = { $list }, line { $place }
entry-lines-add = Add a line

entry-outline = In this entry
entry-stop = You can stop here. It keeps your place.
entry-help = If this brings up too much: <help>Help now</help>.
entry-done = Done for now

entry-not-saved = Not saved yet
entry-disk-full = The disk is full, so the last few lines are not saved.
entry-disk-full-line = They are still here, as long as Meantime stays open. Free some space and try again, or put this text away on a stick or another disk, locked.
entry-trouble = The last few lines are not saved yet.
entry-trouble-line = They are still here, as long as Meantime stays open. { $sentence }
entry-saved-up-to = Saved up to { $time }. What you wrote since then is waiting.
entry-nothing-saved = Nothing of this is on the disk yet.
entry-left-unsaved = The entry you left is not saved yet. It stays open in the Journal and is tried again.

entry-more = More for this entry
entry-versions = Earlier versions
entry-versions-about = A version is kept each time you leave an entry. Bringing one back keeps what is here now as well.
entry-versions-none = No earlier versions yet. One is kept each time you leave this entry.
entry-versions-list = Versions
entry-version-at = { $day }, { $time }
entry-version-now = as it was last kept
entry-version-back = Bring this back
entry-brought-back = Brought back as a new version. The one before it is kept too.

entry-delete = Delete
entry-delete-title = Delete this entry?
entry-delete-about = It leaves the journal, search, and any page you make from now on. It waits in the trash, under Settings, and you can bring it back from there. Pages you already saved do not change.
entry-delete-keep = Keep it
entry-delete-now = Move to trash
entry-trashed = Moved to the trash.

entry-my-partner = my partner
entry-my-ex-partner = my ex-partner
entry-my-mother = my mother
entry-my-father = my father
entry-my-parent = my parent
entry-my-son = my son
entry-my-daughter = my daughter
entry-my-child = my child
entry-my-brother = my brother
entry-my-sister = my sister
entry-my-sibling = my sibling
entry-my-other-family = my family
entry-my-friend = my friend
entry-my-colleague = from work
entry-my-boss = my boss
entry-my-sponsor = my sponsor
entry-my-peer-in-recovery = from recovery
entry-my-clinician = from my care
entry-my-neighbour = my neighbour
entry-my-pet = my pet
entry-my-other = someone I knew

entry-read-nothing = Nothing is written in it yet.
entry-read-quote = “{ $text }”
entry-read-me = Me
entry-read-them = They
entry-read-nobody = Nobody spoke
entry-read-meant = I meant: { $text }
entry-read-took = I took it as: { $text }
entry-read-felt = I felt: { $feelings }
entry-read-not-said = I did not say: { $text }
entry-read-nonverbal = Body, voice: { $text }
entry-read-strength = { $feeling } { $strength }
entry-read-around = Around this
entry-read-craving = Craving { $before } before, { $after } after
entry-read-craving-before = Craving { $before } before
entry-read-craving-after = Craving { $after } after
entry-read-mood = Mood { $before } before, { $after } after
entry-read-mood-before = Mood { $before } before
entry-read-mood-after = Mood { $after } after
entry-read-of-ten = { $number } of 10
entry-read-check-in-craving = Craving
entry-read-check-in-mood = Mood
entry-read-check-in-used = Drank or used since the last check-in
entry-read-used-rather-not-say = Rather not say
