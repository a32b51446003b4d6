# Lists of small things that open one at a time.

lists-done = Done
lists-remove = Take it off the list
lists-removed = Taken off the list.
# $label is the question, $names who was chosen, or that nobody is.
lists-people = { $label } { $names }

# $chosen is the answer, $question what was asked.
lists-choice-change = { $chosen }. { $question }
lists-choice-clear = Leave it out
