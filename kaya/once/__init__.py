"""What a client asks for twice under one key is done once: the keys, for a day."""
