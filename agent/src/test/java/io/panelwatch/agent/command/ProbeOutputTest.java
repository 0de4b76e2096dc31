package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.probe.ProbeReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ProbeOutputTest {

  @Test
  void whatStandsForADiskIsNotTold() {
    var report =
        new ProbeReport(
            List.of(
                reading(Quantity.SMART_IDENTITY, 0x1234),
                reading(Quantity.SMART_REALLOCATED_SECTORS, 8)),
            List.of());

    assertEquals(
        "{\"readings\":[{\"name\":\"smart.reallocated\",\"component\":\"sda\",\"value\":8.0,"
            + "\"unit\":\"1\",\"quality\":\"good\",\"source\":\"/run/panelwatch/smart/sda\"}],"
            + "\"faults\":[]}",
        ProbeOutput.json(report).strip());

    var printed = new StringWriter();
    ProbeOutput.print(report, List.of(), new PrintWriter(printed));
    assertTrue(printed.toString().contains("smart.reallocated"), printed.toString());
    assertFalse(printed.toString().contains("identity"), printed.toString());
  }

  private static Reading reading(Quantity quantity, double value) {
    return new Reading(
        quantity, "sda", OptionalDouble.of(value), Quality.GOOD, 0, "/run/panelwatch/smart/sda");
  }
}
