"""Renderers: one module or package for each output, each a pure function of what it shows."""
