package io.panelwatch.agent.config;

import io.panelwatch.agent.config.ValueType.BadValueException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code [metrics]}. */
final class MetricsValues {

  private static final String EXPECTED =
      "expected unix:/PATH of at most 107 bytes, or a port of this machine as 127.0.0.1:9797";

  /** {@code sun_path} of unix(7) has 108 bytes with the zero at its end. */
  private static final int MAX_PATH_BYTES = 107;

  private static final Pattern UNIX = Pattern.compile("unix:(/[^\\p{Cntrl}]+)");
  private static final Pattern LOOPBACK =
      Pattern.compile("(127\\.0\\.0\\.1|\\[::1]):([1-9][0-9]{0,4})");
  private static final int LAST_PORT = 65_535;

  private MetricsValues() {}

  static MetricsSettings read(Section section) {
    var metrics = new MetricsSettings(section.value("listen", address()));
    section.end();
    return metrics;
  }

  private static ValueType<SocketAddress> address() {
    return raw -> {
      String text = ValueTypes.string(raw, EXPECTED);
      Matcher unix = UNIX.matcher(text);
      if (unix.matches()
          && unix.group(1).getBytes(StandardCharsets.UTF_8).length <= MAX_PATH_BYTES) {
        return UnixDomainSocketAddress.of(unix.group(1));
      }
      Matcher loopback = LOOPBACK.matcher(text);
      if (loopback.matches() && Integer.parseInt(loopback.group(2)) <= LAST_PORT) {
        return new InetSocketAddress(
            literal(loopback.group(1)), Integer.parseInt(loopback.group(2)));
      }
      throw new BadValueException("is " + ValueTypes.shown(text) + ", " + EXPECTED);
    };
  }

  /** No name is looked up for an address that is written in numbers. */
  private static InetAddress literal(String address) throws BadValueException {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new BadValueException("is no address, " + EXPECTED);
    }
  }
}
