# A memory of someone who died.

memory-title = A memory
memory-when = When was that?
memory-text = What do you remember?
memory-text-name = What do you remember of { $name }?
memory-text-hint = A moment, a voice, a smell. It does not have to be important.
memory-placeholder = One line is enough.
memory-valence = What is it like to remember this?
memory-valence-warm = Warm
memory-valence-painful = It hurts
memory-valence-mixed = Both
memory-strength = How strong is it right now? 0 to 10
memory-strength-low = faint
memory-strength-high = as if it were today
