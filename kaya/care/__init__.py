"""Care: practitioners and what they offer, their time, and the appointments people make of it."""
