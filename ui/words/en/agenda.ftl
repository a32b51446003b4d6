# What one wants from a session.

agenda-title = What I want from this session
agenda-for = For { $day }. The most important first.
agenda-line = Line { $number }
agenda-up = Move line { $number } up
agenda-down = Move line { $number } down
agenda-remove = Remove line { $number }
agenda-add = Add a line
agenda-many = The page has room for the first { $count }.
agenda-own-line = A line to my therapist
agenda-own-line-hint = Something they should know. It stands at the top, under “Please read first”.
agenda-went-well = What went well
agenda-went-well-hint = Up to three stand on the page.
agenda-coming = Coming up
agenda-coming-hint = A day, a person or a place, and your plan for it. “Saturday, Ben’s party. I leave at nine.”
# $title is the list it goes to.
agenda-add-to = Add a line: { $title }
# $what is such as "An argument", $who names.
agenda-topic = { $what }, { $who }
agenda-bring = Talk about this in session
agenda-brought = It is on your list for session { $number }.
agenda-there = It is already on your list for session { $number }.
agenda-none-planned = No session is planned yet. Plan the next one here, then choose it again.
