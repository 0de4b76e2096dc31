package io.panelwatch.agent.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as the configuration has it: {@code 90s}, {@code 30m}, {@code 2h}. */
final class TimeSpan implements ITypeConverter<Duration> {

  private static final Pattern WORD = Pattern.compile("([0-9]{1,6})([smh])");

  @Override
  public Duration convert(String word) {
    Matcher parts = WORD.matcher(word);
    if (!parts.matches()) {
      throw new TypeConversionException("'" + word + "' is no time: write 90s, 30m or 2h");
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
