"""Two minds for Backchannel, to show how minds are written, declared and tested."""
