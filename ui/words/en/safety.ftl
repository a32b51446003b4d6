# Asked before anything that leads to speaking with someone (domain reference D.7).

safety-ask = Do you feel safe raising this with { $name }?
safety-about = First a question only you see. The answer stays on { $name }’s card, and you can change it at any time.
safety-answer-yes = Yes
safety-answer-mostly = Mostly
safety-answer-no = No
safety-answer-unsure = Unsure
safety-answer-prefer_not_to_say = Rather not say
safety-was = Raising this with { $name }: you answered “{ $answer }”. <change>Change</change>
safety-saved = Saved on { $name }’s card.

safety-first = Talk about this with your therapist first.
safety-first-name = Talk about this with { $name } first.
safety-first-line = What to try next stays closed here until it feels safe. Feeling unsafe with someone is never your fault, and you do not have to sort it out alone.
safety-first-call = If someone hurts you or frightens you: { $line }, { $number }.
safety-first-help = More under <help>Help now</help>.

safety-nobody = Say first who this is with. What leads to speaking with someone stays closed until then.
