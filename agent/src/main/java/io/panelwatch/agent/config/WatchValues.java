package io.panelwatch.agent.config;

import io.panelwatch.agent.config.ValueType.BadValueException;
import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import io.panelwatch.hal.LineRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;

/** Reads {@code [watch]}, with the kinds of values that no other section has. */
final class WatchValues {

  /** More than a kiosk has sockets, services or interfaces. */
  private static final int MOST = 64;

  private static final int FASTEST_MBPS = 800_000;

  private static final Pattern USB = Pattern.compile("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}");

  /** systemd.unit(5): the characters of a unit's name, and the types that run something. */
  private static final Pattern UNIT =
      Pattern.compile("[A-Za-z0-9:_.\\\\@-]{1,200}\\.(service|timer|socket|mount|path)");

  /** {@code dev_valid_name} of net/core/dev.c, less what no one would call an interface. */
  private static final Pattern INTERFACE = Pattern.compile("[!-.0-9;-~]{1,15}");

  private static final Pattern UPS =
      Pattern.compile(
          "([A-Za-z0-9._-]{1,64})@([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

  private WatchValues() {}

  static WatchSettings read(Section section) {
    var watch =
        new WatchSettings(
            section
                .value("usb", listOf(USB, "a USB device as \"1a86:7523\""))
                .orElse(List.of())
                .stream()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .toList(),
            section
                .value("units", listOf(UNIT, "a systemd unit as \"kiosk.service\""))
                .orElse(List.of()),
            links(section.section("links")),
            section.value("ups", ups()),
            powerFailLine(section));
    section.end();
    return watch;
  }

  private static Map<String, Integer> links(Section section) {
    var links = new TreeMap<String, Integer>();
    for (String name : section.keys()) {
      if (!INTERFACE.matcher(name).matches()) {
        section.refuse(name, "is no name of a network interface, expected one like eth0");
      }
      section
          .value(name, ValueTypes.integer(0, FASTEST_MBPS))
          .ifPresent(mbps -> links.put(name, mbps));
    }
    return links;
  }

  private static Optional<LineRequest> powerFailLine(Section section) {
    Optional<String> line = section.value("power-fail-line", ValueTypes.line());
    boolean low = section.value("power-fail-active-low", ValueTypes.bool()).orElse(false);
    section.needs("power-fail-active-low", "power-fail-line");
    return line.map(name -> new LineRequest(name, low));
  }

  /** Texts that all look like that, none twice; {@code one} says in words what one of them is. */
  private static ValueType<List<String>> listOf(Pattern pattern, String one) {
    String expected = "expected a list of " + one + ", at most " + MOST + " of them";
    return raw -> {
      if (!(raw instanceof TomlArray array) || array.size() > MOST) {
        throw new BadValueException("is " + ValueTypes.kind(raw) + ", " + expected);
      }
      List<String> texts = new ArrayList<>();
      ValueType<String> element = ValueTypes.matching(pattern, "expected " + one);
      for (Object entry : array.toList()) {
        String text = element.of(entry);
        if (texts.contains(text)) {
          throw new BadValueException("names " + text + " twice, " + expected);
        }
        texts.add(text);
      }
      return List.copyOf(texts);
    };
  }

  private static ValueType<UpsAddress> ups() {
    String expected = "expected a UPS as \"name@host\" or \"name@host:port\"";
    ValueType<String> form = ValueTypes.matching(UPS, expected);
    return raw -> {
      String text = form.of(raw);
      Matcher matcher = UPS.matcher(text);
      if (!matcher.matches()) {
        throw new BadValueException("is no UPS, " + expected);
      }
      String port = matcher.group(3);
      int number = port == null ? UpsAddress.USUAL_PORT : Integer.parseInt(port);
      if (number < 1 || number > 65_535) {
        throw new BadValueException("has port " + number + ", expected one from 1 to 65535");
      }
      return new UpsAddress(matcher.group(1), matcher.group(2).replaceAll("[\\[\\]]", ""), number);
    };
  }
}
