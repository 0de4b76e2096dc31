package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.service.Lockout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board on which lin, whose code is 123456, may sign off repairs. */
final class SignOffsTest {

  /** PBKDF2 with HMAC-SHA-256, 1,000 rounds, of 123456 with the salt "0123456789abcdef". */
  private static final String LIN =
      "lin:pbkdf2-sha256:1000:MDEyMzQ1Njc4OWFiY2RlZg==:imjQBxEeE9WAa1HwKi1UL6Lhnt9Un0JiSp0wZ055Jgo=";

  private static final Actor USER = new Actor(Actor.Kind.SHELL, "kiosk");
  private static final Action.Resolve ASKED = new Action.Resolve("f-1", "cleaned", "", false, USER);

  @TempDir private Path folder;

  private final List<AuditEntry> noted = new ArrayList<>();
  private final List<Action> done = new ArrayList<>();
  private Stamp now = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot-1", 3_600_000);

  @Test
  void technicianWhoseCodeIsRightSignsOffByName() throws IOException {
    assertEquals(new ActionAnswer.Done(2, true), signOff(withLin(), "lin", "123456"));

    assertEquals(new Actor(Actor.Kind.SHELL, "lin"), done.getFirst().by());
    assertEquals(List.of(), noted);
  }

  @Test
  void wrongCodeAndUnknownTechnicianAreRefusedAndNotedWithoutTheCode() throws IOException {
    SignOffs board = withLin();

    assertEquals(refused("wrong-code"), signOff(board, "lin", "654321"));
    assertEquals(refused("wrong-code"), signOff(board, "wang", "123456"));

    assertEquals(List.of(), done);
    assertEquals(List.of("wrong-code as lin", "wrong-code as wang"), noted());
    assertEquals("kiosk", noted.getFirst().by().name());
    assertFalse(noted.toString().contains("654321"));
    assertFalse(noted.toString().contains("123456"));
  }

  @Test
  void codeThatIsTypedInThePlaceOfTheNameIsNotNoted() throws IOException {
    assertEquals(refused("wrong-code"), signOff(withLin(), "lin123456", "123456"));
    assertEquals(List.of("wrong-code as somebody"), noted());
  }

  @Test
  void afterFiveWrongCodesTheRightOneIsNotTakenEither() throws IOException {
    SignOffs board = withLin();
    for (int i = 0; i < Lockout.WRONG; i++) {
      signOff(board, "lin", "000000");
    }

    assertEquals(refused("locked"), signOff(board, "lin", "123456"));
    assertEquals("locked as lin", noted().getLast());
    assertEquals(Lockout.WRONG, wrong().size(), "an attempt meanwhile is no further one");
    now =
        new Stamp(
            now.wall().plus(Lockout.TIME),
            true,
            now.bootId(),
            now.uptimeMillis() + Lockout.TIME.toMillis());
    assertEquals(new ActionAnswer.Done(2, true), signOff(board, "lin", "123456"));
  }

  @Test
  void boardWithTechniciansAsksForOne() throws IOException {
    assertEquals(refused("code-needed"), withLin().signed(ASKED, Optional.empty(), this::act));
    assertEquals(List.of("code-needed"), noted());
  }

  @Test
  void boardWithoutTechniciansTakesWhoMayAskAndNobodysCode() throws IOException {
    SignOffs board = board(folder.resolve("none"));

    assertEquals(new ActionAnswer.Done(2, true), board.signed(ASKED, Optional.empty(), this::act));
    assertEquals("local:kiosk", done.getFirst().by().name());
    assertEquals(refused("no-technicians"), signOff(board, "lin", "123456"));
    assertEquals(List.of("no-technicians as lin"), noted());
  }

  @Test
  void fileThatOthersCanReadLetsNobodySignOff() throws IOException {
    SignOffs board = withLin();
    Files.setPosixFilePermissions(
        folder.resolve("technicians"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThrows(IOException.class, () -> signOff(board, "lin", "123456"));
    assertEquals(List.of(), done);
  }

  private SignOffs withLin() throws IOException {
    Path file = Files.writeString(folder.resolve("technicians"), LIN + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    return board(file);
  }

  private SignOffs board(Path file) {
    return new SignOffs(
        file,
        () -> now,
        most -> wrong().reversed().stream().limit(most).toList(),
        entry -> {
          noted.add(entry);
          now =
              new Stamp(
                  now.wall().plusSeconds(1),
                  true,
                  now.bootId(),
                  now.uptimeMillis() + Duration.ofSeconds(1).toMillis());
        });
  }

  private List<AuditEntry> wrong() {
    return noted.stream().filter(e -> e.outcome().equals(AuditEntry.WRONG_CODE)).toList();
  }

  /** What became of each and who was claimed to be at work, without what was done. */
  private List<String> noted() {
    return noted.stream()
        .map(e -> e.outcome() + e.detail().replaceFirst("^cleaned;?", ""))
        .toList();
  }

  private ActionAnswer signOff(SignOffs board, String technician, String code) throws IOException {
    return board.signed(
        ASKED, Optional.of(new Credentials(technician, code.toCharArray())), this::act);
  }

  private ActionAnswer act(Action action) {
    done.add(action);
    return new ActionAnswer.Done(2, true);
  }

  private static ActionAnswer refused(String why) {
    return new ActionAnswer.Refused(why);
  }
}
