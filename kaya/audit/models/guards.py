"""What the database refuses of the audit trail."""

from kaya.guards import Guard, guard

ON_BOTH = (
    "audit_entries_are_chained",
    "audit_entries_never_change",
    "audit_entries_stay_until_they_expire",
    "audit_head_goes_on_by_one",
    "audit_head_stays",
    "audit_segments_only_expire",
    "audit_segments_stay",
)

the_trail_is_append_only = guard(
    Guard(
        "an audit entry changed, deleted before it expired, or written past the chain",
        sqlite=ON_BOTH,
        postgresql=(*ON_BOTH, "audit_entries_are_not_emptied", "audit_segments_are_not_emptied"),
    )
)
