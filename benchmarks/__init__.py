"""Speed, as figures and as ratios to a reference that runs beside them; see the README for the commands."""
