package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.InputLine;
import io.panelwatch.hal.InputLines;
import io.panelwatch.hal.LineRequest;
import io.panelwatch.hal.contract.InputLineContract;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange.MainsOnline;
import io.panelwatch.simulator.board.BoardChange.PowerFailing;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimulatedLinesTest extends InputLineContract {

  private static final LineRequest POWER_FAIL = new LineRequest(SimulatedLines.POWER_FAIL, true);

  private final SimulatedBoard board = SimulatedBoard.create(new ManualClock(), 1);
  private final List<InputLine.Edge> told = new ArrayList<>();

  @Override
  protected InputLines lines() {
    drive(false);
    return board.inputLines().orElseThrow();
  }

  @Override
  protected String name() {
    return SimulatedLines.POWER_FAIL;
  }

  @Override
  protected void drive(boolean high) {
    board.apply(new PowerFailing(!high));
  }

  @Override
  protected void breakLine() {
    board.apply(new SensorFails(Component.POWER_FAIL, 5));
  }

  @Test
  void repairedSupplyFailsNoMore() throws Exception {
    try (InputLine line = open()) {
      assertTrue(line.isActive());

      board.apply(new Repaired(Component.POWER_FAIL));

      assertEquals(List.of(InputLine.Edge.FALLING), told);
      assertEquals(false, board.describe().get("power-fail").get("active"));
    }
  }

  @Test
  void mainsOfTheBoardIsNotTheSupplyOfTheCabinet() throws Exception {
    board.apply(new PowerFailing(false));
    try (var _ = open()) {
      board.apply(new MainsOnline(false));

      assertEquals(List.of(), told);
    }
  }

  @Test
  void lineThatFailsCannotBeOpenedEither() {
    breakLine();

    DeviceException refusal = assertThrows(DeviceException.class, this::open);

    assertEquals(
        "GPIO_V2_GET_LINE on simulated:gpiochip0/POWER_FAIL_N fails (EIO (input/output error)).",
        refusal.getMessage());
  }

  private InputLine open() throws DeviceException {
    return board.inputLines().orElseThrow().open(POWER_FAIL, told::add);
  }
}
