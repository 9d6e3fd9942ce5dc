"""The rows that the audit trail owns."""

from kaya.audit.models.entry import CHAINED, AuditEntry, intake
from kaya.audit.models.head import Head
from kaya.audit.models.inspection import Inspection
from kaya.audit.models.last_anchor import LastAnchor
from kaya.audit.models.person import AuditPerson
from kaya.audit.models.segment import Segment

__all__ = ["CHAINED", "AuditEntry", "AuditPerson", "Head", "Inspection", "LastAnchor", "Segment", "intake"]
