# Help now: open before unlocking, public numbers only until then.

help-title = Help now
help-public-title = Help
help-opening = You don’t have to sort anything out now. Do one thing from here, or call one person.
help-thoughts = I’m having thoughts of ending my life
help-back = Back to what you were writing
help-close = Close help

help-ambulance = Call an ambulance first if
help-ambulance-overdose = someone may have taken too much: slow or no breathing, blue lips, can’t be woken. Give naloxone if you have it.
help-ambulance-stopping = after stopping or cutting down drinking or sleeping pills: shaking badly, confused, seeing things, a fit.
# $number is the emergency number.
help-ambulance-number = The number is <b>{ $number }</b>.

help-people = My people
help-people-none = When you mark someone as a person to call, on their card, their number stands here.
help-people-to-cards = Open People

help-numbers = Any time
help-more = More lines
help-numbers-all = Numbers by country
help-country = Country
help-all = All countries
help-public-only = This page works without the passphrase, but then it shows only the public numbers.
help-only-public = These are public numbers. Nothing of the journal is shown here.
help-emergency = Emergency
# $number is a phone number or the address of a site.
help-copy = Copy { $number }
help-your-number = Your local number

help-region-us = United States
help-region-ca = Canada
help-region-gb = United Kingdom
help-region-ie = Ireland
help-region-au = Australia
help-region-nz = New Zealand
help-region-eu = Europe (EU)
help-region-other = Elsewhere

help-about-danger = danger to you or someone else
help-about-danger-or-112 = danger to you or someone else; 112 works too
help-about-danger-or-999 = danger to you or someone else; 999 works too
help-about-local-emergency = danger to you or someone else
help-about-call-text-chat = call, text or chat
help-about-call-text-two-languages = call or text, English or French, day and night
help-about-call-text = call or text
help-about-listen = someone who listens
help-about-many-countries = someone who listens, in many countries
help-about-text = by text
help-about-text-home = text HOME
help-about-text-shout = text SHOUT
help-about-text-hello = text HELLO
help-about-text-zip = text your ZIP code, and they tell you what is near
help-about-text-start = text START
help-about-tty = for text telephones
help-about-samhsa = finding treatment and support, free, day and night, English or Spanish
help-about-veterans = for people who served
help-about-indigenous = for Indigenous people
help-about-urgent-mental-health = urgent help with how you feel
help-about-drugs = drugs: questions and support
help-about-alcohol = drinking: questions and support
help-about-drugs-alcohol = drugs and alcohol: questions and support
help-about-alone = someone stays on the line while you use
help-about-poison = something swallowed or taken by mistake
help-about-violence = when someone at home hurts or frightens you
help-about-violence-women = for women, when someone hurts or frightens you
help-about-website = a website that lists lines by country

help-thoughts-thanks = Thank you for being honest here. Many people have these thoughts, and they can ease with help.
help-thoughts-unseen = This app does not send this answer to anyone. No one is watching it.
help-thoughts-danger = If you might act on these thoughts or you are in danger now:
help-thoughts-talk = Talk to someone now:
help-thoughts-therapist = Tell my therapist
help-thoughts-therapist-about = Only you can tell them. You can call their office today, or put it on your page for the next session.
help-thoughts-page = Open my page
help-thoughts-safe = I’m safe right now, continue

help-plan-open = Open or change
# $day is when the number was compared with its source.
help-checked = Checked { $day }
help-waits = Not checked yet. Waits for review.
help-to-help = Back to Help now
help-review = This page waits for review by a clinician. It does not replace an emergency call.
help-read = Read before you need it

help-own = My own numbers
help-own-none = A local line, a doctor, someone you trust. They show only while the journal is open.
help-own-add = Add a number
help-own-change = Change
help-own-one = Number { $place }
help-own-name = Name
help-own-number = Number
help-own-about = When or how
help-own-remove = Take number { $place } away
help-own-keep = Keep

help-overdose-title = When someone may have taken too much
help-overdose-signs = Signs
help-overdose-signs-1 = can’t be woken, or only for a moment
help-overdose-signs-2 = slow breathing, or none
help-overdose-signs-3 = gurgling or snoring sounds
help-overdose-signs-4 = blue or grey lips or nails
help-overdose-signs-5 = very small pupils
help-overdose-do = What to do
help-overdose-do-1 = Shout their name and rub their breastbone hard.
help-overdose-do-2 = Call the emergency number. Say that someone isn’t breathing well.
help-overdose-do-3 = Give naloxone if you have it. With the spray: one spray in one nostril. It does no harm if it was something else.
help-overdose-do-4 = Give rescue breaths if you know how.
help-overdose-do-5 = If they breathe, lay them on their side.
help-overdose-do-6 = If nothing changes after 2 to 3 minutes, give naloxone again.
help-overdose-do-7 = Stay. Naloxone can wear off in 30 to 90 minutes, before the opioid does.
help-overdose-after = Good to know
help-overdose-after-1 = After any break the body can take less: after treatment, a hospital stay, custody, or some weeks without. An amount that was usual before can be too much now.
help-overdose-after-2 = It is safer not to be alone, and to have naloxone near.
help-overdose-after-3 = In most US states and in Canada the law gives some protection to people who call for help.

help-stopping-title = When stopping suddenly makes someone ill
help-stopping-signs = Get emergency care today for any of these
help-stopping-signs-1 = shaking badly, or sweating heavily
help-stopping-signs-2 = seeing or hearing things that aren’t there
help-stopping-signs-3 = a fit
help-stopping-signs-4 = confusion: not knowing where one is or what day it is
help-stopping-do = What to do
help-stopping-do-1 = Call the emergency number or go to the nearest emergency room. Don’t go alone if you can help it.
help-stopping-do-2 = Say what was taken, how much, and when the last time was.
help-stopping-do-3 = Stay with the person. In a fit, move hard things away and put nothing in their mouth.
help-stopping-after = Good to know
help-stopping-after-1 = Stopping alcohol, or pills such as benzodiazepines, all at once can be dangerous. A doctor can make it safe.
help-stopping-after-2 = The first three days are the most important ones to watch.

help-violence-title = When someone hurts or frightens you
help-violence-signs = First
help-violence-signs-1 = In danger now: call the emergency number.
help-violence-signs-2 = You are not to blame for what someone else does.
help-violence-do = What can help
help-violence-do-1 = Talk to a line below. They don’t need your name.
help-violence-do-2 = Tell your therapist first, before you try anything with that person.
help-violence-do-3 = Think of one safe place to go to, and one person who would come.
help-violence-do-4 = Keep what you need in one place: papers, keys, medicines, some money.
help-violence-after = About this computer
help-violence-after-1 = Hide now helps when someone looks over your shoulder. It does not help against someone who watches the computer or knows the passphrase.
help-violence-after-2 = If someone may be watching it, use another phone or computer to look for help.
help-violence-after-3 = Don’t show this journal to that person, and don’t write letters to them from it.
