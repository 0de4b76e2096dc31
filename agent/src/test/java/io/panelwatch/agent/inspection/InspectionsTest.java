package io.panelwatch.agent.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.InspectionSettings;
import io.panelwatch.agent.config.InspectionSettings.Every;
import io.panelwatch.agent.config.InspectionSettings.Interval;
import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When something is due: by the calendar, by running hours, or because something is worn. */
final class InspectionsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Stamp AT = new Stamp(NOON, true, "boot", 0);
  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");

  @Test
  void whatComesFirstOfCalendarAndRunningHoursCounts() {
    var every = new Every(Interval.QUARTERLY, Optional.of(2000));

    InspectionDue byCalendar = due(every, 1000 + 1900);
    assertEquals(Optional.of(LocalDate.of(2026, 4, 1)), byCalendar.day());
    assertEquals(OptionalDouble.of(100), byCalendar.hoursLeft());
    assertFalse(byCalendar.isNow());

    InspectionDue byHours = due(every, 1000 + 2048);
    assertEquals(2, byHours.overdueDays());
    assertTrue(byHours.isNow());
  }

  @Test
  void runningHoursAloneNeedNoDay() {
    var every = new Every(Interval.OFF, Optional.of(2000));

    InspectionDue due = due(every, 1000);

    assertEquals(Optional.empty(), due.day());
    assertEquals(OptionalDouble.of(2000), due.hoursLeft());
  }

  @Test
  void wearMakesItDueUntilItWasLookedAt() {
    Fault worn = SampleFault.of("DSK-404", "F-1");
    var monthly = InspectionSettings.every(Interval.YEARLY);
    Inspections before = board(Item.MEMORY_AND_DISKS, monthly, List.of(), List.of(worn));
    assertEquals(List.of("F-1"), before.due().getFirst().wear());
    assertEquals(0, before.due().getFirst().overdueDays());

    InspectionRecord done = before.done("memory-and-disks", AT, LIN).orElseThrow();
    Inspections after = board(Item.MEMORY_AND_DISKS, monthly, List.of(done), List.of(worn));
    assertFalse(after.due().getFirst().isNow());

    List<Fault> another = List.of(worn, SampleFault.of("DSK-409", "F-2"));
    Inspections again = board(Item.MEMORY_AND_DISKS, monthly, List.of(done), another);
    assertEquals(List.of("F-2"), again.due().getFirst().wear());
    assertTrue(again.due().getFirst().isNow());
  }

  @Test
  void wearOfOneThingIsNoReasonToLookAtAnother() {
    List<Fault> worn = List.of(SampleFault.of("PWR-105", "F-1"), SampleFault.of("FAN-201", "F-2"));
    var yearly = InspectionSettings.every(Interval.YEARLY);

    assertFalse(board(Item.FANS, yearly, List.of(), worn).due().getFirst().isNow());
    assertTrue(board(Item.POWER, yearly, List.of(), worn).due().getFirst().isNow());
  }

  private static InspectionDue due(Every every, double hours) {
    var january =
        new InspectionRecord(
            "fans", AT, LIN, Optional.of(LocalDate.of(2026, 1, 1)), 1000, Set.of());
    var settings = new InspectionSettings(Map.of(Item.FANS, every));
    var time = new RunningTime(hours, Optional.empty(), Optional.of(NOON));
    return new Inspections(settings, List.of(january), time, List.of()).due().getFirst();
  }

  private static Inspections board(
      Item item, Every every, List<InspectionRecord> latest, List<Fault> active) {
    var time = new RunningTime(10, Optional.of(LocalDate.of(2026, 3, 1)), Optional.of(NOON));
    return new Inspections(new InspectionSettings(Map.of(item, every)), latest, time, active);
  }
}
