package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SensorSource} does: names that hold, units that fit, failure as data. */
public abstract class SensorSourceContract {

  /** A source on a board that has at least one channel of the family. */
  protected abstract SensorSource source() throws Exception;

  /** The same source on a board without any such channel; empty where no board is without. */
  protected abstract Optional<SensorSource> sourceWithoutChannels() throws Exception;

  /**
   * The same source where one channel's hardware refuses to be read; empty where the fixture cannot
   * provoke it. The number of channels is that of {@link #source()}.
   */
  protected abstract Optional<SensorSource> sourceWithAnUnreadableChannel() throws Exception;

  @Test
  protected void saysWhereItLooks() throws Exception {
    assertFalse(source().lookedIn().isBlank());
  }

  @Test
  protected void readsAtLeastOneChannel() throws Exception {
    assertFalse(source().read().isEmpty());
  }

  @Test
  protected void samplesAreOfTheFamilyWithUniqueNamesAndPlausibleUnits() throws Exception {
    SensorSource source = source();

    SampleRules.check(source.family(), source.read());
  }

  @Test
  protected void someAttributeOfSomeChannelIsANumber() throws Exception {
    assertTrue(
        source().read().stream()
            .flatMap(SampleRules::attributes)
            .anyMatch(Measured.Value.class::isInstance));
  }

  @Test
  protected void orderAndNamesAreTheSameAtEveryRead() throws Exception {
    SensorSource source = source();

    List<String> first = SampleRules.components(source.read());

    assertEquals(first, SampleRules.components(source.read()));
    assertEquals(first, SampleRules.components(source.read()));
  }

  @Test
  protected void boardWithoutSuchChannelsReadsAsAnEmptyList() throws Exception {
    SensorSource source = sourceWithoutChannels().orElseGet(() -> abort("always has a channel"));

    assertEquals(List.of(), source.read());
    assertFalse(source.lookedIn().isBlank(), "still says where it looked");
  }

  @Test
  protected void unreadableChannelIsListedAsFailedAmongTheOthers() throws Exception {
    SensorSource source =
        sourceWithAnUnreadableChannel().orElseGet(() -> abort("cannot be provoked here"));

    List<? extends Sample> samples = source.read();

    SampleRules.check(source.family(), samples);
    assertEquals(source().read().size(), samples.size(), "no channel is missing");
    assertTrue(
        samples.stream()
            .flatMap(SampleRules::attributes)
            .anyMatch(Measured.Failed.class::isInstance),
        () -> "one is failed: " + samples);
  }
}
