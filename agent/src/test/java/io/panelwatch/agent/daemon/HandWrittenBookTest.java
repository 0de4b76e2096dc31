package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an earlier version of the program, and who has edited its file, have left. */
final class HandWrittenBookTest {

  @Test
  void lineSaysWhatWasLookedAtWhenAndAfterHowManyHours() {
    var book = read("hours 1260\nfans 2026-03-01 1104\npower - 1260\n");

    assertEquals(1260, book.hours());
    assertEquals(
        List.of(
            new HandWrittenBook.Line("fans", Optional.of(LocalDate.of(2026, 3, 1)), 1104),
            new HandWrittenBook.Line("power", Optional.empty(), 1260)),
        book.lines());
  }

  @Test
  void hoursThatCannotBeAreNone() {
    for (String hours : List.of("NaN", "Infinity", "-Infinity", "-3", "1e13", "many")) {
      assertEquals(0, read("hours " + hours + "\n").hours(), hours);
    }
  }

  @Test
  void lineOfHoursThatCannotBeIsLeftOut() {
    for (String hours : List.of("NaN", "Infinity", "-3", "1260.5", "many")) {
      var book = read("hours 1260\nfans 2026-03-01 " + hours + "\n");

      assertEquals(List.of(), book.lines(), hours);
      assertEquals(Optional.empty(), book.since(), hours);
    }
  }

  @Test
  void dayThatIsToComeIsLeftOutWhereTheClockIsTrusted() {
    String text = "hours 1260\nfans 2026-11-25 1104\npower 2026-11-24 1104\n";

    assertEquals(List.of("fans 2026-11-25 1104"), read(text).leftOut());
    assertEquals(1, read(text).lines().size(), "somewhere it is tomorrow already");
    assertEquals(2, HandWrittenBook.parse(text, at(false)).lines().size());
  }

  @Test
  void dayBeforeThereWereSuchBoardsIsLeftOut() {
    for (String day : List.of("-999999999-01-01", "0001-01-01", "1969-12-31")) {
      var book = read("hours 1260\nfans " + day + " 1104\n");

      assertEquals(List.of("fans " + day + " 1104"), book.leftOut());
      assertEquals(Optional.empty(), book.since(), day);
    }
    assertEquals(1, read("hours 1260\nfans 1970-01-01 1104\n").lines().size());
  }

  @Test
  void whatIsLeftOutIsTold() {
    var book = read("hours 1260\n\nroof 2026-03-01 3\nfans yesterday 3\nhours many\n");

    assertEquals(List.of("roof 2026-03-01 3", "fans yesterday 3", "hours many"), book.leftOut());
  }

  @Test
  void firstStartWasBeforeTheHoursThatHadBeenRun() {
    assertEquals(
        Optional.of(LocalDate.of(2026, 1, 14)), read("hours 1260\nfans 2026-03-01 1104\n").since());
  }

  private static HandWrittenBook read(String text) {
    return HandWrittenBook.parse(text, at(true));
  }

  private static Stamp at(boolean trusted) {
    return new Stamp(Instant.parse("2026-11-23T08:00:00Z"), trusted, "boot", 0);
  }
}
