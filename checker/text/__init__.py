"""Pure functions on strings. They know Chinese and know nothing of documents."""
