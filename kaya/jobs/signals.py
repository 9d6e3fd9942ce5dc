"""The facts that jobs announce."""

from blinker import NamedSignal, signal

job_retried: NamedSignal = signal("jobs.job-retried")
