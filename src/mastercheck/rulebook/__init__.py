"""The rulebook: what a guide demands, as data, and how it is loaded."""
