"""What is measured of a scenario, and the list of figures with their bands."""
