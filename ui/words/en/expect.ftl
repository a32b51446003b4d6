# What one side expects of the other, on a card and in a disagreement.

expect-add = Add one
expect-text = What is expected
expect-remove = Remove “{ $text }”
expect-said = Was it ever said out loud?
expect-said-none = Was it said? Skipped
expect-said-yes = Said out loud
expect-said-partly = Said in part
expect-said-no = Never said
expect-met = Does it happen?
expect-met-yes = Happens
expect-met-partly = Happens in part
expect-met-no = Does not happen
expect-met-unknown = Not sure if it happens
expect-matters = How much it matters
expect-matters-none = How much? Skipped
expect-matters-degree = { $degree }: { $how }
expect-degree-0 = does not matter
expect-degree-1 = matters a little
expect-degree-2 = matters some
expect-degree-3 = matters quite a lot
expect-degree-4 = matters a great deal
