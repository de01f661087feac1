"""The settings of a repository: where they stand, what they say, and which findings they and a baseline keep from counting."""
