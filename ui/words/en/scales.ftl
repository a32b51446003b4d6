# Rating scales: which there are, and what came out. The words of a scale stand in its own file.

scales-title = Scales
scales-sub = Short question sheets, the same each time
scales-about-phq-9 = Mood, 9 questions
scales-about-gad-7 = Worry, 7 questions
scales-about-bam-r = Use, risk and what protects, the last 30 days
scales-about-ucla-3 = Feeling alone, 3 questions
scales-about-pacs = Craving for alcohol, the last week
scales-about-audit-c = Drinking, 3 questions
scales-about = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
scales-never = not filled yet
scales-last = last filled { $day }
scales-half-way = left half-way
scales-suits = { $week ->
    [0] often filled at the start of a course
   *[other] often filled in week { $week } of a course
}
scales-never-due = Nothing here is ever due. Fill one when you and your therapist find it useful.
scales-fill = Fill it in
scales-fill-one = Fill it in: { $title }
scales-go-on-one = Go on: { $title }
scales-go-on = Go on
scales-again = Answer again
scales-since = Since { $day }

scales-skipped = not answered
scales-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
scales-answered = { $answered } of { $of } answered
scales-no-total = A total needs an answer to each question. Your answers are kept.
scales-often-called = Scores in this range are often called “{ $name }”
scales-out-of = On a scale from { $low } to { $high }
scales-moved-last = { $way ->
    [same] the same as last time
    [lower] { $by } lower than last time
   *[higher] { $by } higher than last time
}
scales-moved-first = { $way ->
    [same] The same as when you began
    [lower] { $by } lower than when you began
   *[higher] { $by } higher than when you began
}
scales-beyond = More than normal up-and-down.
scales-within = Within normal up-and-down.
scales-no-threshold = There is no agreed threshold for a change in this score.
scales-worth = Worth talking about in a session.
scales-snapshot = A score is a snapshot. It shows how you answered, not what you have.
scales-snapshot-change = A change of { $by } or more is read as more than normal up-and-down. A score shows how you answered, not what you have.
scales-support = If things feel heavy,
scales-support-link = people to talk to are here.
scales-start = start
scales-band = { $name } { $from }–{ $to }
# $values is a list of days with their scores.
scales-chart = { $title }, { $count ->
    [one] one score
   *[other] { $count } scores
} over time: { $values }
scales-which = Which part
scales-every = Every time
scales-date = Date
scales-score = Score
scales-change = Change
scales-open = Open the answers of { $day }
scales-old-rule = (counted by an older rule)
scales-answers = Answers of { $day }
scales-moved-most = What moved most
scales-from-to = { $from } to { $to }
scales-empty = Nothing filled yet
scales-empty-line = Once you fill it in, the score and how it moves stand here.

scales-others = Other scales
scales-others-about = A therapist may give you a file with another scale. It can be added here and taken away again.
scales-slot = { $title }: { $about }. Its counting is built in; its words come with a file.
scales-from-file = Add a scale from a file
scales-to-sources = Where the scales come from
scales-take = Add this scale
scales-remove = Take { $title } away
scales-removed = The scale is in the trash. What you filled in stays.
scales-replaces = It takes the place of the one you have in this language. That one stays as an earlier version.
scales-not-checked = Meantime checked how the file is built. It did not check the words.
scales-version = { $version }, language { $language }
scales-fact-about = About
scales-fact-owner = Owner
scales-fact-licence = Licence
scales-fact-permission = Rests on
scales-fact-source = Source
scales-fact-version = Version
scales-not-taken = This file was not taken
scales-nothing-changed = Nothing in your journal was changed.
scales-fault-too-long = The file is longer than a scale can be.
scales-fault-no-scale = This is not a scale file, or line { $line } of it is not as it should be.
# $field is a name in the file, such as copyright.
scales-fault-missing = The file does not say its { $field }. A scale needs its owner, licence, basis, source, version and the day it was checked.
scales-fault-day = The day on which it was checked is not a day.
scales-fault-size = There is no question in it, or a part of it is too long.
scales-fault-doubled = Two questions or two scores have the same name.
scales-fault-options = The answers to question { $item } are missing, doubled or out of range.
scales-fault-rule = The counting names a question that is not there or is not counted.
scales-fault-ends = The lowest and highest score do not fit the answers.
scales-fault-bands = The ranges leave a gap or lie on each other.
scales-fault-unlike = It has the name of a scale that is built in, and is counted in another way.
scales-fault-built-in = This scale is built in already, in this language.
scales-fault-item-nine = It uses a code that belongs to question 9 of the PHQ-9.
