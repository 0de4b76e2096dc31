package io.panelwatch.hal.linux.network;

import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which network interfaces have no hardware of their own. Asked of each interface once, and again
 * when interfaces come or go. Thread-safe; asking twice at the same time does no harm.
 *
 * <p>On a live board the folder in {@code /sys/class/net} is a link into {@code
 * /sys/devices/virtual/net}. Recordings often have plain folders in place of the links; then what
 * the kernel puts inside tells: {@code bridge/} (net/bridge/br_sysfs_br.c), {@code tun_flags}
 * (drivers/net/tun.c), {@code DEVTYPE} in {@code uevent} (SET_NETDEV_DEVTYPE), and an {@code
 * iflink} that is another interface's index, as of a VLAN or a veth pair. A bond counts as
 * hardware: it has a carrier that somebody cares for. So does a port of a switch chip, {@code
 * DEVTYPE=dsa}, a socket of the board whose {@code iflink} is the interface that the chip hangs on
 * ({@code dsa_user_get_iflink} of net/dsa/user.c); and whatever has a {@code device}.
 */
final class VirtualLinks {

  private static final Set<String> VIRTUAL_TYPES =
      Set.of("bridge", "vlan", "vxlan", "geneve", "gre", "macvlan", "ipvlan", "wireguard", "veth");

  /** {@code dsa_type} of net/dsa/user.c. */
  private static final String SWITCH_PORT = "dsa";

  private static final String DEVTYPE = "DEVTYPE=";

  private final Tree tree;
  private final Attributes attributes;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private volatile List<String> listed = List.of();

  VirtualLinks(Tree tree, Attributes attributes) {
    this.tree = tree;
    this.attributes = attributes;
  }

  /** Takes the names that are there now; what was known of others is asked anew. */
  void listed(List<String> names) {
    if (!names.equals(listed)) {
      listed = List.copyOf(names);
      known.clear();
    }
  }

  /** Whether that interface is virtual. */
  boolean has(String name, String parent) {
    return known.computeIfAbsent(name, n -> isVirtual(parent + "/" + n));
  }

  private boolean isVirtual(String folder) {
    if (tree.realPath(folder + "/bonding").isPresent()) {
      return false;
    }
    String type = deviceType(folder);
    return tree.realPath(folder).orElse("").contains("/devices/virtual/net/")
        || tree.realPath(folder + "/bridge").isPresent()
        || tree.realPath(folder + "/tun_flags").isPresent()
        || VIRTUAL_TYPES.contains(type)
        || (!type.equals(SWITCH_PORT) && !tree.holds(folder + "/device") && isStacked(folder));
  }

  private String deviceType(String folder) {
    return attributes
        .text(folder, "uevent")
        .or("")
        .lines()
        .filter(line -> line.startsWith(DEVTYPE))
        .map(line -> line.substring(DEVTYPE.length()))
        .findFirst()
        .orElse("");
  }

  private boolean isStacked(String folder) {
    String index = attributes.text(folder, "ifindex").or("");
    String below = attributes.text(folder, "iflink").or("");
    return !index.isEmpty() && !below.isEmpty() && !index.equals(below);
  }
}
