package io.panelwatch.hal.linux;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.kernel.ErrorText;
import java.io.IOException;

/**
 * Tells of which errno a refusal of Java's own files is: all that Java keeps of it is the C
 * library's text, in the language that the program runs in. Thread-safe.
 */
public final class SystemErrors {

  private SystemErrors() {}

  /**
   * Whether a file was refused with that error. Not for those that Java has exceptions of their own
   * for, which keep no text: ENOENT, EACCES and EEXIST.
   */
  public static boolean is(IOException refusal, Errno errno) {
    return String.valueOf(refusal.getMessage()).endsWith(ErrorText.of(errno));
  }
}
