package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardMonitors;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Attributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lower limits of fans, as far as somebody set them: only those ask a fan to turn.
 *
 * <p>On {@linkplain BoardMonitors board monitors}, most are nobody's. Left out there are
 *
 * <ul>
 *   <li>what the register shows while its chip still has the scale that it woke up with: 1350000
 *       divided by a power of two. Fans of a healthy PC turn at a tenth of that;
 *   <li>one and the same limit on all channels of the chip that have one, where at least two do. It
 *       was set for the chip, empty headers included, and says nothing of this fan. From the moment
 *       that the fan is seen turning it counts, because then there is one.
 * </ul>
 *
 * <p>Other chips know how many fans they have: what they show is a limit.
 */
final class FanMinimums {

  /** No fan of a board turns faster; a limit above is a register that nobody set. */
  static final double MOST_RPM = 60_000;

  /** What drivers divide by the register and its divider (FAN_FROM_REG of drivers/hwmon). */
  private static final int TICKS_PER_MINUTE = 1_350_000;

  /** Four ticks at the highest divider of 128; below that, people set limits as well. */
  private static final int COARSEST_SCALE = 512;

  /** More fans than any board has. */
  private static final int REMEMBERED = 4096;

  private final ChannelAttributes attributes;

  /** The fans that were seen turning. */
  private final Set<String> turned = ConcurrentHashMap.newKeySet();

  FanMinimums(ChannelAttributes attributes) {
    this.attributes = attributes;
  }

  /**
   * A fan's lower limit in rpm, 0 for none; absent where it is nobody's.
   *
   * @param rpm how fast the fan turns now
   */
  Measured of(Chip chip, Channel fan, Measured rpm) {
    if (rpm.number().orElse(0) > 0 && turned.size() < REMEMBERED) {
      turned.add(fan.component());
    }
    Measured min = min(fan);
    boolean ofItsOwn =
        !BoardMonitors.include(chip.name())
            || turned.contains(fan.component())
            || !isSet(min)
            || !isOfAll(chip);
    return ofItsOwn ? min : Measured.absent();
  }

  /** Whether all limits of a chip are the same one. */
  private boolean isOfAll(Chip chip) {
    List<Measured> limits =
        chip.channels("fan", List.of("_min")).stream()
            .map(this::min)
            .filter(FanMinimums::isSet)
            .toList();
    return limits.size() > 1 && limits.stream().distinct().count() == 1;
  }

  private Measured min(Channel fan) {
    Measured min = Attributes.within(attributes.limit(fan, "_min"), 0, MOST_RPM);
    return BoardMonitors.include(fan.chip()) && isScale(min) ? Measured.absent() : min;
  }

  private static boolean isSet(Measured min) {
    return min.number().orElse(0) > 0;
  }

  private static boolean isScale(Measured min) {
    boolean scale = false;
    for (int divisor = 1; divisor <= COARSEST_SCALE; divisor *= 2) {
      int shown = TICKS_PER_MINUTE / divisor;
      scale |= min.is(shown);
    }
    return scale;
  }
}
