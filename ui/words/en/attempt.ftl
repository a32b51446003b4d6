# A try at reaching someone, also one that went nowhere.

attempt-title = Reaching out
attempt-name = What did you try?
attempt-name-placeholder = What did you try?
attempt-who = Who did you try to reach?
attempt-later = You can write, or leave this one for another day.

attempt-step-happened = What happened
attempt-step-came = What came of it
attempt-step-hard = How hard it looked
attempt-step-learned = What I take from it

attempt-happened = What happened?
attempt-came = What came of it?
attempt-result-went_well = It went well
attempt-result-mixed = Some of each
attempt-result-no_reply = No reply
attempt-result-said_no = They said no
attempt-result-i_stopped = I stopped
attempt-about-went_well = You reached out, and it reached someone.
attempt-about-mixed = You reached out. Part of it can still have been good.
attempt-about-no_reply = You reached out. That was your part, and you did it.
attempt-about-said_no = You asked. A no can hurt, and asking still counts.
attempt-about-i_stopped = You came this far. Stopping can be the right thing.
attempt-felt = How did it feel after?
attempt-hard = How hard did it look before, 0 to 10
attempt-hard-low = easy
attempt-hard-high = very hard
attempt-learned = What part went fine? Is there anything you would do another way?
attempt-read-felt = How it felt after
