"""A neutral domain on which bargaining can be measured against exact yardsticks."""
