package io.panelwatch.agent.config;

import java.util.regex.Pattern;

/**
 * {@code [device]}: who the device is.
 *
 * @param id {@code [A-Za-z0-9_-]{1,64}}; names its topics and equals its certificate's common name
 * @param model overrides what the board says of itself; empty where it does not
 * @param serial overrides what the board says of itself; empty where it does not
 */
public record DeviceSettings(String id, String model, String serial) {

  /** What can be a level of an MQTT topic and a certificate's common name. */
  static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final int MAX_LENGTH = 64;

  /** A device that is called like its host, with every sign that an id may not have as a dash. */
  static DeviceSettings defaults(String hostName) {
    String dashed = hostName.replaceAll("[^A-Za-z0-9_-]", "-");
    String id = dashed.substring(0, Math.min(dashed.length(), MAX_LENGTH));
    return new DeviceSettings(id.isEmpty() ? "panelwatch" : id, "", "");
  }
}
