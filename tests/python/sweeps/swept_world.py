"""A small world with two strategies, and two of its keys that vary."""

WORLD = """
title = "Swept"
[run]
weeks = 30
replications = 3
[market]
customers = 5000
[strategies.embed]
start = 5
mix = [0.1, 0.2, 0.5, 0.2]
[strategies.later]
start = 12
ceo_voice = 0.01
"""
VARY = {"market.taste": (1, 5), "executive.eta": [0.001, 0.002]}
