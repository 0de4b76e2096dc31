package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;
import static io.panelwatch.hal.linux.RecordedTree.failedWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Energy;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergySourceTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree meter(String microJoules) throws IOException {
    return tree.chip("hwmon0", "ibmaem", "energy1_input", microJoules);
  }

  @Test
  void energyIsReadInJoules() throws IOException {
    assertEquals(
        new Energy(
            "ibmaem-energy1", folder + "/" + HWMON0 + "energy1_input", Measured.of(3_600_000.5)),
        meter("3600000500000").energies().getFirst());
  }

  @Test
  void everyBitOfACounterCounts() throws IOException {
    assertEquals(
        Measured.of(0x1p64 / 1e6), meter("18446744073709551615").energies().getFirst().joules());
  }

  @Test
  void counterThatHasPassedTheEndOfItsTypeTellsNothing() throws IOException {
    assertEquals(Measured.absent(), meter("-2147483648").energies().getFirst().joules());
  }

  @Test
  void disabledCounterTellsNothing() throws IOException {
    meter("1").file(HWMON0 + "energy1_enable", "0");

    assertEquals(Measured.absent(), tree.energies().getFirst().joules());
  }

  @Test
  void counterThatOnlyRootMayReadIsNoDeadSensor() throws IOException {
    meter("1");

    for (Errno refusal : List.of(Errno.EACCES, Errno.EPERM)) {
      assertInstanceOf(Measured.Denied.class, joules(refusal));
    }
    assertTrue(failedWith(Errno.EIO, joules(Errno.EIO)));
  }

  private Measured joules(Errno errno) throws IOException {
    var recorded = new Tree(folder);
    SmallFiles refusing = tree.refusing("energy1_input", errno, "open");
    return new EnergySource(recorded, refusing, Chips.in(recorded), new ManualClock())
        .read()
        .getFirst()
        .joules();
  }
}
