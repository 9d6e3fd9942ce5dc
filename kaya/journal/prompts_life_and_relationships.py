"""Prompts for others, oneself, work, what is good, what is changing: slug, needs, times ("" is any), words."""

from typing import Any

from kaya.words import say

LIFE_AND_RELATIONSHIPS: tuple[tuple[str, str, str, Any], ...] = (
    ("thanks-unsaid", "others joy", "", say("Whom have you never properly thanked? Begin the sentence here.")),
    ("sentence-heard", "others", "evening", say("Which sentence that someone said today has stayed? Why that one?")),
    ("listen", "others", "", say("To whom did you listen lately, and what did they not say?")),
    ("ask-for", "others heavy", "", say("What could you ask of someone? Write the question down, word for word.")),
    ("no-said", "others self", "", say("Where would you like to say no? Try three ways of saying it.")),
    (
        "old-friend",
        "others joy",
        "",
        say("Of whom have you thought without writing to them? What would the first line be?"),
    ),
    ("kind-stranger", "others joy", "", say("When was a stranger kind to you? Tell it in full.")),
    (
        "friend-words",
        "self",
        "",
        say("Write what a good friend would say about this week of yours, if they had seen all of it."),
    ),
    (
        "mistake",
        "self work",
        "evening",
        say("A mistake, told as one tells it years later, when one can laugh a little."),
    ),
    ("younger", "self", "", say("What did you need to hear at fifteen? Say it now.")),
    ("proud", "self joy", "", say("What did you manage lately that nobody noticed?")),
    ("rest-earned", "self body", "", say("What does rest look like when it need not be earned first?")),
    ("rules", "self", "", say("Which rule do you live by that you never chose? Who made it?")),
    ("enough", "self work", "evening", say("What was enough today?")),
    ("work-best", "work joy", "evening", say("In which quarter of an hour of your work were you entirely there?")),
    ("work-stuck", "work worry", "day", say("You are stuck. Explain the matter to a clever child of ten.")),
    (
        "work-leave",
        "work sleep",
        "evening",
        say("Shut the workshop: what stays on the bench tonight, and where will you begin tomorrow?"),
    ),
    ("work-why", "work change", "", say("For whom do you do what you do? Picture one of them, with a name.")),
    (
        "three-good",
        "joy sleep",
        "evening night",
        say("Three things that were good today, and what your part in each of them was."),
    ),
    ("laughed", "joy", "", say("What made you laugh lately? Try to make it funny on paper.")),
    ("cheap-joy", "joy", "", say("A list of joys that cost nothing and take less than ten minutes.")),
    ("beauty", "joy calm", "", say("What was beautiful today, though nobody had made it for you?")),
    ("keep-this", "joy", "evening", say("Which five seconds of today would you keep, if five seconds could be kept?")),
    (
        "looking-forward",
        "joy change",
        "morning",
        say("What are you looking forward to? Go into it as if it were today."),
    ),
    ("threshold", "change", "", say("What is ending, and what has not begun yet? Describe the corridor between.")),
    (
        "new-habit",
        "change self",
        "morning",
        say("What do you do differently now than a year ago, without having decided to?"),
    ),
    ("take-along", "change", "", say("You are moving on. What do you take with you, and what may stay where it is?")),
    ("other-life", "change", "", say("In the life that you did not choose: what is it like there, on a Tuesday?")),
    ("question-open", "change worry", "", say("Which question may stay open for now?")),
    (
        "intention",
        "change calm",
        "morning",
        say("One word for how you want to be today, and where you will probably need it."),
    ),
)
