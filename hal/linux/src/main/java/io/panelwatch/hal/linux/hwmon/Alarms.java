package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The alarm bits of a channel, told as one: which limit was passed, the number beside it tells.
 *
 * <p>A comparison with a limit that nobody set means nothing: a current sensor whose {@code
 * curr1_max} is 0 has {@code curr1_max_alarm} set whenever anything flows.
 */
final class Alarms {

  private Alarms() {}

  /**
   * Whether any is set; absent where the channel has none that means something.
   *
   * @param limits by the attribute that each was read of: {@code _max}; absent where it is none
   */
  static Measured of(ChannelAttributes attributes, Channel channel, Map<String, Measured> limits) {
    List<Measured> bits = new ArrayList<>();
    limits.forEach(
        (attribute, limit) -> {
          if (!(limit instanceof Measured.Absent)) {
            bits.add(attributes.on(channel, attribute + "_alarm"));
          }
        });
    boolean comparesWithNothing = bits.isEmpty() && limits.keySet().stream().anyMatch(channel::has);
    if (!comparesWithNothing) {
      bits.add(attributes.on(channel, "_alarm"));
    }
    return any(bits);
  }

  private static Measured any(List<Measured> bits) {
    Measured told = Measured.absent();
    for (Measured bit : bits) {
      if (bit.is(1)) {
        return bit;
      }
      told = bit instanceof Measured.Absent || told instanceof Measured.Failed ? told : bit;
    }
    return told;
  }
}
