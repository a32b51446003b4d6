# About a loss.

grief-title = A loss
grief-who = Who is this about?
grief-who-change = { $name }. Change who this is about
grief-who-line = { $name }, { $relation }
grief-who-new = Someone else who died
grief-who-add = Add { $name }
grief-who-add-line = This makes a card for them under People, marked as someone who died. You can change it there.
grief-who-none = Nobody here yet. Write the name you call them by.
grief-died-none = When did they die?
grief-died-on = Died { $date }
grief-died-in = Died in { $date }

grief-mind = What brought them to mind?
grief-mind-name = What brought { $name } to mind?
grief-whole = The whole of them
grief-whole-name = The whole of { $name }
grief-whole-hint = People we lose were good and hard. There is room for both here.
grief-miss = What I miss
grief-hard = What was hard
grief-unsaid = Something left unsaid
grief-feeling = What do you do with this feeling, most days?
grief-hear = Who could hear some of this?
grief-someone = Someone else
grief-therapist = My therapist
grief-later = You can write, or leave this one for another day.

grief-loss-title = About { $name }
grief-loss-about = As much as you know, or want to say. All of it can stay empty.
grief-loss-died = When did { $name } die?
grief-loss-birthday = { $name }’s birthday
grief-loss-day = Day
grief-loss-month = Month
grief-loss-year = Year
grief-loss-none = –
grief-loss-birthday-day = Birthday, day
grief-loss-birthday-month = Birthday, month
grief-loss-year-wrong = Write the year with four digits, not later than this year. Or leave it empty.
grief-loss-day-wrong = There is no such day, or it is still to come.
grief-loss-keep = Keep this day in mind each year
grief-loss-remind = Say so on Today when one of these days is near
grief-loss-cause = What did { $name } die of? Only if you want to say.
grief-cause-illness = Illness
grief-cause-accident = Accident
grief-cause-overdose = Overdose
grief-cause-suicide = Suicide
grief-cause-violence = Violence
grief-cause-other = Something else
grief-cause-prefer_not_to_say = Rather not say
grief-loss-keep-it = Keep this

grief-support = Losing someone this way is its own kind of hard.
grief-support-line = Many people have been here, and there is help that knows it. You do not need to be in danger to call.
grief-support-call = { $line }: { $number }.
grief-support-help = All of them are under <help>Help now</help>.

grief-page = More about { $name }
grief-page-line = Memories, days to be gentle with, what is hard to go near, and what goes on.
grief-page-open = Open their page

grief-near-birthday = { $name }’s birthday is near
grief-near-anniversary = The day { $name } died is near
grief-near-own = { $day } is near
grief-near-line = { $day }. Would a plan for the day help? Who to be with, what to do, what to leave out.
grief-near-plan = Plan the day
grief-near-title = A plan for { $day }
grief-near-prompt = Who to be with, what to do, what to leave out.

grief-step-mind = What brought it up
grief-step-whole = Good and hard
grief-step-unsaid = Left unsaid
grief-step-feeling = This feeling
grief-step-hear = Who could hear
