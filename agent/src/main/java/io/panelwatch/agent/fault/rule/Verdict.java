package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Level;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** What one scan says of one level of a fault. */
public enum Verdict {
  /** The condition is there. */
  RAISE,
  /** Between the raise and the clear limit: begins no fault and ends none. */
  HOLD,
  /** The condition is gone, the hysteresis included. */
  CLEAR,
  /** Not known. A sensor that cannot be read is not a healthy one: begins and ends nothing. */
  NO_DATA;

  /** What a scan says of all levels: there if any is, gone if all are. */
  public static Verdict ofAll(List<Verdict> levels) {
    if (levels.contains(RAISE)) {
      return RAISE;
    }
    if (levels.contains(NO_DATA)) {
      return NO_DATA;
    }
    return levels.contains(HOLD) ? HOLD : CLEAR;
  }

  /** The end of the condition where that is proven, and no statement where it is not. */
  public static Verdict clearIf(boolean proven) {
    return proven ? CLEAR : NO_DATA;
  }

  /** What a value means where it is the trouble or is not. */
  static Verdict of(OptionalDouble value, DoublePredicate trouble) {
    if (value.isEmpty()) {
      return NO_DATA;
    }
    return trouble.test(value.getAsDouble()) ? RAISE : CLEAR;
  }

  /** What a value means for a level. */
  public static Verdict of(Level level, OptionalDouble value) {
    if (value.isEmpty()) {
      return NO_DATA;
    }
    if (level.raisedBy(value.getAsDouble())) {
      return RAISE;
    }
    return level.clearedBy(value.getAsDouble()) ? CLEAR : HOLD;
  }
}
