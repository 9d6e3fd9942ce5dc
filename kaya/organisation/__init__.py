"""The practice that runs this Kaya: its name, its policies, its places."""
