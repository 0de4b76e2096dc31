package io.panelwatch.agent.config;

import static io.panelwatch.agent.config.ValueTypes.bool;
import static io.panelwatch.agent.config.ValueTypes.choice;
import static io.panelwatch.agent.config.ValueTypes.duration;
import static io.panelwatch.agent.config.ValueTypes.number;

import io.panelwatch.agent.config.ValueType.BadValueException;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tomlj.TomlArray;

/** Reads {@code [limits]}: a table for each code, and in it one for each component. */
final class LimitsReader {

  private static final Duration LONGEST_ON_DELAY = Duration.ofDays(1);

  /** Sectors that were lost count until they have been stable for 30 days. */
  private static final Duration LONGEST_OFF_DELAY = Duration.ofDays(31);

  /** No code has more levels than this. */
  private static final int MOST_LEVELS = 4;

  private static final Map<String, Severity> SEVERITIES =
      Arrays.stream(Severity.values())
          .collect(Collectors.toMap(s -> s.name().toLowerCase(Locale.ROOT), Function.identity()));

  private final FaultCodes codes = new FaultCodes();
  private final Map<Limits.Scope, LimitSettings> limits = new HashMap<>();

  private LimitsReader() {}

  /** What the section says of codes, and of codes on components. */
  static Map<Limits.Scope, LimitSettings> read(Section section) {
    if (section.keys().isEmpty()) {
      return Map.of(); // the catalogue need not be read
    }
    var reader = new LimitsReader();
    section.keys().forEach(code -> reader.ofCode(code, section));
    return reader.limits;
  }

  private void ofCode(String code, Section section) {
    Section ofCode = section.section(code);
    var ofAll = new Limits.Scope(code, Optional.empty());
    LimitSettings settings = settings(ofCode);
    limits.put(ofAll, settings);
    codes
        .problemOf(code)
        .or(() -> codes.problemOf(code, Map.of(ofAll, settings.override())))
        .ifPresentOrElse(
            problem -> section.refuse(code, problem),
            () -> ofCode.tables().forEach(name -> ofComponent(name, ofCode, ofAll)));
    ofCode.end();
  }

  private void ofComponent(String component, Section ofCode, Limits.Scope ofAll) {
    Section section = ofCode.section(component);
    LimitSettings settings = settings(section);
    section.end();
    var scope = new Limits.Scope(ofAll.code(), Optional.of(component));
    limits.put(scope, settings);
    Map<Limits.Scope, LimitOverride> both = new HashMap<>();
    both.put(scope, settings.override());
    Optional.ofNullable(limits.get(ofAll)).ifPresent(all -> both.put(ofAll, all.override()));
    codes.problemOf(ofAll.code(), both).ifPresent(problem -> ofCode.refuse(component, problem));
  }

  private static LimitSettings settings(Section section) {
    return new LimitSettings(
        section.value("raise", numbers()).orElse(List.of()),
        section.value("clear", numbers()).orElse(List.of()),
        section.value("on-delay", duration(Duration.ZERO, LONGEST_ON_DELAY)),
        section.value("off-delay", duration(Duration.ZERO, LONGEST_OFF_DELAY)),
        section.value("severity", choice(SEVERITIES)),
        section.value("enabled", bool()));
  }

  /** One number, or a list of one for each level. */
  private static ValueType<List<Double>> numbers() {
    return raw -> {
      if (!(raw instanceof TomlArray array)) {
        return List.of(number().of(raw));
      }
      if (array.isEmpty() || array.size() > MOST_LEVELS) {
        throw new BadValueException(
            "has %d numbers, expected one for each level from the mildest on, at most %d"
                .formatted(array.size(), MOST_LEVELS));
      }
      List<Double> numbers = new ArrayList<>();
      for (Object each : array.toList()) {
        numbers.add(number().of(each));
      }
      return numbers;
    };
  }
}
