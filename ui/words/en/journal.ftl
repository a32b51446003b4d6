# The journal: list, search, filters and reading.

journal-title = Journal
journal-count = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
 }, { $check-ins ->
    [one] 1 check-in
   *[other] { $check-ins } check-ins
 }
journal-count-begun = { $count ->
    [one] 1 not finished
   *[other] { $count } not finished
 }
journal-write = Write
journal-list = Entries
journal-search = Search the journal
journal-filters = Show only

journal-kind = Kind
journal-kind-several = { $count } kinds
journal-person = Person
journal-person-type = Type a name
journal-person-none = Nobody by that name.
journal-dates = Dates
journal-dates-since = Since session { $number }
journal-dates-week = The last 7 days
journal-dates-month = The last 30 days
journal-dates-from = From
journal-dates-to = To
journal-dates-range = { $from } to { $to }
journal-dates-after = From { $from }
journal-dates-before = Until { $to }
journal-dates-wrong = The first day comes after the last.
journal-to-bring = To bring
journal-only-me = Only me
journal-filter-off = { $filter }: show all again

journal-matched = { $matched } of { $all } match
journal-show-all = Show everything
journal-none-title = Nothing matches
journal-none = Nothing is lost; it is only not in this view. A shorter word may find it, or take a filter away.

journal-group-since = Since session { $number }
journal-group-between = Between sessions { $from } and { $to }
journal-group-before = Before session { $number }
journal-group-drafts = Not finished

journal-draft = Not finished
journal-craving = Craving { $craving }
journal-more = Show more

journal-open = Open
journal-back = Back to the list
journal-when = { $day }, { $time }
journal-choose = Choose an entry to read it here.
journal-keys = <kbd>↑ ↓</kbd> through the list, <kbd>Enter</kbd> opens

journal-empty-title = Nothing here yet
journal-empty = An entry can be one line. Start with whatever is closest: something said, someone missed, a change, an ordinary day.
journal-empty-write = Write one line
journal-empty-check-in = Check in instead
journal-empty-show = Show the check-ins
journal-empty-search = No entry is written yet. A word typed above is also looked for in your people and in what you are working on.
journal-empty-share = Every entry begins as “Only me”. You decide what to bring.
