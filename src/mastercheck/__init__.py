"""mastercheck: does a proposal or Master report meet what the participant guide asks of it?"""

__version__ = "0.1.0"
