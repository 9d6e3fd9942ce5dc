"""What is told about an archive."""

from kaya.notifications import kind
from kaya.words import say

kind(
    "archive-ready",
    label=say("Your archive is ready"),
    sentence=say("Your archive is ready. You can download it until {until_at}."),
    icon="archive",
    mail=True,
)
kind(
    "archive-failed",
    label=say("Your archive could not be made"),
    sentence=say("Your archive could not be made. Please ask for it once more."),
    icon="archive",
    mail=True,
)
