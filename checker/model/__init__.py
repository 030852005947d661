"""The nouns: frozen dataclasses, no logic beyond lookup."""
