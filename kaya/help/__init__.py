"""Help, on every page and without a network: helplines, and a member's safety plan and trusted contact."""
