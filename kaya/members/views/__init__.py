"""Staff's pages about people."""
