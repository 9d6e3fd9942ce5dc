"""Answering the web: who may knock, how a view answers, how an error looks."""
