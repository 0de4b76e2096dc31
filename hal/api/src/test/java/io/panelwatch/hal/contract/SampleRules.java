package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** What holds for the samples of any board. */
final class SampleRules {

  /** Of what was designed or rated a part may have, or take, more than all. */
  private static final Set<String> MAY_BE_MORE_THAN_ALL =
      Set.of("PowerSupply.fullOfDesignPercent", "SmartHealth.usedPercent");

  private SampleRules() {}

  static List<String> components(List<? extends Sample> samples) {
    return samples.stream().map(Sample::component).toList();
  }

  static void check(SensorFamily family, List<? extends Sample> samples) {
    for (Sample sample : samples) {
      assertEquals(family.sampleType(), sample.getClass(), () -> "type of " + sample);
      assertFalse(sample.component().isBlank(), () -> "component of " + sample);
      assertFalse(sample.source().isBlank(), () -> "source of " + sample);
      attributes(sample).forEach(attribute -> checkAttribute(sample, attribute));
      percentages(sample.getClass()).forEach(percent -> checkPercent(sample, percent));
    }
    List<String> names = components(samples);
    assertEquals(names.size(), new HashSet<>(names).size(), () -> "names are unique: " + names);
  }

  /** Every measured attribute of a sample, whatever its type: records list their own. */
  static Stream<Measured> attributes(Sample sample) {
    return measured(sample.getClass()).map(attribute -> value(sample, attribute));
  }

  private static Stream<RecordComponent> measured(Class<? extends Sample> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getType() == Measured.class);
  }

  private static Measured value(Sample sample, RecordComponent attribute) {
    try {
      return (Measured) attribute.getAccessor().invoke(sample);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(attribute + " of " + sample, e);
    }
  }

  /** Names have their unit at their end. */
  private static Stream<RecordComponent> percentages(Class<? extends Sample> type) {
    return measured(type)
        .filter(attribute -> attribute.getName().toLowerCase(Locale.ROOT).endsWith("percent"));
  }

  private static void checkAttribute(Sample sample, Measured attribute) {
    switch (attribute) {
      case Measured.Value(double value) ->
          assertTrue(Double.isFinite(value), () -> "a number in " + sample);
      case Measured.Failed(int errno, String call, String path) -> {
        assertTrue(errno >= 0, () -> "errno in " + sample);
        assertFalse(call.isBlank(), () -> "failed call in " + sample);
        assertFalse(path.isBlank(), () -> "failed path in " + sample);
      }
      case Measured.Absent() -> {}
      case Measured.NotRecorded() -> {}
      case Measured.Stale(OptionalDouble last) ->
          last.ifPresent(
              value -> assertTrue(Double.isFinite(value), () -> "a last number in " + sample));
      case Measured.Denied(int errno, String call, String path) -> {
        assertTrue(errno > 0, () -> path + " was denied by the kernel");
        assertFalse(call.isBlank(), () -> path + " was denied in some call");
      }
    }
  }

  private static void checkPercent(Sample sample, RecordComponent percent) {
    String name = sample.getClass().getSimpleName() + "." + percent.getName();
    double most = MAY_BE_MORE_THAN_ALL.contains(name) ? Double.MAX_VALUE : 100;
    value(sample, percent)
        .number()
        .ifPresent(value -> assertTrue(value >= 0 && value <= most, () -> name + " of " + sample));
  }
}
