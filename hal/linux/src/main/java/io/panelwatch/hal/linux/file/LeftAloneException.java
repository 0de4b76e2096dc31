package io.panelwatch.hal.linux.file;

/** Ends a thread that was left alone with a device: somebody else reads its family by now. */
final class LeftAloneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeftAloneException(String device) {
    super(device + " answered after it was given up", null, false, false);
  }
}
