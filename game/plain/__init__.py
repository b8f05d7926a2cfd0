"""Line mode: the whole game as lines of text, for screen readers, Braille, pipes and dumb terminals."""
