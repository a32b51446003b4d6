# People: who is around, how near, and what is between.

people-title = People
people-sub = Drag someone nearer or further
people-add = Add
people-me = Me
people-view = How to show people
people-view-circles = Circles
people-view-list = List
people-view-time = Over time
people-search = Find someone
people-search-none = Nobody here fits “{ $typed }”.

people-circles = Closeness circles. Arrow keys move the chosen person: up is nearer, down is further, left and right go around. 1 is very close, 4 is out of touch, Delete takes them out. Enter opens their page.
people-ring-very_close = Very close
people-ring-close = Close
people-ring-around_me = Around me
people-ring-out_of_touch = Out of touch
people-ring-none = Not placed
people-ring-no-wish = As it is
people-layer = Which circle
people-layer-now = Now
people-layer-wanted = As I’d like it
people-layer-before = Before
people-layer-line-wanted = Move people to where you would like them to be. A dashed line leads from where they are now.
people-layer-line-before = How near people were before things got hard. It is kept as you go, by the day you draw it.
people-before-from-now = Start from how it is now
people-keep-picture = Keep a picture
people-keep-now = Keep a picture of now
people-picture-kept = { $count ->
    [one] A picture with 1 person is kept, with today’s date.
   *[other] A picture with { $count } people is kept, with today’s date.
  }
people-picture-trashed = The picture is in the trash.
people-picture-today = Today, as it is
people-picture-wanted = { $when }, as I’d like it
people-picture-before = Before, drawn { $when }
people-picture-time = { $day }, { $time }
people-picture-people = { $count ->
    [0] Nobody in it
    [one] 1 person
   *[other] { $count } people
  }
people-picture-menu = More for { $title }
people-picture-note = A line about it
people-picture-note-keep = Keep it
people-pictures = Kept pictures

people-time-empty = No pictures yet
people-time-empty-line = Keep a picture of the circle now and then. Later you can see who came nearer, and who went further away.
people-time-from = First picture
people-time-and = and
people-time-to = Second picture
people-time-shown = What to show
people-time-first = First
people-time-both = Both
people-time-second = Second
people-time-picture = { $from }, and { $to }, in one circle. What moved is told beside it.
people-time-moved = What moved
people-time-between = { $from } → { $to }
people-time-nothing = Everybody stands in the same ring in both.
people-time-way = { $from } → { $to }
people-time-unknown = { $count ->
    [one] 1 more has no card now and is left out.
   *[other] { $count } more have no card now and are left out.
  }
people-way-nearer = Nearer ({ $count })
people-way-further = Further away ({ $count })
people-way-joined = Came in ({ $count })
people-way-left = Not in the second ({ $count })
people-way-same = In the same ring ({ $count })
# What a screen reader hears after someone's name: their place and marks.
people-token-comma = { $first }, { $second }
people-moved = { $name }: { $ring }
people-unplaced = Not placed yet
people-mark-as-now = as it is now
people-mark-helps = helps my recovery
people-mark-harder = makes it harder
people-mark-both = helps, and makes it harder
people-mark-died = has died
people-mark-conflict = conflict in the last 30 days
people-legend = What the marks mean
people-legend-helps = Helps
people-legend-harder = Makes it harder
people-legend-both = Both
people-legend-died = Has died
people-legend-conflict = Conflict

people-list = People
people-list-now = How close { $name } is
people-list-wanted = How close I’d like { $name } to be
people-list-before = How close { $name } was before

people-empty-title = Who is around you?
people-empty-line = Put people nearer or further, as things are now, not as they should be. One name is a fine start. Someone you have lost can be here too.
people-empty-name = A first name
people-empty-hint = A made-up name works just as well.

people-panel-none = Choose someone to see their card.
people-menu = More for { $name }
people-open = Open their page
people-change-card = Change the card
people-take-out-now = Take out of the circle
people-take-out-wanted = Leave as it is
people-take-out-before = Take out of the circle
people-has-died = Mark as having died
people-to-trash = Put in the trash
people-close-now = How close right now
people-close-wanted = How close I’d like it
people-close-before = How close before
people-effect = My recovery, with { $name }
people-effect-helps = Helps
people-effect-harder = Harder
people-effect-both = Both
people-effect-not_sure = Not sure
people-i-expect = What I expect from { $name }
people-they-expect = What { $name } expects from me
people-good = What is good
people-hard = What is hard
people-change = What I’d change
people-met-yes = met
people-met-partly = partly met
people-met-no = not met
people-phone = To call
people-private = Kept off every page
people-nothing = Nothing is written on this card yet.
people-write-card = Write on the card
people-conflicts = Recent conflicts
people-griefs = Written about { $name }
people-write-one = Write one
people-conflicts-none = None written down.
people-conflict-untitled = An argument
people-grief-untitled = About a loss
people-stage-renegotiation = Talking it through
people-stage-impasse = Stuck
people-stage-dissolution = Coming to an end

people-trashed = { $name } is in the trash. What you wrote about them stays.
people-died-told = { $name } is marked as having died. You can write about them whenever you want.

people-relation-partner = Partner
people-relation-ex_partner = Ex-partner
people-relation-mother = Mother
people-relation-father = Father
people-relation-parent = Parent
people-relation-son = Son
people-relation-daughter = Daughter
people-relation-child = Child
people-relation-brother = Brother
people-relation-sister = Sister
people-relation-sibling = Sibling
people-relation-other_family = Other family
people-relation-friend = Friend
people-relation-colleague = Colleague
people-relation-boss = Boss
people-relation-sponsor = Sponsor or mentor
people-relation-peer_in_recovery = Friend in recovery
people-relation-clinician = Therapist or clinician
people-relation-neighbour = Neighbour
people-relation-pet = Pet
people-relation-other = Someone else
