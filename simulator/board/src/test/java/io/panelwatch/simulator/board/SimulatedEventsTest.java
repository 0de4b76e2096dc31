package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.BoardEventsContract;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimulatedEventsTest extends BoardEventsContract {

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final List<SensorFamily> told = new ArrayList<>();

  @Override
  protected BoardEvents open() {
    return board.events();
  }

  @Override
  protected SensorFamily change() {
    board.apply(new BoardChange.MainsOnline(false));
    return SensorFamily.POWER_SUPPLIES;
  }

  @Test
  void familyThatIsToldForAPartIsTheOneThatReadsIt() throws Exception {
    board.events().listen(told::add);

    for (SensorSource source : board.sources()) {
      for (var sample : source.read()) {
        told.clear();
        Component part = Component.named(sample.component()).orElseThrow();
        board.apply(new BoardChange.SensorFails(part, 5));
        assertEquals(List.of(source.family()), told, part::id);
      }
    }
  }

  @Test
  void changeIsMadeBeforeItIsTold() {
    List<Object> seen = new ArrayList<>();
    board.events().listen(family -> seen.add(board.describe().get("mains").get("online")));

    board.apply(new BoardChange.MainsOnline(false));

    assertEquals(List.of(false), seen);
  }

  @Test
  void whatTheModelDoesWithTimeIsNotTold() {
    board.apply(new BoardChange.MainsOnline(false));
    board.events().listen(told::add);

    clock.advance(Duration.ofHours(1));
    board.describe();

    assertEquals(List.of(), told);
  }
}
