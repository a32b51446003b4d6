# One rating scale while it is filled. The words of the scale itself stand in its own file.

scale-count = { $answered } of { $of }
# $first and $last are the digit keys of the answers.
scale-keys = Keys { $first } to { $last } answer, ↑ ↓ move
scale-clear = Clear
scale-clear-of = Clear the answer to question { $number }
scale-passed-over = Not asked, after the answer above.
scale-days-unit = days, 0 to { $most }
scale-days-wrong = A whole number of days from 0 to { $most }, or leave it empty.
scale-fixed-words = These are fixed survey words, not how we see you.
scale-hard-one = Question { $number } is a hard one. If it is true for you, <people>people to talk to</people> are one key away (F1). Nothing you mark here is sent to anyone.
scale-later = Finish later
scale-no-total = { $answered } of { $of } answered. You can leave questions out. Then there is no total.
scale-owner = { $owner }. { $licence }.
