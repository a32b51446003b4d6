# Fields for a day and a time.

fields-day-none = Choose a day
# $label is the field's name, such as Day; $day a day, or “Choose a day”.
fields-day-name = { $label }: { $day }
fields-day-clear = No day
fields-month-before = Month before
fields-month-after = Month after
fields-time-wrong = Write the time like 14:00 or 2:30 pm.
