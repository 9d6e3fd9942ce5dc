"""Today: a member's start page. It asks the features for their parts of the day; nothing looks at it."""
