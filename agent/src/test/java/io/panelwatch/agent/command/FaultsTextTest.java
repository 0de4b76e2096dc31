package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTextTest {

  private static final Standing LATCHED = Standing.NEW.withLatched(true);
  private static final Standing FLAPPING = Standing.NEW.withFlapping(true);
  private static final Standing IN_REPAIR = Standing.NEW.withVisit(Optional.of("v-1"));
  private static final Optional<Acknowledged> SEEN =
      Optional.of(
          new Acknowledged(
              new Actor(Actor.Kind.SHELL, "ann"),
              new Stamp(Instant.parse("2026-03-01T08:05:00Z"), true, "boot", 300_000)));

  private final StringWriter out = new StringWriter();

  @Test
  void faultThatOnlyWaitsForItsAcknowledgementSaysSo() {
    assertEquals("unacknowledged", state(Language.EN, LATCHED));
    assertEquals("尚未确认", state(Language.ZH, LATCHED));
    assertTrue(page(LATCHED).contains("it ends with faults ack"), out::toString);
  }

  @Test
  void faultThatIsHeldBecauseItComesAndGoesSaysSo() {
    assertEquals("comes and goes", state(Language.EN, FLAPPING));
    assertTrue(page(FLAPPING).contains("quiet for half an hour"), out::toString);
    assertEquals("unacknowledged", state(Language.EN, FLAPPING.withLatched(true)));
    assertEquals(
        "comes and goes", state(Language.EN, FLAPPING.withLatched(true).withAcknowledged(SEEN)));
  }

  @Test
  void faultThatSomebodyWorksOnSaysSo() {
    assertEquals("in repair", state(Language.EN, IN_REPAIR.withAcknowledged(SEEN)));
    assertEquals("检修中", state(Language.ZH, IN_REPAIR));
    assertEquals("unacknowledged", state(Language.EN, IN_REPAIR.withLatched(true)));
  }

  @Test
  void pageTellsByWhatItWasJudgedAndWhatWasReadInTheMinuteBefore() {
    List<String> lines = page(Standing.NEW).lines().map(String::strip).toList();
    assertTrue(lines.contains("limit         0 rpm measured, a fault at 0 rpm"), lines::toString);
    assertTrue(
        lines.contains("before        from 2026-03-01T07:59:56Z on: fan1 fan.rpm 2390 to 2400 rpm"),
        lines::toString);
    assertTrue(lines.contains("first seen    fan1 fan.rpm 0 rpm"), lines::toString);
  }

  @Test
  void pageTellsWhoHasSignedTheRepairOff() {
    var lin = new Actor(Actor.Kind.SHELL, "lin");
    var at = Instant.parse("2026-03-01T08:00:00Z");
    Standing tried =
        Standing.NEW.withResolution(
            new Resolution(
                lin,
                Optional.of(new Stamp(at, true, "boot", 300)),
                "new fan",
                "Fan 60 mm",
                true,
                false));
    Standing removed =
        Standing.NEW.withResolution(
            new Resolution(
                lin, Optional.of(new Stamp(at, false, "boot", 300)), "", "", false, true));
    Standing before =
        Standing.NEW.withResolution(new Resolution(lin, Optional.empty(), "", "", false, false));

    assertTrue(
        page(tried)
            .contains(
                "signed off    2026-03-01T08:00:00Z by lin, new fan, with Fan 60 mm, verified"),
        out::toString);
    assertEquals(
        Optional.of("2026-03-01T08:00:00Z（时钟不可信），lin，已拆除，未验证"), signedOff(Language.ZH, removed));
    assertEquals(Optional.of("lin, not verified"), signedOff(Language.EN, before));
    assertEquals(Optional.empty(), signedOff(Language.EN, Standing.NEW));
  }

  private static Optional<String> signedOff(Language language, Standing standing) {
    return new FaultWords(language).signedOff(FaultSummary.of(with(standing)));
  }

  private static String state(Language language, Standing standing) {
    return new FaultWords(language).state(FaultSummary.of(with(standing)));
  }

  private String page(Standing standing) {
    var writer = new PrintWriter(out, true);
    new FaultsText(new FaultWords(Language.EN), new Colours(false), writer)
        .page(FaultSummary.whole(with(standing), Optional.empty()));
    return out.toString();
  }

  private static Fault with(Standing standing) {
    return SampleFault.withFrame().with(standing);
  }
}
