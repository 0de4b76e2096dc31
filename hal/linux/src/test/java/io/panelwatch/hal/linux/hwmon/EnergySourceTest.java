package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.failedWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Energy;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.SensorSourceContract;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergySourceTest extends SensorSourceContract {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  @Override
  protected SensorSource source() throws IOException {
    return meter(new RecordedTree(folder.resolve("whole")), "1").source(SensorFamily.ENERGIES);
  }

  @Override
  protected Optional<SensorSource> sourceWithoutChannels() {
    return Optional.of(tree.source(SensorFamily.ENERGIES));
  }

  @Override
  protected Optional<SensorSource> sourceWithAnUnreadableChannel() throws IOException {
    return Optional.of(
        meter(new RecordedTree(folder.resolve("broken")), "?").source(SensorFamily.ENERGIES));
  }

  private static RecordedTree meter(RecordedTree tree, String microJoules) throws IOException {
    return tree.chip("hwmon0", "ibmaem", "energy1_input", microJoules);
  }

  @Test
  void energyIsReadInJoules() throws IOException {
    assertEquals(
        new Energy(
            "ibmaem-energy1",
            folder + "/sys/class/hwmon/hwmon0/energy1_input",
            Measured.of(3_600_000.5)),
        meter(tree, "3600000500000").energies().getFirst());
  }

  @Test
  void everyBitOfACounterCounts() throws IOException {
    assertEquals(
        Measured.of(0x1p64 / 1e6),
        meter(tree, "18446744073709551615").energies().getFirst().joules());
  }

  @Test
  void counterThatHasPassedTheEndOfItsTypeTellsNothing() throws IOException {
    assertEquals(Measured.absent(), meter(tree, "-2147483648").energies().getFirst().joules());
  }

  @Test
  void disabledCounterTellsNothing() throws IOException {
    meter(tree, "1").file("sys/class/hwmon/hwmon0/energy1_enable", "0");

    assertEquals(Measured.absent(), tree.energies().getFirst().joules());
  }

  @Test
  void counterThatOnlyRootMayReadIsNoDeadSensor() throws IOException {
    meter(tree, "1");

    for (Errno refusal : List.of(Errno.EACCES, Errno.EPERM)) {
      assertInstanceOf(Measured.Denied.class, joules(refusal));
    }
    assertTrue(failedWith(Errno.EIO, joules(Errno.EIO)));
  }

  private Measured joules(Errno errno) throws IOException {
    var recorded = new Tree(folder);
    var refusing =
        new SmallFiles(recorded) {
          @Override
          public FileText attribute(String where, String name) {
            return name.equals("energy1_input")
                ? new FileText.Unread(errno.number(), "open", where + "/" + name)
                : super.attribute(where, name);
          }
        };
    return new EnergySource(recorded, refusing, Chips.in(recorded), new ManualClock())
        .read()
        .getFirst()
        .joules();
  }
}
