package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void columnsStandBelowEachOtherWhateverScriptTheirCellsHave() {
    assertEquals("COMPONENT   CODE\n/mnt/image  DSK-401\n", printed("/mnt/image"));
    assertEquals("COMPONENT    CODE\n/数据（一）  DSK-401\n", printed("/数据（一）"));
    assertEquals("COMPONENT   CODE\n「甲」、💾  DSK-401\n", printed("「甲」、💾"));
    assertEquals("COMPONENT  CODE\nu\u0308ber       DSK-401\n", printed("u\u0308ber"));
  }

  @Test
  void nothingThatABoardIsCalledGivesTheTerminalAnOrder() {
    assertEquals("COMPONENT     CODE\n?[2J/mnt?31m  DSK-401\n", printed("\u001b[2J/mnt\u009b31m"));
  }

  private static String printed(String component) {
    var out = new StringWriter();
    var table = new Table("COMPONENT", "CODE");
    table.row(component, "DSK-401");
    table.print(new PrintWriter(out, true));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
