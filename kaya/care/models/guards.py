"""What the database refuses of care: two claims of one resource that overlap."""

from kaya.guards import Guard, guard

no_two_claims_overlap = guard(
    Guard(
        "two claims of one resource that overlap",
        sqlite=("claims_do_not_overlap_on_insert", "claims_do_not_overlap_on_update"),
        postgresql=("claims_do_not_overlap",),
    )
)
