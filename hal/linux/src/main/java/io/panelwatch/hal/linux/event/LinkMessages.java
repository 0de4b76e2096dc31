package io.panelwatch.hal.linux.event;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the kernel's network stack announces by rtnetlink(7): carriers, addresses of a link, routes.
 * A carrier that is lost gives no {@linkplain Uevents uevent}.
 */
public final class LinkMessages {

  private static final int NETLINK_ROUTE = 0; // linux/netlink.h

  // linux/rtnetlink.h
  private static final int RTMGRP_LINK = 0x1;
  private static final int RTMGRP_IPV4_ROUTE = 0x40;
  private static final int RTMGRP_IPV6_ROUTE = 0x400;

  /** {@code struct nlmsghdr}: length, type, flags, sequence, port. */
  private static final int HEADER_BYTES = 16;

  private static final Set<SensorFamily> LINK = Set.of(SensorFamily.NET_LINKS);
  private static final Set<SensorFamily> ROUTE =
      Set.of(SensorFamily.ROUTES, SensorFamily.NET_LINKS);

  /** By {@code RTM_NEWLINK}, {@code _DELLINK}, {@code _NEWROUTE}, {@code _DELROUTE}. */
  private static final Map<Integer, Set<SensorFamily>> FAMILIES =
      Map.of(16, LINK, 17, LINK, 24, ROUTE, 25, ROUTE);

  private LinkMessages() {}

  /**
   * Listens from now on; needs no privilege.
   *
   * @throws DeviceException with errno
   */
  public static Ear open() throws DeviceException {
    return NetlinkEar.open(
        NETLINK_ROUTE,
        RTMGRP_LINK | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE,
        "the kernel's network messages",
        LinkMessages::families);
  }

  /** Which families a datagram is about; it may hold several messages, each padded to 4 bytes. */
  static Set<SensorFamily> families(ByteBuffer datagram) {
    Set<SensorFamily> families = EnumSet.noneOf(SensorFamily.class);
    while (datagram.remaining() >= HEADER_BYTES) {
      int at = datagram.position();
      int length = datagram.getInt(at);
      int type = Short.toUnsignedInt(datagram.getShort(at + 4));
      families.addAll(FAMILIES.getOrDefault(type, Set.of()));
      if (length < HEADER_BYTES || length > datagram.remaining()) {
        break;
      }
      datagram.position(Math.min(at + (length + 3 & ~3), datagram.limit()));
    }
    return families;
  }
}
