# The card that is shown when an answer says that life feels not worth living.
# Order and wording follow domain reference D.1; the rest of it stands in help.ftl.

thoughts-now = How is it right now?
thoughts-danger = I’m in danger now
thoughts-talk = I want to talk to someone
thoughts-safe = I’m safe for now
thoughts-plan = Open my safety plan
thoughts-today = It may help to call your therapist today, and not wait for the next session.
thoughts-people = Or someone of yours:
