package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.FaultPage;
import io.panelwatch.hal.DeviceException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // The server is there to answer, not to be called.
class ControlSocketTest {

  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\n', 0};

  private static final Visit VISIT =
      new Visit(
          "v-1",
          new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", 300),
          false,
          List.of(new Visit.Work("f-1", "FAN-201", "fan1")),
          Map.of("f-1", RetestResult.PASSED),
          new Actor(Actor.Kind.SHELL, "lin"));

  @TempDir private Path folder;

  private Path run() {
    return folder.resolve("run");
  }

  @Test
  void clientGetsWhatTheDaemonAnswers() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      var client = new ControlClient(run());

      assertEquals(
          "{\"device\":\"kiosk-7\",\"version\":\"0.1.0\",\"pid\":42,\"uptimeSeconds\":61,"
              + "\"link\":\"connected\",\"outboxDepth\":3,\"activeFaults\":1}",
          client.status());
      assertArrayEquals(PICTURE, client.snapshot());
    }
  }

  @Test
  void faultListCarriesEveryFieldThroughTheSocket() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      assertEquals(
          List.of(FaultSummary.of(SampleFault.FAN_STOPPED)), new ControlClient(run()).active());
      assertEquals(
          Optional.of(FaultSummary.whole(SampleFault.FAN_CLEARED, Optional.empty())),
          new ControlClient(run()).fault("f-0"));
      assertEquals(Optional.empty(), new ControlClient(run()).fault("f-2"));
    }
  }

  @Test
  void historyComesPageByPageAndSaysHowMuchIsLeft() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      var client = new ControlClient(run());

      FaultListing latest = client.history(OptionalLong.empty(), 1);
      assertEquals(List.of(FaultSummary.of(SampleFault.FAN_STOPPED)), latest.faults());
      assertEquals(OptionalLong.of(2), latest.next());
      assertEquals(1, client.countBefore(2));

      FaultListing older = client.history(latest.next(), 1);
      assertEquals(List.of(FaultSummary.of(SampleFault.FAN_CLEARED)), older.faults());
      assertEquals(OptionalLong.empty(), older.next());
      assertTrue(raw("{\"verb\":\"history\",\"limit\":1001}\n").contains("1 to 1000"));
      assertTrue(raw("{\"verb\":\"history\"}\n").contains("needs the number limit"));
    }
  }

  @Test
  void whatIsPutAsideIsToldWithoutAFault() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      assertEquals(
          List.of(
              new PutAsideAlarm(
                  "FAN-201", "fan1", "mei", "2026-03-01T08:00:00Z", Optional.empty())),
          new ControlClient(run()).putAside());
    }
  }

  @Test
  void visitIsToldWithItsFaultsAndRetests() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      VisitSummary told = new ControlClient(run()).visit().orElseThrow();

      assertEquals(VisitSummary.of(VISIT), told);
      assertEquals(List.of("f-1"), told.faults());
      assertEquals(Map.of("f-1", "PASSED"), told.retests());
    }
  }

  @Test
  void boardWithoutLcdIsToldAsUnavailable() throws IOException {
    ControlHandler without =
        new Answers() {
          @Override
          public byte[] snapshot() throws IOException {
            throw new DeviceException(0, "snapshot", "lcd", "this board has no LCD");
          }
        };
    try (var server = ControlServer.start(run(), without)) {
      var client = new ControlClient(run());

      var refused = assertThrows(DeviceException.class, client::snapshot);

      assertEquals("this board has no LCD", refused.getMessage());
    }
  }

  @Test
  void whyThereIsNoAnswerReachesWhoAskedAndTheNextClientIsServed() throws IOException {
    var seen = new Action.Acknowledge("f-1", Actor.AGENT);
    ControlHandler failing =
        new ScriptedAnswers() {
          @Override
          public byte[] snapshot() {
            return PICTURE;
          }

          @Override
          public ActionAnswer act(Action action) throws IOException {
            throw new IOException("a defect kept it from being done; see the log");
          }

          @Override
          public List<Fault> active() {
            throw new IllegalStateException("a mistake");
          }
        };
    try (var server = ControlServer.start(run(), failing)) {
      var client = new ControlClient(run());

      var notDone = assertThrows(IOException.class, () -> client.act(seen));
      var notTold = assertThrows(IOException.class, () -> client.active());

      assertTrue(notDone.getMessage().contains("kept it from being done"), notDone::toString);
      assertTrue(notTold.getMessage().contains("kept it from being answered"), notTold::toString);
      assertArrayEquals(PICTURE, client.snapshot());
    }
  }

  @Test
  void secondDaemonIsRefusedAndTheFirstGoesOn() throws IOException {
    try (var first = ControlServer.start(run(), new Answers())) {
      var refused =
          assertThrows(FileSystemException.class, () -> ControlServer.start(run(), new Answers()));

      assertTrue(refused.getMessage().contains("another panelwatch is running here"));
      assertArrayEquals(PICTURE, new ControlClient(run()).snapshot());
    }
  }

  @Test
  void socketThatADeadDaemonLeftBehindIsReplaced() throws IOException {
    Files.createDirectories(run());
    Files.createFile(run().resolve("control.sock"));

    try (var server = ControlServer.start(run(), new Answers())) {
      assertArrayEquals(PICTURE, new ControlClient(run()).snapshot());
    }
    assertFalse(Files.exists(run().resolve("control.sock")));
  }

  @Test
  void onlyTheOwnerReachesASocketInAFolderThatTheDaemonMade() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      assertEquals("rwx------", mode(run()));
      assertEquals("rw-------", mode(run().resolve("control.sock")));
    }
  }

  @Test
  void groupReachesASocketInAFolderThatWasMadeForIt() throws IOException {
    Files.createDirectories(run());
    Files.setPosixFilePermissions(run(), PosixFilePermissions.fromString("rwxr-x---"));

    try (var server = ControlServer.start(run(), new Answers())) {
      assertEquals("rw-rw----", mode(run().resolve("control.sock")));
    }
  }

  @Test
  void unknownVerbIsRefusedAndTheNextClientIsServed() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      assertTrue(raw("{\"verb\":\"reboot\"}\n").contains("the verb must be status"));
      assertTrue(raw("not json\n").contains("is no JSON object"));
      assertTrue(raw("x".repeat(5000)).contains("longer than 4096 bytes"));
      assertArrayEquals(PICTURE, new ControlClient(run()).snapshot());
    }
  }

  @Test
  void noDaemonIsToldWithThePlaceThatWasLookedIn() {
    var client = new ControlClient(run());

    var away = assertThrows(DeviceException.class, client::status);

    assertTrue(away.getMessage().contains(run().resolve("control.sock").toString()));
  }

  @Test
  void pathThatIsTooLongForASocketIsRefusedInWords() {
    Path deep = folder.resolve("x".repeat(120));

    var refused =
        assertThrows(FileSystemException.class, () -> ControlServer.start(deep, new Answers()));

    assertTrue(refused.getMessage().contains("too long for a socket"));
  }

  @Test
  void stepOfThePanelsTestReachesTheDaemonAndAnUnknownOneDoesNot() throws IOException {
    var answers = new Answers();
    try (var server = ControlServer.start(run(), answers)) {
      var client = new ControlClient(run());
      assertEquals("ili9341", client.panel());
      client.testPanel(Optional.of(PanelTestStep.FINE_LINES));
      assertEquals(Optional.of(PanelTestStep.FINE_LINES), answers.step);
      assertTrue(raw("{\"verb\":\"panel-test\",\"step\":\"x\"}\n").contains("no such step"));
      assertEquals(Optional.of(PanelTestStep.FINE_LINES), answers.step);
      client.testPanel(Optional.empty());
      assertEquals(Optional.empty(), answers.step);
    }
  }

  private String raw(String request) throws IOException {
    return RawQuestion.ask(run(), request);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static class Answers extends ScriptedAnswers {

    private volatile Optional<PanelTestStep> step = Optional.empty();

    @Override
    public Optional<Visit> visit() {
      return Optional.of(VISIT);
    }

    @Override
    public String panel() {
      return "ili9341";
    }

    @Override
    public void testPanel(Optional<PanelTestStep> shown) {
      step = shown;
    }

    @Override
    public ControlStatus status() {
      return new ControlStatus("kiosk-7", "0.1.0", 42, 61, "connected", 3, 1);
    }

    @Override
    public List<Fault> active() {
      return List.of(SampleFault.FAN_STOPPED);
    }

    @Override
    public FaultPage history(OptionalLong before, int limit) {
      return before.isPresent()
          ? new FaultPage(List.of(SampleFault.FAN_CLEARED), OptionalLong.empty())
          : new FaultPage(List.of(SampleFault.FAN_STOPPED), OptionalLong.of(2));
    }

    @Override
    public long countBefore(long next) {
      return next - 1;
    }

    @Override
    public Optional<Fault> fault(String faultId) {
      return Stream.of(SampleFault.FAN_STOPPED, SampleFault.FAN_CLEARED)
          .filter(fault -> fault.faultId().equals(faultId))
          .findFirst();
    }

    @Override
    public List<Shelf> putAside() {
      var since = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", 300_000);
      var mei = new Actor(Actor.Kind.SHELL, "mei");
      return List.of(new Shelf("FAN-201", "fan1", since, Optional.empty(), mei));
    }

    @Override
    public byte[] snapshot() throws IOException {
      return PICTURE;
    }
  }
}
