"""Analytics: how it has been, for the member alone: practice, mood and journal side by side. It only looks."""
