package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.hal.Measured;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults that are seen again after their repair was signed off as verified. */
final class RelapseTest {

  private static final List<String> SIGNED_OFF =
      List.of("RAISED FAN-201 fan1", "UPDATED FAN-201 fan1", "RESOLVED FAN-201 fan1");

  private final Bench bench = Bench.only("FAN-201");

  @Test
  void faultThatIsSeenAgainBeforeItsEndIsRepairedNoMoreAndSeenByNobody() {
    verifiedFan();
    Resolution signedOff = bench.told.getLast().fault().standing().resolution().orElseThrow();

    bench.fan("fan1", 0).seconds(1);

    assertEquals("UPDATED FAN-201 fan1", bench.story().getLast());
    Fault again = bench.told.getLast().fault();
    assertEquals(
        Optional.of(
            new Resolution(Bench.TECHNICIAN, signedOff.at(), "new fan", "40 mm", false, false)),
        again.standing().resolution(),
        "as it was signed, when it was");
    assertEquals(Optional.empty(), again.standing().acknowledged());
  }

  @Test
  void relapseIsToldOnceHoweverLongItLasts() {
    verifiedFan();

    bench.fan("fan1", 0).seconds(50).fan("fan1", 1200).seconds(20).fan("fan1", 0).seconds(50);

    assertEquals(SIGNED_OFF.size() + 1, bench.story().size(), bench.story()::toString);
  }

  @Test
  void repairThatHoldsEndsAsItWasSignedOff() {
    verifiedFan();

    bench.seconds(60);

    assertEquals("CLEARED FAN-201 fan1", bench.story().getLast());
    assertEquals(SIGNED_OFF.size() + 1, bench.story().size(), bench.story()::toString);
    assertTrue(bench.told.getLast().fault().standing().verified());
  }

  @Test
  void whatCannotBeReadIsNoRelapse() {
    verifiedFan();

    bench.fan("fan1", new Measured.Failed(5, "read", "/hwmon/fan1")).seconds(5);

    assertEquals(SIGNED_OFF, bench.story());
  }

  @Test
  void sameWordsAfterARelapseAreANewSignOffAlsoOnceItIsOver() {
    verifiedFan();
    Fault signedOff = bench.told.getLast().fault();
    bench.fan("fan1", 0).seconds(1);
    bench.fan("fan1", 1200).seconds(61);

    bench.act(new Action.Resolve(signedOff.faultId(), "new fan", "40 mm", false, Bench.TECHNICIAN));

    assertEquals("RESOLVED FAN-201 fan1", bench.story().getLast());
    assertTrue(bench.told.getLast().fault().standing().acknowledged().isPresent());
  }

  @Test
  void relapseIsToldAfterARestartToo() {
    verifiedFan();

    Bench after = Bench.onlyIn("boot-8", "FAN-201").resume(left()).fan("fan1", 0).seconds(1);

    assertEquals(List.of("UPDATED FAN-201 fan1"), after.story());
    assertEquals(Optional.empty(), after.told.getLast().fault().standing().acknowledged());
  }

  @Test
  void codeThatIsSwitchedOffHasNoRelapse() {
    verifiedFan();

    Bench after = Bench.onlyIn("boot-8", "DSK-403").resume(left()).fan("fan1", 0);

    assertEquals(List.of("CLEARED FAN-201 fan1"), after.seconds(61).story());
  }

  /** What the next run of the agent knows. */
  private Recollection left() {
    Fault fault = bench.told.getLast().fault();
    return new Recollection(
        Recollection.of(List.of(fault)).episodes(), List.of(), bench.arrangements);
  }

  private void verifiedFan() {
    bench.fan("fan1", 0).scan().seconds(30);
    String faultId = bench.active("FAN-201").faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(faultId), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(new Action.Retest(faultId, Bench.TECHNICIAN)).seconds(31);
    bench.act(new Action.Resolve(faultId, "new fan", "40 mm", false, Bench.TECHNICIAN));
    assertEquals(SIGNED_OFF, bench.story());
  }
}
