package io.panelwatch.agent.config;

import io.panelwatch.agent.config.DisplaySettings.BrightnessChange;
import io.panelwatch.agent.config.ValueType.BadValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The kinds of values that the configuration has, each with its bounds. */
final class ValueTypes {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(s|m|h)");

  /** A line's name in the kernel has at most 31 characters (GPIO_MAX_NAME_SIZE of gpio.h). */
  private static final Pattern LINE =
      Pattern.compile("gpiochip[0-9]{1,3}:[0-9]{1,4}|[!-9;-~]{1,31}");

  private static final Pattern CHANGE = Pattern.compile("([0-9]{2}:[0-9]{2}) ([0-9]{1,3})");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> PLACEHOLDERS =
      List.of("device", "code", "component", "faultId");

  private record Scheme(String paho, int port) {}

  private static final Map<String, Scheme> SCHEMES =
      Map.of(
          "mqtt", new Scheme("tcp", 1883),
          "tcp", new Scheme("tcp", 1883),
          "mqtts", new Scheme("ssl", 8883),
          "ssl", new Scheme("ssl", 8883));

  private ValueTypes() {}

  /** Text of at most that many characters, none of them a control character. */
  static ValueType<String> text(int maxLength) {
    String expected = "expected a text of at most " + maxLength + " characters";
    return raw -> {
      String text = string(raw, expected);
      if (text.length() > maxLength) {
        throw new BadValueException("has " + text.length() + " characters, " + expected);
      }
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw new BadValueException("holds a control character, " + expected + " without any");
      }
      return text;
    };
  }

  /** A text that must look like that; {@code expected} says it in words. */
  static ValueType<String> matching(Pattern pattern, String expected) {
    return raw -> {
      String text = string(raw, expected);
      if (!pattern.matcher(text).matches()) {
        throw new BadValueException("is " + shown(text) + ", " + expected);
      }
      return text;
    };
  }

  /** A GPIO line, by name or by chip and offset. */
  static ValueType<String> line() {
    return matching(
        LINE, "expected a GPIO line as its name \"GPIO25\" or as chip and offset \"gpiochip0:25\"");
  }

  /** One of the words of an enum, as its {@code text} has them. */
  static <T> ValueType<T> choice(Map<String, T> words) {
    String expected =
        "expected one of " + String.join(", ", words.keySet().stream().sorted().toList());
    return raw -> {
      // A word may look like a number: rotation = 90.
      String word = raw instanceof Long number ? number.toString() : string(raw, expected);
      T value = words.get(word);
      if (value == null) {
        throw new BadValueException("is " + shown(word) + ", " + expected);
      }
      return value;
    };
  }

  /** A whole number within bounds, both included. */
  static ValueType<Integer> integer(int min, int max) {
    String expected = "expected a whole number from " + min + " to " + max;
    return raw -> {
      if (!(raw instanceof Long number)) {
        throw new BadValueException("is " + kind(raw) + ", " + expected);
      }
      if (number < min || number > max) {
        throw new BadValueException("is " + number + ", " + expected);
      }
      return number.intValue();
    };
  }

  /** Any number but the infinite ones. */
  static ValueType<Double> number() {
    return raw -> {
      if (raw instanceof Long whole) {
        return whole.doubleValue();
      }
      if (raw instanceof Double number && Double.isFinite(number)) {
        return number;
      }
      throw new BadValueException("is " + kind(raw) + ", expected a number");
    };
  }

  /** True or false. */
  static ValueType<Boolean> bool() {
    return raw -> {
      if (raw instanceof Boolean value) {
        return value;
      }
      throw new BadValueException("is " + kind(raw) + ", expected true or false");
    };
  }

  /** {@code 30s}, {@code 5m}, {@code 2h}, within bounds, both included. */
  static ValueType<Duration> duration(Duration min, Duration max) {
    String expected =
        "expected a duration from %s to %s as \"30s\", \"5m\" or \"2h\""
            .formatted(shown(min), shown(max));
    return raw -> {
      String text = string(raw, expected);
      Matcher matcher = DURATION.matcher(text);
      if (!matcher.matches()) {
        throw new BadValueException("is " + shown(text) + ", " + expected);
      }
      long count = Long.parseLong(matcher.group(1));
      Duration duration =
          switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
          };
      if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
        throw new BadValueException("is " + text + ", " + expected);
      }
      return duration;
    };
  }

  /** An absolute path; whether something is there is found out when it is used. */
  static ValueType<Path> path() {
    String expected = "expected an absolute path";
    return raw -> {
      String text = string(raw, expected);
      try {
        Path path = Path.of(text);
        if (path.isAbsolute()) {
          return path;
        }
      } catch (InvalidPathException e) {
        throw new BadValueException("is no path (" + e.getReason() + "), " + expected);
      }
      throw new BadValueException("is " + shown(text) + ", " + expected);
    };
  }

  /** Where a broker listens, brought into the form that {@link BrokerSettings#url()} has. */
  static ValueType<URI> brokerUrl() {
    String expected = "expected mqtt://HOST:PORT, or mqtts://HOST:PORT with TLS";
    return raw -> {
      String text = string(raw, expected);
      try {
        URI uri = new URI(text);
        if (uri.getUserInfo() != null) {
          // Not shown: it may well be a password.
          throw new BadValueException(
              "holds a user's name, expected it in username and the password in password-file");
        }
        Scheme scheme =
            uri.getScheme() == null ? null : SCHEMES.get(uri.getScheme().toLowerCase(Locale.ROOT));
        boolean bare =
            (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"))
                && uri.getQuery() == null
                && uri.getFragment() == null;
        boolean port = uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= 65_535);
        if (scheme != null && uri.getHost() != null && bare && port) {
          int number = uri.getPort() == -1 ? scheme.port : uri.getPort();
          return new URI(scheme.paho, null, uri.getHost(), number, null, null, null);
        }
      } catch (URISyntaxException e) {
        throw new BadValueException("is no URL (" + e.getReason() + "), " + expected);
      }
      throw new BadValueException("is " + shown(text) + ", " + expected);
    };
  }

  /** {@code ["07:00 100", "22:00 20"]}, sorted by time. */
  static ValueType<List<BrightnessChange>> schedule() {
    String expected = "expected a list like [\"07:00 100\", \"22:00 20\"]: time of day, percent";
    return raw -> {
      if (!(raw instanceof TomlArray array) || array.size() > 24) {
        throw new BadValueException("is " + kind(raw) + ", " + expected + ", at most 24 of them");
      }
      List<BrightnessChange> changes = new ArrayList<>();
      for (Object entry : array.toList()) {
        changes.add(change(string(entry, expected), expected));
      }
      changes.sort(Comparator.comparing(BrightnessChange::at));
      if (changes.stream().map(BrightnessChange::at).distinct().count() < changes.size()) {
        throw new BadValueException("has the same time twice, " + expected);
      }
      return List.copyOf(changes);
    };
  }

  private static BrightnessChange change(String text, String expected) throws BadValueException {
    Matcher matcher = CHANGE.matcher(text);
    try {
      if (matcher.matches() && Integer.parseInt(matcher.group(2)) <= 100) {
        return new BrightnessChange(
            LocalTime.parse(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      }
    } catch (DateTimeException e) {
      throw new BadValueException("has no such time as " + shown(text) + ", " + expected);
    }
    throw new BadValueException("holds " + shown(text) + ", " + expected);
  }

  /** A text with placeholders that exist. */
  static ValueType<String> template() {
    ValueType<String> text = text(512);
    return raw -> {
      String template = text.of(raw);
      Matcher matcher = PLACEHOLDER.matcher(template);
      while (matcher.find()) {
        if (!PLACEHOLDERS.contains(matcher.group(1))) {
          throw new BadValueException(
              "holds the unknown {%s}, expected {device}, {code}, {component} or {faultId}"
                  .formatted(matcher.group(1)));
        }
      }
      return template;
    };
  }

  static String string(Object raw, String expected) throws BadValueException {
    if (raw instanceof String text) {
      return text;
    }
    throw new BadValueException("is " + kind(raw) + ", " + expected);
  }

  /** What a value is, in a person's words. */
  static String kind(Object raw) {
    return switch (raw) {
      case String text -> shown(text);
      case Long number -> number.toString();
      case Double number -> number.toString();
      case Boolean value -> value.toString();
      case TomlArray array -> "a list of " + array.size();
      case TomlTable _ -> "a section";
      default -> "a date or time";
    };
  }

  static String shown(String text) {
    String cut = text.length() <= 60 ? text : text.substring(0, 60) + "...";
    return '"' + cut.replaceAll("\\p{Cntrl}", "?") + '"';
  }

  private static String shown(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
