package io.panelwatch.agent.config;

import io.panelwatch.hal.LineRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code [watch]}: what must be there on this board, which no board can tell of itself.
 *
 * @param usb USB devices as {@code "1a86:7523"}, vendor and product as lsusb(8) prints them, in
 *     lower case
 * @param units systemd units as {@code "kiosk.service"}
 * @param links interfaces that must have a link, and the speed expected of them in Mbit/s: {@code
 *     {eth0 = 1000}}; 0 where any speed will do
 * @param ups the UPS that feeds the board, as {@code "name@host:port"}
 * @param powerFailLine the GPIO line by which a supply tells that it is failing, named like those
 *     of {@link SpiSettings}; {@code power-fail-active-low = true} where low tells so
 */
public record WatchSettings(
    List<String> usb,
    List<String> units,
    Map<String, Integer> links,
    Optional<UpsAddress> ups,
    Optional<LineRequest> powerFailLine) {

  /** Nothing but what every board is watched for. */
  public static final WatchSettings NONE =
      new WatchSettings(List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());

  /**
   * Where a UPS is asked for: the server of Network UPS Tools (upsd(8)) and the name it has there.
   *
   * @param name as in {@code ups.conf} of that server
   * @param host of the server
   * @param port {@value #USUAL_PORT} unless the file says another one
   */
  public record UpsAddress(String name, String host, int port) {

    /** Registered for NUT with IANA. */
    public static final int USUAL_PORT = 3493;

    /** As it stands in the file: {@code ups@127.0.0.1:3493}. */
    @Override
    public String toString() {
      return name + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  public WatchSettings {
    usb = List.copyOf(usb);
    units = List.copyOf(units);
    links = Map.copyOf(links);
  }
}
