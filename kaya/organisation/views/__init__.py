"""The pages on which staff say whose house this is."""
