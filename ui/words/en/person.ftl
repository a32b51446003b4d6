# Someone's card.

person-title = A person
person-new = Someone new
person-steps = Steps of the card
person-step-of = Step { $place } of { $all }
person-step-about = , about { $name }
person-step-begun = , begun
person-step-who = Who
person-step-close = How close
person-step-contact = Time together
person-step-support = Support
person-step-expect = What we expect
person-step-between = Between us
person-step-use = Using, and what they know
person-step-reach = Reaching them
person-step-safe = Feeling safe
person-step-page = On the page
person-next = Next: { $step }
person-earlier = Step before: { $step }
person-stop-here = You can stop anywhere. Everything but the name can be skipped, and it keeps what you wrote.

person-name = Name
person-name-hint = Only this is needed. A made-up name works just as well.
person-name-missing = The card is kept once it has a name. Until then it waits as a draft.
person-relation = They are my…
person-relation-none = Choose, or leave it
person-about = A line about them
person-about-hint = For example: six years; we live together.
person-standing = Today
person-standing-current = In my life
person-standing-past = From before
person-standing-estranged = We stopped talking
person-standing-died = Has died
person-died-line = You can write about them whenever you want, and keep days such as a birthday.
person-died-write = Write about { $name }

person-close = How close are they right now?
person-close-hint = As things are, not as they should be.
person-wanted = How close would I like it?
person-wanted-hint = A wish, not a task. It shows as a second circle.
person-effect = My recovery, with them
person-effect-line-helps = helps my recovery
person-effect-line-harder = makes it harder
person-effect-line-both = helps, and makes it harder
person-effect-line-not_sure = not sure if it helps

person-often = How often are we in touch?
person-often-daily = Every day
person-often-several_a_week = Several times a week
person-often-weekly = Every week
person-often-two_or_three_a_month = Two or three times a month
person-often-monthly = Every month
person-often-few_a_year = A few times a year
person-often-none = Not at all
person-how = How?
person-how-in_person = In person
person-how-call = Calls
person-how-text = Texts
person-how-video = Video
person-how-online = Online
person-how-letter = Letters
person-activities = What do we do together?
person-can-talk = What can I talk about with them?
person-cannot-talk = What can I not talk about?
person-cannot-talk-hint = And why, if you like.

person-degree-0 = None
person-degree-1 = A little
person-degree-2 = Some
person-degree-3 = Quite a lot
person-degree-4 = A great deal
person-support-got = How much support do I get?
person-support-of = What kind of support is it?
person-support-of-emotional = They listen
person-support-of-practical = Practical help
person-support-of-money = Money
person-support-of-company = Company
person-support-of-advice = Advice
person-support-of-recovery = Help with recovery
person-support-given = How much support do I give?
person-conflict = How much conflict is there?

person-i-expect = What I expect from them
person-i-expect-hint = Small and plain things count. Some may never have been said out loud.
person-they-expect = What they expect from me
person-they-expect-hint = As far as you know. A guess is fine.

person-feelings = What do I feel when we are together?
person-good = What is good between us?
person-hard = What is hard?
person-change = What would I change?
person-whose = Whose change would it be?
person-whose-mine = Mine
person-whose-theirs = Theirs
person-whose-both = Both of us
person-whose-accept_as_is = Nobody’s: I take it as it is
person-answer-placeholder = One line is fine. You can skip it.

person-use = What do they have to do with using?
person-use-hint = Choose all that fit. None is fine too.
person-use-supports_recovery = Supports my recovery
person-use-neutral = Nothing to do with it
person-use-uses_with_me = Uses with me
person-use-supplies = Gets it for me
person-use-pressures_me = Pressures me to use
person-use-worried = Worries about my use
person-use-harmed = Was hurt by my use
person-use-does_not_know = Does not know
person-knows = What do they know about?
person-knows-hint = A reminder for you, so that nothing is told by mistake.
person-knows-my_use = My use
person-knows-my_treatment = My treatment
person-knows-my_mood = My mood
person-onset = What changed between us when things got harder?

person-phone = Number
person-phone-note = When, or how
person-phone-note-hint = For example: after five, or text.
person-can-call = Someone to call when it is hard
person-can-call-yes = Yes
person-can-call-hint = Their number then stands beside the check-in and under Help now.
person-can-call-number = Add a number, so that it can stand there.

person-safe = Do you feel safe raising things with them?
person-safe-hint = Meantime only shows ideas for talking with someone after a clear yes.
person-safe-yes = Yes
person-safe-mostly = Mostly
person-safe-no = No
person-safe-unsure = Not sure
person-safe-prefer_not_to_say = Rather not say
person-safe-unanswered = Until then it leaves them out. If someone hurts or frightens you, there are people to talk to under <help>Help now</help>.
person-support = With your therapist first
person-support-with = With { $therapist } first
person-support-line = Nobody has to raise anything with someone who hurts, threatens or frightens them. Talking it over in a session comes first. Meantime shows no ideas for talking with this person.
person-support-call = { $line }: { $number }.
person-support-help = More people to talk to are under <help>Help now</help>.

person-private = Keep off every page
person-private-line = { $name } is left out of every page you make, and so is everything that is only about them. It stays here in the journal, where only you read it.
person-them = This person
person-done = Done

# Someone's own page.
person-card = The card
person-draft = You began to change this card. It waits as a draft.
person-draft-go-on = Go on with it
person-write = Write about { $name }
person-mine = What I expect from { $name }
person-theirs = What { $name } expects from me
person-unsaid = { $unsaid ->
    [one] 1 of { $all } was never said out loud.
   *[other] { $unsaid } of { $all } were never said out loud.
  }
person-knows-of = With { $name }
person-stood = The circle over time
person-stood-none = { $name } is not in the circle yet.
person-stood-keep = Keep a picture of the circle under People now and then, and steps show here.
person-stood-before = Before things got hard, drawn { $day }
person-stood-then = Before
person-stood-today = Today
person-stood-wanted = As I’d like it
person-stood-table = Show as a table
person-stood-when = When
person-stood-ring = Ring
person-cravings = Cravings when { $name } was there
person-cravings-line = How often { $name } was there, beside how often there was any.
person-cravings-strong = { $there } of { $all } strong cravings (6 or more)
person-cravings-every = { $there } of all { $all } check-ins
person-cravings-strong-days = { $there } of { $all } days with a strong craving
person-cravings-days = { $there } of all { $all } days with a check-in
person-cravings-none-strong = There was no strong craving (6 or more) in this time.
person-cravings-early = Too early to say.
person-cravings-so-far = { $count ->
    [0] No check-in says who was there yet.
    [one] 1 check-in says who was there.
   *[other] { $count } check-ins say who was there.
  }
person-cravings-since = Since { $day }. Counts from small numbers, not reasons and not proof.
person-cravings-untold = { $count ->
    [one] 1 more check-in does not say who was there, and is left out.
   *[other] { $count } more check-ins do not say who was there, and are left out.
  }
person-work = What { $name } is part of
person-written = Written with { $name } in it
person-written-none = Nothing yet.
person-written-all = Show all { $count } in the journal
person-in-circle = Show in the circle
