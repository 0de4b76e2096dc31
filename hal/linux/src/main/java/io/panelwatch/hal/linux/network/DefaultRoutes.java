package io.panelwatch.hal.linux.network;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The interfaces through which a default route leaves, from {@code /proc/net/route} and {@code
 * /proc/net/ipv6_route} (fib_route_seq_show in {@code net/ipv4/fib_trie.c}, ipv6_route_seq_show in
 * {@code net/ipv6/ip6_fib.c}).
 *
 * @param interfaces their names, one for each route
 * @param unknown why nothing is known, where neither table can be read; absent where one was
 */
record DefaultRoutes(List<String> interfaces, Measured unknown) {

  // Flags of linux/route.h (uapi), hexadecimal in both tables.
  private static final long RTF_UP = 0x0001;
  private static final long RTF_REJECT = 0x0200;

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final String ANY_IPV4 = "00000000";
  private static final String ANY_IPV6 = "0".repeat(32);

  /**
   * Reads both tables. That there is no route is only known of an IPv4 table that begins as the
   * kernel's does: a recording may hold an empty file where nothing could be read.
   */
  static DefaultRoutes read(Tree tree, SmallFiles files) {
    FileText ipv4 = files.table(tree.path("proc/net"), "route");
    FileText ipv6 = files.table(tree.path("proc/net"), "ipv6_route");
    List<String> interfaces = Stream.concat(ipv4(ipv4.or("")), ipv6(ipv6.or(""))).toList();
    boolean told = !interfaces.isEmpty() || ipv4.or("").startsWith("Iface");
    Measured unknown = Measured.absent();
    if (!told && tree.live()) {
      unknown = ipv4 instanceof FileText.Unread unread ? unread.measured() : noTable(tree);
    } else if (!told) {
      unknown = Measured.notRecorded();
    }
    return new DefaultRoutes(interfaces, unknown);
  }

  private static Measured noTable(Tree tree) {
    return new Measured.Failed(0, "parse", tree.path("proc/net/route"));
  }

  /** Whether one leaves through this interface. */
  Measured through(String name) {
    return unknown instanceof Measured.Absent ? Measured.of(interfaces.contains(name)) : unknown;
  }

  /** How many there are. */
  Measured count() {
    return unknown instanceof Measured.Absent ? Measured.of((double) interfaces.size()) : unknown;
  }

  /** Columns: Iface Destination Gateway Flags RefCnt Use Metric Mask. */
  private static Stream<String> ipv4(String table) {
    return table
        .lines()
        .map(line -> BLANK.split(line.strip()))
        .filter(row -> row.length > 7 && row[1].equals(ANY_IPV4) && row[7].equals(ANY_IPV4))
        .filter(row -> usable(row[3]))
        .map(row -> row[0]);
  }

  /** Columns: destination prefix source prefix next-hop metric references use flags device. */
  private static Stream<String> ipv6(String table) {
    return table
        .lines()
        .map(line -> BLANK.split(line.strip()))
        .filter(row -> row.length > 9 && row[0].equals(ANY_IPV6) && row[1].equals("00"))
        .filter(row -> usable(row[8]))
        .map(row -> row[9]);
  }

  private static boolean usable(String flags) {
    try {
      long bits = Long.parseLong(flags, 16);
      return (bits & RTF_UP) != 0 && (bits & RTF_REJECT) == 0;
    } catch (NumberFormatException notARoute) {
      // A line that is no route does not route anything.
      return false;
    }
  }
}
