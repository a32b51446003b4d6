# Someone's card.

person-title = A person
person-new = Someone new
person-step-who = Who
person-step-close = How close
person-step-expect = What we expect
person-step-between = Between us
person-step-reach = Reaching them
person-step-safe = Feeling safe
person-step-page = On the page

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
person-effect = My recovery, with them

person-i-expect = What I expect from them
person-i-expect-hint = Small and plain things count. Some may never have been said out loud.
person-they-expect = What they expect from me
person-they-expect-hint = As far as you know. A guess is fine.
person-expect-add = Add one
person-expect-text = What is expected
person-expect-met = Does it happen?
person-met-yes = Happens
person-met-partly = Partly
person-met-no = Does not
person-met-unknown = Not sure
person-expect-remove = Remove “{ $text }”

person-good = What is good between us?
person-hard = What is hard?
person-change = What would I change?
person-answer-placeholder = One line is fine. You can skip it.

person-phone = Number
person-phone-note = When, or how
person-phone-note-hint = For example: after five, or text.
person-can-call = Someone to call when it is hard
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
person-about-them = About { $name }
person-done = Done
