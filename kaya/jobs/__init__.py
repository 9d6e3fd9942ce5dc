"""Work for later: a job is a row written inside the verb's transaction, so it is done if and only if that was kept."""

from kaya.jobs.leases import renew
from kaya.jobs.queue import enqueue, forget
from kaya.jobs.registry import every, job

__all__ = ["enqueue", "every", "forget", "job", "renew"]
