package io.panelwatch.hal;

import java.util.List;
import java.util.Map;

/**
 * What somebody expects of one particular board, because no board can tell it of itself: which
 * devices must be plugged in, which services must run, how fast a link should be. Immutable.
 *
 * @param usbIds USB devices that must be there, {@code idVendor:idProduct} as lsusb(8) prints them:
 *     four lower-case hexadecimal digits each
 * @param units systemd units that must not fail, by their full names: {@code kiosk.service}
 * @param linkMbps interfaces that must have a link, with the speed expected of them in Mbit/s; 0
 *     where any will do
 * @param certificates PEM files whose end is watched, absolute paths by what they are for: {@code
 *     client}
 */
public record WatchList(
    List<String> usbIds,
    List<String> units,
    Map<String, Integer> linkMbps,
    Map<String, String> certificates) {

  /** Nothing but what every board is watched for. */
  public static final WatchList NONE = new WatchList(List.of(), List.of(), Map.of(), Map.of());

  public WatchList {
    usbIds = List.copyOf(usbIds);
    units = List.copyOf(units);
    linkMbps = Map.copyOf(linkMbps);
    certificates = Map.copyOf(certificates);
  }
}
