# Dates that are known only in part, and days that come back each year.

days-day = Day
days-month = Month
days-year = Year
days-none = –
days-year-wrong = Write the year with four digits, not later than this year. Or leave it empty.
days-day-wrong = There is no such day, or it is still to come.
days-about = As exactly as you know, or want to say. The year alone is enough.
days-change = { $date }. Change when this was
days-clear = Leave the date out
