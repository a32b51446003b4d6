# Questions to write from (domain reference G). Fixed wording: changing a question
# changes what was reviewed. $name is someone's first name.

prompts-dispute-1 = Think of one hard moment with { $name } this week. What did each of you say? Write the words as close as you can remember.
prompts-dispute-2 = What were you hoping { $name } would understand? Did you say it out loud?
prompts-dispute-3 = If { $name } told this story, what might they say they wanted from you?
prompts-dispute-4 = What do you each expect from the other? Mark the ones you have never talked about.
prompts-dispute-5 = Where are things now: still talking it through, stuck, or coming to an end? What tells you that?
prompts-dispute-6 = What did you feel in your body just before the talk turned? What did you do next?
prompts-dispute-7 = Did wanting to use come up before, during, or after? What was it trying to fix?
prompts-dispute-8 = List three things you could do now, even small ones. Which one feels safe to try first, and who could back you up?

prompts-grief-1 = Who are you missing? Tell me about an ordinary day with them.
prompts-grief-2 = What do you remember about the days around the death? Write only as much as you want to today.
prompts-grief-3 = What did you love about them? What was hard between you? Both can be true.
prompts-grief-4 = What did you not get to say? You can say it here.
prompts-grief-5 = What do you stay away from since they died? Which one might you be ready to go near, with someone beside you?
prompts-grief-6 = When the sadness comes, what do you do with it? Has using ever been the way you carried it?
prompts-grief-7 = Who else knew them? What would you like to talk about with that person?
prompts-grief-8 = What is one new thing or person you could make a little room for this week?

prompts-transition-1 = What changed, and when did you first feel it?
prompts-transition-2 = What do you miss about life before? Being honest about the good parts is fine.
prompts-transition-3 = What was hard about life before that you are glad to set down?
prompts-transition-4 = What is scary about the new part of your life? What might be good in it?
prompts-transition-5 = What did using do for you back then? What could do that job now?
prompts-transition-6 = Who has drifted away since the change, who has stayed, and who is new?
prompts-transition-7 = Which skill would make this easier? Who could show you or practice with you?
prompts-transition-8 = Describe one moment this week when you handled the new role better than you expected.

prompts-connection-1 = Who did you have contact with today, even for a minute? How did it leave you feeling?
prompts-connection-2 = When did you want to reach out and stop? What did you think would happen?
prompts-connection-3 = Think of a time you felt close to someone. What did each of you do that helped?
prompts-connection-4 = Do you notice a story that repeats with people? How does it start, and how does it end?
prompts-connection-5 = What is one line you could use to start a talk? Write it, then say it out loud once.
prompts-connection-6 = You tried something and it did not go as hoped. What part went fine? What would you change?
prompts-connection-7 = Who feels good to be around when you are not using? How could you see them again?
prompts-connection-8 = If someone wanted to be your friend, what would you want them to know about you?

prompts-craving-1 = Just before the urge, who was there, or who was on your mind?
prompts-craving-2 = What did you need from someone right then? Did anyone know?
prompts-craving-3 = If the urge could talk, what would it say about your day?
prompts-craving-4 = What helped, even a little? Who could help next time?
prompts-craving-5 = You used, and you came back to write. What happened in the hours before with other people?
prompts-craving-6 = What is the kindest true thing you can say to yourself about today?

prompts-session-1 = What matters most to talk about this time? Put it first.
prompts-session-2 = What have you been hoping your therapist would ask?
prompts-session-3 = What changed in your mood or cravings since last time, and what was going on with people then?
prompts-session-4 = What do you want to remember from today? What is one small thing you might try?
prompts-session-5 = As therapy comes to an end, what did you do that made things better?
prompts-session-6 = What are the first signs that things are slipping, and who will you tell?
