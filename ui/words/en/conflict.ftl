# An argument or a silence, written turn by turn.

conflict-title = An argument
conflict-who = Who with?

conflict-step-happened = What happened
conflict-step-said = What was said
conflict-step-wanted = What we wanted
conflict-step-ended = How it ended
conflict-step-stands = Where it stands
conflict-step-next = What next

conflict-happened = What happened?
conflict-said = What was said?
conflict-said-hint = As close to the real words as you can. Then what was underneath.
conflict-wanted = What did you want?
conflict-wanted-me = What I wanted
conflict-wanted-might = What might { $name } have wanted?
conflict-wanted-might-them = What might they have wanted?
conflict-wanted-name = What { $name } might have wanted
conflict-wanted-them = What they might have wanted
conflict-ended = How did it end?
conflict-one-line = One line is fine.
conflict-later = You can write, or leave this one for another day.

conflict-nobody = Say <who>who this was with</who>, and two more questions may open here: where it stands, and what to try next.

conflict-turn-said = What { $name } said, turn { $place } of { $count }
conflict-turn-i-said = What I said, turn { $place } of { $count }
conflict-turn-they-said = What they said, turn { $place } of { $count }
conflict-turn-nobody = What happened in the silence, turn { $place } of { $count }
conflict-turn-words = The words, as you remember them
conflict-turn-silence = What happened, or did not
conflict-me = Me
conflict-them = They
conflict-nobody-name = Nobody
conflict-meant = I meant
conflict-took = I took it as
conflict-felt = I felt
conflict-not-said = I did not say
conflict-meant-ask = What did you want { $name } to know?
conflict-meant-ask-them = What did you want them to know?
conflict-took-ask = What did you take it to mean?
conflict-not-said-ask = What stayed inside?
conflict-add-me = I said
conflict-add-name = { $name } said
conflict-add-them = They said
conflict-add-nobody = Nobody spoke
conflict-speaker = Who spoke, turn { $place }
conflict-up = Move this turn up (Alt ↑)
conflict-down = Move this turn down (Alt ↓)
conflict-remove = Remove this turn
conflict-removed = The turn is gone.
conflict-moved = Moved to place { $place } of { $count }
conflict-full = That is { $count } turns, the most one conversation can hold.
conflict-keys = <kbd>Enter</kbd> goes on to the next turn, <kbd>Alt ↑ ↓</kbd> moves one, <kbd>Shift Enter</kbd> starts a new line.

conflict-stands = Where does it stand now?
conflict-stage-renegotiation = Talking it through
conflict-about-renegotiation = We disagree, and we’re still trying.
conflict-stage-impasse = Stuck
conflict-about-impasse = We’ve gone quiet about it.
conflict-stage-dissolution = Coming to an end
conflict-about-dissolution = One of us may be letting go.
conflict-stage-line = { $stage }. { $about }
conflict-stage-clear = Leave this open

conflict-try = What I could try next
conflict-try-ask = What could you try next?
conflict-next-say_what_i_felt = Say what I felt
conflict-next-ask_what_they_meant = Ask what they meant
conflict-next-ask-name = Ask what { $name } meant
conflict-next-pick_a_calmer_time = Pick a calmer time
conflict-next-practise_with_therapist = Practise with my therapist
conflict-next-practise-name = Practise with { $name }
