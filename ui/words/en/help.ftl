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
help-thoughts-people = Or someone of yours:
help-thoughts-therapist = Tell my therapist
help-thoughts-therapist-about = Only you can tell them. You can call their office today, or put it on your page for the next session.
help-thoughts-page = Open my page
help-thoughts-safe = I’m safe right now, continue
