package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.health.Quantity;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiskSpaceTest {

  private static final Measured WRITABLE = Measured.of(false);
  private static final Measured READ_ONLY = Measured.of(true);

  private final DiskSpace rule = new DiskSpace("DSK-401", Quantity.FILE_SYSTEM_USED_PERCENT);

  @Test
  void bothLevelsAreJudgedWithTheirOwnHysteresis() {
    assertVerdicts("RAISE,RAISE", Measured.of(98), WRITABLE);
    assertVerdicts("RAISE,HOLD", Measured.of(97.9), WRITABLE);
    assertVerdicts("RAISE,CLEAR", Measured.of(90), WRITABLE);
    assertVerdicts("HOLD,CLEAR", Measured.of(89.9), WRITABLE);
    assertVerdicts("CLEAR,CLEAR", Measured.of(80), WRITABLE);
  }

  @Test
  void readOnlyImageThatIsFullByNatureIsNoFault() {
    assertVerdicts("HOLD,HOLD", Measured.of(100), READ_ONLY);
  }

  @Test
  void fileSystemThatCannotBeAskedIsNeitherFullNorEmpty() {
    assertVerdicts("NO_DATA,NO_DATA", FAILED, WRITABLE);
    assertVerdicts("NO_DATA,NO_DATA", Measured.notRecorded(), WRITABLE);
  }

  @Test
  void everyFileSystemIsJudgedByItself() {
    assertEquals(
        List.of("a RAISE,CLEAR", "b CLEAR,CLEAR"),
        Judge.judge(
            rule,
            Past.NONE,
            disk("a", Measured.of(90), WRITABLE),
            disk("b", Measured.of(10), WRITABLE)));
  }

  private void assertVerdicts(String verdicts, Measured used, Measured readOnly) {
    assertEquals(List.of("a " + verdicts), Judge.judge(rule, Past.NONE, disk("a", used, readOnly)));
  }

  private static Sample disk(String name, Measured used, Measured readOnly) {
    return new Sample.FileSystem(
        name,
        "/mountinfo",
        "/" + name,
        "/dev/" + name,
        "ext4",
        ABSENT,
        used,
        ABSENT,
        readOnly,
        ABSENT);
  }
}
