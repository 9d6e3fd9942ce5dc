"""The audit trail: who did what, to whom, when and from where; chained, so that nothing in it changes unseen."""

from kaya.audit.acts import Act, Kind, act
from kaya.audit.people import forget
from kaya.audit.recording import record, record_read, record_refusal

__all__ = ["Act", "Kind", "act", "forget", "record", "record_read", "record_refusal"]
