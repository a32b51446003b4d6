# Riding an urge out with a timer.

ride-title = Ride it out
ride-lead = You don’t have to do anything about it. Let the clock do the work.
ride-about = Urges rise and fall. Yours may take more or less time than this. You can stop whenever you like.
ride-how-long = How long?
# $count is a number of minutes.
ride-minutes = { $count } min
ride-before = How strong is it now?
ride-none = None
ride-strongest = The strongest you have known
ride-or-not = A number, or none. Either is fine.
ride-start = Start
# $minutes is how long it was to be.
ride-left = left of { $minutes } minutes. You don’t have to do anything about it. Let the clock do the work.
# Said where nothing moves.
ride-about-left = { $minutes ->
    [one] About 1 minute
   *[other] About { $minutes } minutes
  }
# $time is a time of day, $craving a number from 0 to 10.
ride-begun = { $time }, you said { $craving }
ride-now = How strong is it now?
ride-often = Answer as often as you like, or not at all.
ride-rated = You said { $rating }. You can answer again later.
ride-eased-before = Things that eased it before
ride-of-times = { $times ->
    [one] { $eased } of 1 time
   *[other] { $eased } of { $times } times
  }
ride-rises = Notice where you feel it. Watch it rise, and watch it fall. Breathe as you like.
ride-eased = It has eased
ride-more = 5 more minutes
ride-stop = Stop here
ride-over = The time is over. { $minutes ->
    [one] That was 1 minute.
   *[other] That was { $minutes } minutes.
  }
ride-over-early = { $minutes ->
    [one] That was 1 minute. It counts.
   *[other] That was { $minutes } minutes. They count.
  }
ride-after = How strong is it now?
ride-still = It may still be there. That happens, and you don’t have to sit with it alone.
ride-still-line = A call to someone, another few minutes, or a number under Help now. Any of these is enough.
ride-helped = What helped?
ride-done = Keep it
ride-all-optional = Everything here can be left out.
ride-kept = Kept. You rode it out.
# On the lock screen: only a clock, nothing of what it is for.
ride-countdown = Countdown
ride-read-lasted = How long
# $lasted and $planned are minutes.
ride-read-minutes = { $lasted ->
    [one] 1 minute
   *[other] { $lasted } minutes
  }, planned { $planned }
ride-read-during = On the way
ride-read-rated = After { $minute } min: { $rating } of 10
