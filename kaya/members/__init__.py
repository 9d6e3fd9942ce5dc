"""Staff's list of people: who is here, what they may do, who is asked in, and who may not come in for now."""
