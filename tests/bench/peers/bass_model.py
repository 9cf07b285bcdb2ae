"""The figures of bass.toml as the peers use them: Bass (1969) with leaving, in a small world."""

WEEKS = 260
INNOVATION = 0.03 / 52  # p, per person and week
IMITATION = 0.38 / 52  # q, per person and week, if all neighbours use the product
LEAVING = 0.2 / 52  # per user and week
DEGREE = 8
REWIRING = 0.1
