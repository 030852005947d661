"""checker judges a township's annual report on law-based government against the template of its county."""

__version__ = "0.1.0"
