"""Self-care: the library of sessions and its composer, what members practise and how it went, and programs.

The library is written here in Python and planted as rows; members compose sessions of their own beside it.
"""
