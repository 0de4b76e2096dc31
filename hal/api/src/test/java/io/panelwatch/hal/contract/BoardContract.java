package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.panelwatch.hal.Board;
import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Board} does. */
public abstract class BoardContract {

  private Board board;

  /** Opens the board under test. */
  protected abstract Board open() throws Exception;

  @BeforeEach
  protected void openBoard() throws Exception {
    board = open();
  }

  @AfterEach
  protected void closeBoard() {
    board.close();
  }

  @Test
  protected void saysWhoItIsAndAlwaysTheSame() {
    assertNotNull(board.identity().model(), "model");
    assertNotNull(board.identity().serial(), "serial");
    assertEquals(board.identity(), board.identity());
  }

  @Test
  protected void hasOneClock() {
    assertSame(board.clock(), board.clock());
  }

  @Test
  protected void listsEverySourceOnceInAStableOrder() {
    List<SensorFamily> families = families(board);

    assertEquals(Set.copyOf(families).size(), families.size(), () -> "once each: " + families);
    assertEquals(families, families(board));
  }

  @Test
  protected void onlyFamiliesOfBoardsHaveASource() {
    assertEquals(
        List.of(),
        families(board).stream().filter(f -> !SensorFamily.ofBoards().contains(f)).toList());
  }

  @Test
  protected void everySourceReadsAndSaysWhereItLooked() throws Exception {
    for (SensorSource source : board.sources()) {
      assertFalse(source.lookedIn().isBlank(), () -> source.family().toString());
      SampleRules.check(source.family(), source.read());
    }
  }

  @Test
  protected void inventoryNamesSensorsAsTheirReadingsDo() throws Exception {
    List<BoardInventory.Sensor> sensors = board.inventory().sensors();

    for (SensorSource source : board.sources()) {
      List<String> listed =
          sensors.stream()
              .filter(sensor -> sensor.family() == source.family())
              .map(BoardInventory.Sensor::component)
              .toList();
      if (!listed.isEmpty()) {
        assertEquals(source.read().stream().map(Sample::component).toList(), listed);
      }
    }
  }

  @Test
  protected void inventoryIsTheSameWhileNothingComesOrGoes() {
    assertEquals(board.inventory(), board.inventory());
  }

  @Test
  protected void closingTwiceIsHarmless() {
    board.close();
    board.close();
  }

  private static List<SensorFamily> families(Board board) {
    return board.sources().stream().map(SensorSource::family).toList();
  }
}
