# What can grow from an entry: a rehearsal, a decision, something to try.

onward-title = From here, if you like
onward-to-rehearsal = Practise this
onward-to-decision = Decide something
onward-to-experiment = Something to try
onward-ask = Practise or try something: one question first
