package io.panelwatch.hal;

import java.util.OptionalDouble;

/**
 * One attribute of one channel as it was read: a number, or the reason why there is none.
 *
 * <p>A switch reads 1 for on and 0 for off, as the kernel writes it.
 */
public sealed interface Measured {

  /** The attribute was read. */
  record Value(double value) implements Measured {}

  /** This channel has no such attribute: normal, and no reason to worry. */
  record Absent() implements Measured {}

  /** A recorded board was asked for something that only a live one could tell. */
  record NotRecorded() implements Measured {}

  /**
   * The attribute exists and is not known now: who tells of it is silent, or has not told yet.
   *
   * @param last the number as it was last told, where it ever was
   */
  record Stale(OptionalDouble last) implements Measured {}

  /**
   * The attribute exists and could not be read.
   *
   * @param errno the kernel's error number, or 0 where the failure was none of the kernel's
   * @param call what failed: {@code open}, {@code read}, {@code parse}, {@code timeout}
   * @param path which file or device
   */
  record Failed(int errno, String call, String path) implements Measured {}

  /**
   * The attribute may exist, and this program is not permitted to look: that is how the system is
   * set up, and no failure of anything.
   *
   * @param errno EPERM or EACCES
   * @param call what was refused: {@code open}
   * @param path which file or device
   */
  record Denied(int errno, String call, String path) implements Measured {}

  /** The channel has no such attribute. */
  static Measured absent() {
    return new Absent();
  }

  /** Only a live board could tell. */
  static Measured notRecorded() {
    return new NotRecorded();
  }

  /** Whoever tells of the attribute has not told yet. */
  static Measured notToldYet() {
    return new Stale(OptionalDouble.empty());
  }

  /** A value that was read. */
  static Measured of(double value) {
    return new Value(value);
  }

  /** A switch that was read. */
  static Measured of(boolean on) {
    return new Value(on ? 1 : 0);
  }

  /**
   * An attribute that a call did not give: denied where errno says so, failed otherwise.
   *
   * @param errno as in errno(3)
   * @param call what was refused
   * @param path which file or device
   */
  static Measured refused(int errno, String call, String path) {
    return Errno.saysDenied(errno) ? new Denied(errno, call, path) : new Failed(errno, call, path);
  }

  /** The number, where there is one. */
  default OptionalDouble number() {
    return this instanceof Value(double value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** The same once nobody tells of it any more; what has no number stays what it is. */
  default Measured asStale() {
    return this instanceof Value(double value) ? new Stale(OptionalDouble.of(value)) : this;
  }

  /** Whether the attribute was read and equals that number. */
  default boolean is(double expected) {
    return this instanceof Value(double value) && value == expected;
  }
}
