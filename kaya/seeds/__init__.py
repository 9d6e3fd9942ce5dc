"""What a new house is furnished with: places, a catalogue, and in development people who show it in use."""
