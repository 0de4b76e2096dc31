package io.panelwatch.agent.report;

import io.panelwatch.agent.state.Site;
import java.util.regex.Pattern;

/**
 * What every message says of this device.
 *
 * @param device its id: {@code [A-Za-z0-9_-]{1,64}}, also the client id and part of every topic
 * @param model the board's model, or empty
 * @param serial the board's serial number, or empty
 * @param version this program's
 * @param configHash of the configuration in force, or empty
 * @param bootId as in {@code /proc/sys/kernel/random/boot_id}
 * @param site where it stands and who answers for it
 */
public record DeviceProfile(
    String device,
    String model,
    String serial,
    String version,
    String configHash,
    String bootId,
    Site site) {

  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public DeviceProfile {
    if (!DEVICE.matcher(device).matches()) {
      throw new IllegalArgumentException(
          "device id '%s' does not fit a topic: use 1 to 64 of A-Z a-z 0-9 _ -".formatted(device));
    }
  }

  /** The root of the device's topics, with its slash. */
  String root() {
    return "panelwatch/v1/" + device + "/";
  }
}
