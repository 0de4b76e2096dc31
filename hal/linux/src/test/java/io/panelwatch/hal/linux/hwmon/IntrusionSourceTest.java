package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Intrusion;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntrusionSourceTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree housing(String alarm) throws IOException {
    return tree.chip("hwmon0", "nct6779", "intrusion0_alarm", alarm, "intrusion0_beep", "0");
  }

  @Test
  void openedHousingIsTold() throws IOException {
    assertEquals(
        List.of(
            new Intrusion(
                "nct6779-intrusion0",
                folder + "/" + HWMON0 + "intrusion0_alarm",
                Measured.of(true))),
        housing("1").source(SensorFamily.INTRUSIONS).read());
  }
}
