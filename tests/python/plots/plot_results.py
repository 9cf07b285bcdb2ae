"""What the tests of the plots draw: one small world in which much happens in three years."""

WORLD = """
title = "A hurried world"
[run]
weeks = 160
replications = 12
[market]
customers = 20000
start_penetration = 0.15
[record]
trajectories = 0
[environment]
climate = [[0, 1.0], [20, 1.0], [40, 0.1]]
ai = { ceiling = 0.9, midpoint = 95, width = 15 }
[executive]
eta = 0.01
eta_scrutiny = 0.05
perception_noise = 1.0
[lines]
sustain = 4
"""

STRATEGIES = """
[strategies.embed]
label = "Cost $5, earn $6"
start = 50
mix = [0.2, 0.1, 0.6, 0.1]
[strategies.results]
label = "AI + results"
start = 60
ramp = 10
mix = [0.2, 0.7, 0.0, 0.1]
ai_adoption = 1.0
redeploy = 1.0
[strategies.never]
start = 500
mix = [1.0, 0.0, 0.0, 0.0]
"""

GRANT = """
[[grants]]
firm = 0
department = "marketing"
factor = {factor}
weeks = [30, 49]
"""
