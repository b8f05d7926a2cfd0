"""The neutral domain and what is measured on it."""
