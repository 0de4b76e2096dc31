package io.panelwatch.hal.linux.hwmon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Intrusion;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.SensorSourceContract;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntrusionSourceTest extends SensorSourceContract {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  @Override
  protected SensorSource source() throws IOException {
    return housing(new RecordedTree(folder.resolve("whole")), "0").source(SensorFamily.INTRUSIONS);
  }

  @Override
  protected Optional<SensorSource> sourceWithoutChannels() {
    return Optional.of(tree.source(SensorFamily.INTRUSIONS));
  }

  @Override
  protected Optional<SensorSource> sourceWithAnUnreadableChannel() throws IOException {
    return Optional.of(
        housing(new RecordedTree(folder.resolve("broken")), "?").source(SensorFamily.INTRUSIONS));
  }

  private static RecordedTree housing(RecordedTree tree, String alarm) throws IOException {
    return tree.chip("hwmon0", "nct6779", "intrusion0_alarm", alarm, "intrusion0_beep", "0");
  }

  @Test
  void openedHousingIsTold() throws IOException {
    assertEquals(
        List.of(
            new Intrusion(
                "nct6779-intrusion0",
                folder + "/sys/class/hwmon/hwmon0/intrusion0_alarm",
                Measured.of(true))),
        housing(tree, "1").source(SensorFamily.INTRUSIONS).read());
  }
}
