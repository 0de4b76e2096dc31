package io.panelwatch.hal.linux.network;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Lanes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The network interfaces of a tree (Documentation/ABI/testing/sysfs-class-net and
 * sysfs-class-net-statistics of the kernel).
 *
 * <p>Interfaces without hardware come and go with containers and tunnels, and have no cable to
 * check; they are left out unless somebody expects a link of them, they are a bond, or a default
 * route leaves through them, or did since they are there.
 */
public final class NetLinkSource implements SensorSource {

  private static final String FOLDER = "sys/class/net";

  // net_device_flags of linux/if.h (uapi)
  private static final long IFF_UP = 0x1;
  private static final long IFF_LOOPBACK = 0x8;

  /** {@code SPEED_UNKNOWN} of linux/ethtool.h is -1; some drivers show it as 16 or 32 bits. */
  private static final double MOST_MBPS = 10_000_000;

  private final Tree tree;
  private final Map<String, Integer> expectedMbps;
  private final SmallFiles files;
  private final Attributes attributes;
  private final VirtualLinks virtual;
  private final Lanes<String, Sample.NetLink> lanes;

  /** Through which a default route has led, while they are there. */
  private final Set<String> ledOut = ConcurrentHashMap.newKeySet();

  /**
   * @param expectedMbps interfaces that must have a link, with the speed that is expected or 0
   */
  public NetLinkSource(Tree tree, Map<String, Integer> expectedMbps, BoardClock clock) {
    this.tree = tree;
    this.expectedMbps = expectedMbps;
    files = new SmallFiles(tree);
    attributes = new Attributes(files);
    virtual = new VirtualLinks(tree, attributes);
    lanes = new Lanes<>(clock, Function.identity());
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.NET_LINKS;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<Sample.NetLink> read() throws DeviceException {
    DefaultRoutes routes = DefaultRoutes.read(tree, files);
    var names = new Names();
    List<String> there = tree.names(lookedIn());
    virtual.listed(there);
    ledOut.addAll(routes.interfaces());
    ledOut.retainAll(there);
    lanes.listed(there.stream().map(name -> lookedIn() + "/" + name).toList());
    Stream<String> gone =
        expectedMbps.keySet().stream().filter(name -> !there.contains(name)).sorted();
    return Stream.concat(
            there.stream().flatMap(name -> link(name, names, routes)),
            gone.map(name -> missing(name, names, routes)))
        .toList();
  }

  /** Speed and duplex wait for a lock that a driver in trouble may hold. */
  @Override
  public boolean leaveHungDevice(Duration longest) {
    return lanes.leaveHungDevice(longest);
  }

  private Stream<Sample.NetLink> link(String name, Names names, DefaultRoutes routes) {
    String folder = lookedIn() + "/" + name;
    Measured flags = flags(folder);
    boolean loopback = flags.number().isPresent() ? has(flags, IFF_LOOPBACK) : name.equals("lo");
    if (loopback || flags instanceof Measured.Absent || isOfNoInterest(name)) {
      return Stream.empty();
    }
    String component = names.unique(Names.clean(name));
    Measured up = Attributes.map(flags, bits -> ((long) bits & IFF_UP) != 0 ? 1 : 0);
    Measured route = routes.through(name);
    return Stream.of(
        lanes.run(
            folder,
            () -> sample(name, component, up, route),
            why -> without(why, name, component, up, route)));
  }

  /** An interface that must have a link and is not even there, as a USB adapter that was lost. */
  private Sample.NetLink missing(String name, Names names, DefaultRoutes routes) {
    return without(
        Measured.of(false),
        name,
        names.unique(Names.clean(name)),
        Measured.absent(),
        routes.through(name));
  }

  /** An interface of which nothing was read but what its carrier is, or why it is not known. */
  private Sample.NetLink without(
      Measured carrier, String name, String component, Measured up, Measured defaultRoute) {
    Measured none = Measured.absent();
    return new Sample.NetLink(
        component,
        lookedIn() + "/" + name,
        carrier,
        up,
        defaultRoute,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        expected(name),
        !virtual.has(name, lookedIn()));
  }

  private Sample.NetLink sample(String name, String component, Measured up, Measured defaultRoute) {
    String folder = lookedIn() + "/" + name;
    String statistics = folder + "/statistics";
    return new Sample.NetLink(
        component,
        folder,
        up.is(0) ? Measured.absent() : whileUp(attributes.on(folder, "carrier")),
        up,
        defaultRoute,
        speed(folder),
        attributes.reading(folder, "carrier_changes"),
        fullDuplex(folder),
        attributes.reading(statistics, "rx_errors"),
        attributes.reading(statistics, "rx_packets"),
        attributes.reading(statistics, "tx_errors"),
        attributes.reading(statistics, "tx_packets"),
        expected(name),
        !virtual.has(name, lookedIn()));
  }

  /** A file beside the interfaces has no flags, as {@code bonding_masters}. */
  private Measured flags(String folder) {
    return switch (attributes.text(folder, "flags")) {
      case FileText.Text(String text) when text.isEmpty() -> Measured.notRecorded();
      case FileText.Text(String text) -> hexadecimal(text, folder + "/flags");
      case FileText.Unread unread when unread.missing() -> Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  private static Measured hexadecimal(String text, String path) {
    try {
      return Measured.of((double) Long.decode(text));
    } catch (NumberFormatException notANumber) {
      return new Measured.Failed(0, "parse", path);
    }
  }

  /** A bridge whose cable is out stays of interest when its lease ends, and its route with it. */
  private boolean isOfNoInterest(String name) {
    return !expectedMbps.containsKey(name)
        && !ledOut.contains(name)
        && virtual.has(name, lookedIn());
  }

  private Measured expected(String name) {
    Integer mbps = expectedMbps.get(name);
    return mbps == null ? Measured.absent() : Measured.of((double) mbps);
  }

  /** The interface may have gone down since its flags were read: EINVAL says just that. */
  private static Measured whileUp(Measured carrier) {
    return carrier instanceof Measured.Failed(int errno, String _, String _)
            && Errno.EINVAL.is(errno)
        ? Measured.absent()
        : carrier;
  }

  /** Wireless and most virtual interfaces answer EINVAL, those without a link -1. */
  private Measured speed(String folder) {
    Measured speed = attributes.limit(folder, "speed");
    boolean none =
        speed instanceof Measured.Failed(int errno, String _, String _) && Errno.EINVAL.is(errno);
    return none || speed.is(0xFFFF) ? Measured.absent() : Attributes.within(speed, 1, MOST_MBPS);
  }

  /** {@code half}, {@code full} or {@code unknown}; EINVAL as the speed's. */
  private Measured fullDuplex(String folder) {
    return switch (attributes.text(folder, "duplex")) {
      case FileText.Text(String text) ->
          switch (text) {
            case "full" -> Measured.of(true);
            case "half" -> Measured.of(false);
            default -> Measured.absent();
          };
      case FileText.Unread unread
          when unread.missing() || unread.withoutData() || Errno.EINVAL.is(unread.errno()) ->
          Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  private static boolean has(Measured flags, long bit) {
    return flags instanceof Measured.Value(double bits) && ((long) bits & bit) != 0;
  }
}
