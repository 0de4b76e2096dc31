package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a technician goes through with a kiosk, told by the files of its board. Together the stories
 * come through every box that is drawn on the front page of {@link
 * io.panelwatch.agent.fault.lifecycle}.
 */
final class TechnicianStoryTest {

  /** The boxes, machine by machine. */
  private enum Box {
    // condition
    QUIET,
    PENDING,
    RECURRING,
    CONFIRMED,
    CLEARING,
    LATCHED,
    // episode
    NONE,
    ACTIVE,
    FLAPPING,
    OVER,
    RESOLVED,
    // seen
    UNACKNOWLEDGED,
    ACKNOWLEDGED,
    // annunciation
    ANNOUNCED,
    SUPPRESSED,
    IN_SERVICE,
    SHELVED,
    OUT_OF_SERVICE,
    // memory
    UNTESTED,
    TESTED,
    FAILED,
    AGED,
    // repair
    NO_VISIT,
    VISIT,
    RETEST_UNDER_WAY,
    RETEST_PASSED,
    RETEST_FAILED,
    RETEST_INCONCLUSIVE,
    RETIRED,
    WATCHED_AGAIN,
    // beside them
    DRILL
  }

  private static final String FAN = "pwmfan-fan1";
  private static final String FAN_RPM = "sys/class/hwmon/hwmon2/fan1_input";
  private static final String VOLTS_LOW = "sys/class/hwmon/hwmon0/in0_lcrit_alarm";
  private static final String PLUG = "sys/class/power_supply/AC/online";
  private static final String HEAT = "sys/class/thermal/thermal_zone0/temp";
  private static final String MOUNTS = "proc/1/mountinfo";
  private static final String DISK = "sys/block/sda/device/state";
  private static final String SMART = "run/panelwatch/smart/sda.json";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final Set<Box> REACHED = EnumSet.noneOf(Box.class);

  @TempDir private Path folder;
  private Kiosk kiosk;

  @BeforeEach
  void isPutUp() throws InterruptedException {
    kiosk = new Kiosk(folder);
  }

  @AfterEach
  void isTakenDown() {
    kiosk.close();
  }

  @AfterAll
  static void everyBoxOfTheDrawingWasReached() {
    assertEquals(EnumSet.allOf(Box.class), REACHED);
  }

  @Test
  void fanThatStandsStillIsSeenWaitedForToldNotedAndRepaired() throws Exception {
    is("FAN-201", FAN, Box.QUIET, Box.NONE, Box.NO_VISIT);

    kiosk.finds(FAN_RPM, "0");
    is("FAN-201", FAN, Box.PENDING, Box.NONE);
    kiosk.finds(FAN_RPM, "1200");
    is("FAN-201", FAN, Box.QUIET, Box.NONE);

    kiosk.finds(FAN_RPM, "0").passes(SECOND.multipliedBy(30));
    is("FAN-201", FAN, Box.CONFIRMED, Box.ACTIVE, Box.UNACKNOWLEDGED, Box.ANNOUNCED, Box.FAILED);
    kiosk.passes(Duration.ofMinutes(5));
    is("FAN-201", FAN, Box.CONFIRMED, Box.ACTIVE);

    kiosk.does(new Action.Acknowledge(kiosk.id("FAN-201", FAN), Kiosk.TECHNICIAN));
    is("FAN-201", FAN, Box.CONFIRMED, Box.ACTIVE, Box.ACKNOWLEDGED);

    kiosk.finds(FAN_RPM, "1200").passes(SECOND.multipliedBy(50));
    is("FAN-201", FAN, Box.CLEARING, Box.ACTIVE);
    kiosk.finds(FAN_RPM, "0").passes(SECOND.multipliedBy(10));
    is("FAN-201", FAN, Box.CONFIRMED, Box.ACTIVE);

    kiosk.finds(FAN_RPM, "1200").passes(SECOND.multipliedBy(50));
    is("FAN-201", FAN, Box.CLEARING, Box.ACTIVE);
    kiosk.passes(SECOND.multipliedBy(10));
    is("FAN-201", FAN, Box.QUIET, Box.OVER, Box.TESTED);
  }

  @Test
  void supplyThatSagsNowAndThenIsToldTheThirdTime() throws Exception {
    kiosk.finds(VOLTS_LOW, "1").finds(VOLTS_LOW, "0").passes(SECOND);
    is("PWR-101", "rpi_volt-in0", Box.RECURRING, Box.NONE);
    kiosk.finds(VOLTS_LOW, "1").finds(VOLTS_LOW, "0").passes(SECOND);
    is("PWR-101", "rpi_volt-in0", Box.RECURRING, Box.NONE);

    kiosk.finds(VOLTS_LOW, "1");
    is("PWR-101", "rpi_volt-in0", Box.CONFIRMED, Box.ACTIVE);
  }

  @Test
  void fileSystemThatTheKernelMadeReadOnlyIsSeenBySomebodyBeforeItIsForgotten() throws Exception {
    kiosk.finds(MOUNTS, StorageStories.root("ro"));
    is("DSK-403", "/", Box.CONFIRMED, Box.UNACKNOWLEDGED);

    kiosk.finds(MOUNTS, StorageStories.root("rw"));
    is("DSK-403", "/", Box.LATCHED, Box.ACTIVE);

    kiosk.does(new Action.Acknowledge(kiosk.id("DSK-403", "/"), Kiosk.TECHNICIAN));
    kiosk.passes(SECOND);
    is("DSK-403", "/", Box.QUIET, Box.OVER, Box.ACKNOWLEDGED);
  }

  @Test
  void plugThatIsLooseIsOneFaultUntilItHoldsForHalfAnHour() throws Exception {
    for (int times = 0; times < 3; times++) {
      kiosk.finds(PLUG, "0").passes(SECOND.multipliedBy(10));
      kiosk.finds(PLUG, "1").passes(SECOND.multipliedBy(60));
    }
    is("PWR-103", "AC", Box.FLAPPING, Box.ACTIVE);

    kiosk.passes(Duration.ofMinutes(29));
    is("PWR-103", "AC", Box.FLAPPING, Box.ACTIVE);
    kiosk.passes(Duration.ofMinutes(1));
    is("PWR-103", "AC", Box.QUIET, Box.OVER);
  }

  @Test
  void heatUnderAFanThatStandsStillIsNoJobOfItsOwn() throws Exception {
    kiosk.finds(FAN_RPM, "0").passes(SECOND.multipliedBy(30));
    kiosk.finds(HEAT, "77000").passes(SECOND.multipliedBy(60));

    is("TMP-301", "cpu-thermal", Box.SUPPRESSED, Box.ACTIVE);
    assertEquals(
        Optional.of(kiosk.id("FAN-201", FAN)),
        kiosk.fault("TMP-301", "cpu-thermal").suppressedBy());
  }

  @Test
  void fanThatWaitsForItsPartIsPutAsideAndThenTakenOutOfService() throws Exception {
    kiosk.finds(FAN_RPM, "0").passes(SECOND.multipliedBy(30));
    String fan = kiosk.id("FAN-201", FAN);

    kiosk.does(new Action.Shelve(fan, Duration.ofMinutes(10), Kiosk.TECHNICIAN));
    is("FAN-201", FAN, Box.SHELVED, Box.ACTIVE);
    kiosk.passes(Duration.ofMinutes(10));
    is("FAN-201", FAN, Box.ANNOUNCED, Box.ACTIVE);

    kiosk.does(new Action.TakeOut(fan, Kiosk.TECHNICIAN));
    is("FAN-201", FAN, Box.OUT_OF_SERVICE, Box.ACTIVE);
    kiosk.does(new Action.PutBack("FAN-201", FAN, Kiosk.TECHNICIAN));
    is("FAN-201", FAN, Box.ANNOUNCED, Box.ACTIVE);
  }

  @Test
  void repairIsTriedOutUntilItHoldsAndSignedOff() throws Exception {
    kiosk.finds(FAN_RPM, "0").passes(SECOND.multipliedBy(30));
    String fan = kiosk.id("FAN-201", FAN);
    kiosk.does(new Action.OpenVisit("VISIT7", Set.of(fan), Kiosk.TECHNICIAN)).passes(SECOND);
    is("FAN-201", FAN, Box.VISIT, Box.IN_SERVICE);

    kiosk.does(new Action.Retest(fan, Kiosk.TECHNICIAN));
    assertEquals(RetestResult.FAILED, retested(SECOND));
    reached(Box.RETEST_FAILED);

    kiosk.loses("sys/class/hwmon/hwmon2");
    kiosk.does(new Action.Retest(fan, Kiosk.TECHNICIAN));
    assertEquals(RetestResult.INCONCLUSIVE, retested(Duration.ofMinutes(2)));
    reached(Box.RETEST_INCONCLUSIVE);

    kiosk.finds("sys/class/hwmon/hwmon2/name", "pwmfan");
    kiosk.finds("sys/class/hwmon/hwmon2/fan1_min", "600");
    kiosk.finds(FAN_RPM, "1180");
    kiosk.does(new Action.Retest(fan, Kiosk.TECHNICIAN)).passes(SECOND);
    assertEquals(Optional.empty(), kiosk.last().retested());
    reached(Box.RETEST_UNDER_WAY);
    assertEquals(RetestResult.PASSED, retested(SECOND.multipliedBy(40)));
    reached(Box.RETEST_PASSED);

    kiosk.does(new Action.Resolve(fan, "new fan", "Fan 60x60x15", false, Kiosk.TECHNICIAN));
    assertTrue(kiosk.fault("FAN-201", FAN).standing().resolution().orElseThrow().verified());
    kiosk.does(new Action.CloseVisit(Kiosk.TECHNICIAN)).passes(SECOND.multipliedBy(60));
    is("FAN-201", FAN, Box.NO_VISIT, Box.RESOLVED, Box.OVER);
  }

  @Test
  void diskThatIsTakenAwayForGoodIsMissedNoMoreAndWatchedWhenThereIsOneAgain() throws Exception {
    kiosk.loses(SMART).loses("sys/block/sda").passes(SECOND.multipliedBy(10));
    is("DSK-411", "sda", Box.CONFIRMED, Box.ACTIVE);

    String disk = kiosk.id("DSK-411", "sda");
    kiosk.does(new Action.Resolve(disk, "not needed", "", true, Kiosk.TECHNICIAN));
    kiosk.passes(Duration.ofMinutes(5));
    assertFalse(kiosk.isActive("DSK-411", "sda"));
    assertFalse(kiosk.isPending("DSK-411", "sda"));
    reached(Box.RETIRED);

    kiosk.finds(DISK, "running").passes(SECOND);
    kiosk.finds(DISK, "offline").passes(SECOND.multipliedBy(10));
    is("DSK-411", "sda", Box.CONFIRMED, Box.ACTIVE);
    reached(Box.WATCHED_AGAIN);
  }

  @Test
  void fanThatWasWellForFortyDaysIsHistory() throws Exception {
    kiosk.finds(FAN_RPM, "0").passes(SECOND.multipliedBy(30));
    kiosk.finds(FAN_RPM, "1200").passes(SECOND.multipliedBy(60));
    for (int day = 0; day <= DtcEntry.AGED; day++) {
      assertFalse(kiosk.remembers("FAN-201", FAN).orElseThrow().aged());
      kiosk.aDayLater();
    }
    assertTrue(kiosk.remembers("FAN-201", FAN).orElseThrow().aged());
    reached(Box.AGED);
  }

  @Test
  void dayOnWhichNobodyCouldLookIsNoCleanOne() throws Exception {
    kiosk.finds(FAN_RPM, "0").passes(SECOND.multipliedBy(30));
    kiosk.finds(FAN_RPM, "1200").passes(SECOND.multipliedBy(60)).aDayLater().aDayLater();
    int clean = kiosk.remembers("FAN-201", FAN).orElseThrow().cleanCycles();

    kiosk.loses(FAN_RPM).boots("boot-2");
    for (int day = 0; day < DtcEntry.AGED; day++) {
      kiosk.aDayLater();
    }
    reached(Box.UNTESTED);
    kiosk.finds(FAN_RPM, "1200");

    // The day before it could not be read any more was the last one.
    assertEquals(clean + 1, kiosk.remembers("FAN-201", FAN).orElseThrow().cleanCycles());
  }

  @Test
  void drillIsToldAsSuchAndEndsByItself() throws Exception {
    kiosk.does(new Action.BeginDrill("FAN-201", "fan9", Duration.ofMinutes(5), Kiosk.TECHNICIAN));
    assertTrue(kiosk.fault("FAN-201", "fan9").test());
    reached(Box.DRILL);

    kiosk.passes(Duration.ofMinutes(5));
    assertTrue(kiosk.fault("FAN-201", "fan9").cleared().isPresent());
  }

  /** What a retest comes to within that time. */
  private RetestResult retested(Duration within) throws InterruptedException {
    for (Duration left = within; !left.isNegative(); left = left.minusSeconds(10)) {
      kiosk.passes(SECOND);
      if (kiosk.last().retested().isPresent()) {
        return kiosk.last().retested().get().result();
      }
    }
    throw new AssertionError("the retest has not come to an end within " + within);
  }

  private void is(String code, String component, Box... boxes) {
    for (Box box : boxes) {
      assertTrue(stands(code, component, box), code + " " + component + " is not " + box);
      reached(box);
    }
  }

  private static void reached(Box box) {
    REACHED.add(box);
  }

  /**
   * What of a box a technician can see. Pending looks as recurring does, and confirmed as clearing:
   * which of them it is the story tells by how it goes on.
   */
  private boolean stands(String code, String component, Box box) {
    boolean active = kiosk.isActive(code, component);
    boolean pending = kiosk.isPending(code, component);
    return switch (box) {
      case QUIET -> !active && !pending;
      case PENDING, RECURRING -> pending;
      case NONE -> !active;
      case ACTIVE -> active;
      case CONFIRMED, CLEARING -> active && !seen(code, component).latched();
      case NO_VISIT -> kiosk.last().visit().isEmpty();
      case VISIT -> kiosk.last().visit().isPresent();
      case TESTED -> kiosk.remembers(code, component).orElseThrow().cycle().tested();
      case FAILED -> kiosk.remembers(code, component).orElseThrow().cycle().failed();
      default -> stands(seen(code, component), box);
    };
  }

  /** As {@code faults} lists it. */
  private FaultSummary seen(String code, String component) {
    return FaultSummary.of(kiosk.fault(code, component));
  }

  private static boolean stands(FaultSummary fault, Box box) {
    return switch (box) {
      case LATCHED -> fault.latched();
      case FLAPPING -> fault.flapping();
      case OVER -> fault.cleared().isPresent();
      case RESOLVED -> fault.resolution().isPresent();
      case UNACKNOWLEDGED -> fault.acknowledged().isEmpty();
      case ACKNOWLEDGED -> fault.acknowledged().isPresent();
      case ANNOUNCED ->
          fault.suppressedBy().isEmpty() && fault.shelved().isEmpty() && fault.visit().isEmpty();
      case SUPPRESSED -> fault.suppressedBy().isPresent();
      case IN_SERVICE -> fault.visit().isPresent();
      case SHELVED -> fault.shelved().filter(aside -> aside.until().isPresent()).isPresent();
      case OUT_OF_SERVICE -> fault.shelved().filter(aside -> aside.until().isEmpty()).isPresent();
      default -> throw new IllegalArgumentException("nothing of a fault says " + box);
    };
  }
}
