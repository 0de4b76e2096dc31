package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an earlier version of the program, and who has edited its file, have left. */
final class HandWrittenBookTest {

  @Test
  void lineSaysWhatWasLookedAtWhenAndAfterHowManyHours() {
    var book = HandWrittenBook.parse("hours 1260\nfans 2026-03-01 1104\npower - 1260\n");

    assertEquals(1260, book.hours());
    assertEquals(
        List.of(
            new HandWrittenBook.Line("fans", Optional.of(LocalDate.of(2026, 3, 1)), 1104),
            new HandWrittenBook.Line("power", Optional.empty(), 1260)),
        book.lines());
  }

  @Test
  void hoursThatCannotBeAreNone() {
    for (String hours : List.of("NaN", "Infinity", "-Infinity", "-3", "many")) {
      assertEquals(0, HandWrittenBook.parse("hours " + hours + "\n").hours(), hours);
    }
  }

  @Test
  void lineOfHoursThatCannotBeIsLeftOut() {
    for (String hours : List.of("NaN", "Infinity", "-3", "1260.5", "many")) {
      var book = HandWrittenBook.parse("hours 1260\nfans 2026-03-01 " + hours + "\n");

      assertEquals(List.of(), book.lines(), hours);
      assertEquals(Optional.empty(), book.since(), hours);
    }
  }
}
