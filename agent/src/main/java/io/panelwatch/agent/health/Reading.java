package io.panelwatch.agent.health;

import java.util.OptionalDouble;

/**
 * One quantity of one component at one moment.
 *
 * @param quantity what was read
 * @param component of what, stable over reboots: {@code fan1}
 * @param value the number, in the quantity's unit; empty unless the quality is good or stale
 * @param quality how far to believe it
 * @param errno why it failed or was denied, as in errno(3); 0 otherwise
 * @param source the file or device; of a failed or denied reading the very file that was not read
 */
public record Reading(
    Quantity quantity,
    String component,
    OptionalDouble value,
    Quality quality,
    int errno,
    String source) {

  /** Whether it was read just now. */
  public boolean good() {
    return quality == Quality.GOOD;
  }

  /** Whether the component has it as far as anybody may know, whether or not it could be read. */
  public boolean exists() {
    return quality != Quality.MISSING && quality != Quality.DENIED;
  }

  /**
   * Whether it may leave this program: what {@linkplain Quantity#isIdentity stands for a component}
   * is made of its serial number, and a number without any meaning elsewhere.
   */
  public boolean mayBeTold() {
    return !quantity.isIdentity();
  }

  /** The same value, not read this time; a reading that had none stays what it was. */
  Reading asStale() {
    return good() ? new Reading(quantity, component, value, Quality.STALE, errno, source) : this;
  }
}
