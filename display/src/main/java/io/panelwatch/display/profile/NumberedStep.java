package io.panelwatch.display.profile;

/** A step and the line that it stands on. */
record NumberedStep(int line, Step step) {}
