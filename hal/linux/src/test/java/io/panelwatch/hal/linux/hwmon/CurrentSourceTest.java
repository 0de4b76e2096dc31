package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;
import static io.panelwatch.hal.linux.RecordedTree.failedWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Current;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentSourceTest {

  private static final Measured NONE = Measured.absent();

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree monitor(String milliAmps) throws IOException {
    return tree.chip(
        "hwmon0",
        "ina3221",
        "curr1_input",
        milliAmps,
        "curr1_max",
        "3000",
        "curr1_max_alarm",
        "0",
        "curr1_crit",
        "5000");
  }

  @Test
  void currentIsReadWithItsLimits() throws IOException {
    monitor("1020").file(HWMON0 + "curr1_min", "-500").file(HWMON0 + "curr1_lcrit", "-900");

    assertEquals(
        new Current(
            "ina3221-curr1",
            folder + "/" + HWMON0 + "curr1_input",
            Measured.of(1020),
            Measured.of(-500),
            Measured.of(3000),
            Measured.of(-900),
            Measured.of(5000),
            Measured.of(false)),
        current());
  }

  @Test
  void currentThatFlowsBackIsBelowZero() throws IOException {
    assertEquals(Measured.of(-1480), monitor("-1480").currents().getFirst().milliAmps());
  }

  @Test
  void meanIsTakenOnlyWhereNothingElseIsThere() throws IOException {
    tree.chip("hwmon0", "applesmc", "curr1_average", "1470", "curr2_average", "9");
    tree.file(HWMON0 + "curr2_input", "1020");

    List<Current> currents = tree.currents();

    assertEquals(Measured.of(1470), currents.get(0).milliAmps());
    assertTrue(currents.get(0).source().endsWith("curr1_average"), currents.get(0).source());
    assertEquals(Measured.of(1020), currents.get(1).milliAmps());
  }

  @Test
  void limitOfZeroWasNeverSetAndItsAlarmMeansNothing() throws IOException {
    tree.chip(
        "hwmon0",
        "ina3221",
        "curr1_input",
        "700",
        "curr1_min",
        "0",
        "curr1_max",
        "0",
        "curr1_max_alarm",
        "1",
        "curr1_crit",
        "0",
        "curr1_crit_alarm",
        "1",
        "curr1_alarm",
        "1");

    assertEquals(NONE, current().minMilliAmps());
    assertEquals(NONE, current().maxMilliAmps());
    assertEquals(NONE, current().highCritMilliAmps());
    assertEquals(NONE, current().alarm());
  }

  @Test
  void alarmAgainstALimitThatIsSetIsToldBesideOneThatIsNot() throws IOException {
    monitor("3100")
        .file(HWMON0 + "curr1_max_alarm", "1")
        .file(HWMON0 + "curr1_crit", "0")
        .file(HWMON0 + "curr1_crit_alarm", "1");
    assertEquals(Measured.of(true), current().alarm());

    tree.file(HWMON0 + "curr1_max_alarm", "0");
    assertEquals(Measured.of(false), current().alarm());
  }

  @Test
  void alarmOfAChannelWithoutLimitsIsItsOwn() throws IOException {
    tree.chip("hwmon0", "ltc4215", "curr1_input", "700", "curr1_alarm", "1");

    assertEquals(Measured.of(true), current().alarm());
  }

  @Test
  void endsOfALongAreNeitherLimitsNorCurrents() throws IOException {
    tree.chip(
        "hwmon0",
        "pmbus",
        "curr1_input",
        "4294967295",
        "curr1_min",
        "-9223372036854775808",
        "curr1_max",
        "9223372036854775807");

    assertEquals(NONE, current().milliAmps());
    assertEquals(NONE, current().minMilliAmps());
    assertEquals(NONE, current().maxMilliAmps());
  }

  @Test
  void disabledChannelHasNoReading() throws IOException {
    assertEquals(
        NONE, monitor("0").file(HWMON0 + "curr1_enable", "0").currents().getFirst().milliAmps());
  }

  @Test
  void channelWithLimitsAndWithoutAnInputIsNone() throws IOException {
    tree.chip("hwmon0", "ina3221", "curr1_max", "0", "curr1_crit", "0", "curr2_input", "12");

    assertEquals(List.of("ina3221-curr2"), RecordedTree.components(tree.currents()));
  }

  @Test
  void inputThatIsAFolderFailsWithItsErrno() throws IOException {
    monitor("1").delete(HWMON0 + "curr1_input").folder(HWMON0 + "curr1_input");

    assertTrue(failedWith(Errno.EISDIR, current().milliAmps()), current().toString());
  }

  private Current current() throws IOException {
    return tree.currents().getFirst();
  }
}
