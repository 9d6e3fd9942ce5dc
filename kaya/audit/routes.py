"""Every page of the audit trail, for staff."""

from kaya.audit.acts import KIND_NAMES
from kaya.audit.views.trail import bp
from kaya.web.places import place
from kaya.words import say

__all__ = ["bp"]

place("staff", say("Audit"), "scroll-text", "audit.index", 90)

MEDIUMS = {
    "browser": say("in a browser"),
    "api": say("by the API"),
    "key": say("by an admin key"),
    "socket": say("on an open page"),
    "job": say("by a job"),
    "command": say("on the command line"),
}

bp.app_template_filter("medium_name")(lambda medium: MEDIUMS.get(medium, medium))
bp.app_template_filter("act_kind_name")(lambda kind: KIND_NAMES[kind])
