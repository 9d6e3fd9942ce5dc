"""The pages of mood."""
