"""The journal: pages, drafts of them, photos, gratitude, and pages that only their passphrase opens.

All of it is its writer's alone. Words are sealed at rest; sealed pages come encrypted from the browser.
"""
