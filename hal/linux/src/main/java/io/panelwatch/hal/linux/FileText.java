package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;

/** A small file as it was read: its text, or why there is none. */
sealed interface FileText {

  /** The text, without the line end and blanks that the kernel appends. */
  record Text(String text) implements FileText {}

  /** Why there is none, as {@link Measured.Failed} has it. */
  record Unread(int errno, String call, String path) implements FileText {

    /** There is no such file, which for an attribute is normal. */
    boolean missing() {
      return Errno.ENOENT.is(errno);
    }

    /** The attribute is there and its driver has nothing to say, now or ever. */
    boolean withoutData() {
      return Errno.ENODATA.is(errno) || Errno.EOPNOTSUPP.is(errno);
    }

    Measured.Failed failed() {
      return new Measured.Failed(errno, call, path);
    }
  }

  /** The text, or another one where there is none. */
  default String or(String other) {
    return this instanceof Text(String text) ? text : other;
  }
}
