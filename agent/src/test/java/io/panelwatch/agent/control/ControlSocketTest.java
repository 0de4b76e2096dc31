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
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.FaultPage;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.hal.DeviceException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void restoringIsAskedForWithoutAPathAndTellsWhatBecameOfIt() throws IOException {
    var answers = new Answers();
    try (var server = ControlServer.start(run(), answers)) {
      var client = new ControlClient(run());

      assertEquals(Path.of("/var/lib/panelwatch"), client.storeFolder());
      assertEquals(
          new Restored(Path.of("/var/lib/panelwatch/faults.db.replaced"), 7, 2),
          client.restore("k7.db"));
      String user = System.getProperty("user.name");
      assertEquals(user + " k7.db", answers.deed);
      client.saved("k8.db", false);
      assertEquals(user + " k8.db false", answers.deed);
      assertTrue(raw("{\"verb\":\"restore\"}\n").contains("needs the text file"));
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
  void signOffReachesTheDaemonWithWhoSignsAndWhoAsks() throws IOException {
    var answers = new Answers();
    try (var server = ControlServer.start(run(), answers)) {
      var client = new ControlClient(run());
      var asked = new Action.Resolve("f-1", "更换", "fan 40 mm", true, Actor.AGENT);

      client.signed(asked, Optional.of(new Credentials("lin", "123456".toCharArray())));

      assertEquals(Optional.of("lin 123456"), answers.signedOff);
      var user = new Actor(Actor.Kind.SHELL, System.getProperty("user.name"));
      assertEquals(
          Optional.of(new Action.Resolve("f-1", "更换", "fan 40 mm", true, user)), answers.done);
      client.signed(asked, Optional.empty());
      assertEquals(Optional.empty(), answers.signedOff);
    }
  }

  @Test
  void signOffThatSteersTheTerminalOrHasNoCodeIsNotUnderstood() throws IOException {
    try (var server = ControlServer.start(run(), new Answers())) {
      var client = new ControlClient(run());
      var steering = new Action.Resolve("f-1", "\u001b[2J", "", false, Actor.AGENT);
      var plain = new Action.Resolve("f-1", "", "", false, Actor.AGENT);
      var letters = new Credentials("lin", "secret".toCharArray());

      assertThrows(IOException.class, () -> client.signed(steering, Optional.empty()));
      assertThrows(IOException.class, () -> client.signed(plain, Optional.of(letters)));
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

  @Test
  void actionReachesTheDaemonInTheNameOfWhomTheKernelSaysAsks() throws IOException {
    var answers = new Answers();
    try (var server = ControlServer.start(run(), answers)) {
      var client = new ControlClient(run());
      var claimed = new Actor(Actor.Kind.BACKEND, "somebody else");
      assertEquals(
          new ActionAnswer.Done(2, true), client.act(new Action.Acknowledge("f-1", claimed)));

      var me = new Actor(Actor.Kind.SHELL, Files.getOwner(run()).getName());
      assertEquals(Optional.of(new Action.Acknowledge("f-1", me)), answers.done);
    }
  }

  @Test
  void everyActionComesAsItWasAskedFor() throws IOException {
    var answers = new Answers();
    try (var server = ControlServer.start(run(), answers)) {
      var client = new ControlClient(run());
      var me = new Actor(Actor.Kind.SHELL, Files.getOwner(run()).getName());
      for (Action action :
          List.of(
              new Action.Acknowledge("f-1", me),
              new Action.Shelve("f-1", Duration.ofMinutes(90), me),
              new Action.Unshelve("FAN-201", "fan1", me),
              new Action.TakeOut("f-1", me),
              new Action.PutBack("FAN-201", "fan1", me))) {
        client.act(action);
        assertEquals(Optional.of(action), answers.done);
      }
    }
  }

  @Test
  void actionThatIsNotUnderstoodDoesNothing() throws IOException {
    var answers = new Answers();
    try (var server = ControlServer.start(run(), answers)) {
      assertTrue(raw("{\"verb\":\"act\",\"action\":\"forget\"}\n").contains("the action must be"));
      assertTrue(raw("{\"verb\":\"act\",\"action\":\"acknowledge\"}\n").contains("the text id"));
      assertEquals(Optional.empty(), answers.done);
    }
  }

  /** What is refused is kept, too: whoever may ask could fill the storage with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'action':'acknowledge','id':'%s'",
        "'action':'return','code':'FAN-201','component':'%s'",
        "'action':'return','code':'%s','component':'fan1'",
        "'action':'visit-open','ids':['f-1','%s']",
      })
  void nameThatIsNoneIsNotUnderstood(String action) throws IOException {
    var answers = new Answers();
    try (var server = ControlServer.start(run(), answers)) {
      for (String none : List.of("x".repeat(257), "\\u001b[2J", "\\ud800")) {
        String said =
            raw("{'verb':'act',%s}\n".formatted(action.formatted(none)).replace('\'', '"'));
        assertTrue(said.contains("at most 256 characters"), said);
      }
      assertEquals(Optional.empty(), answers.done);

      raw("{'verb':'act',%s}\n".formatted(action.formatted("x".repeat(256))).replace('\'', '"'));
      assertTrue(answers.done.isPresent());
    }
  }

  @Test
  void everyAnswerToAnActionComesBackAsItWas() {
    for (ActionAnswer answer :
        List.of(
            new ActionAnswer.Done(7, false),
            new ActionAnswer.Already(),
            new ActionAnswer.Refused("ended"),
            new ActionAnswer.Unknown())) {
      assertEquals(answer, ActionAnswer.fromJson(answer.toJson()));
    }
  }

  private String raw(String request) throws IOException {
    try (var channel =
        SocketChannel.open(UnixDomainSocketAddress.of(run().resolve("control.sock")))) {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      return ControlProtocol.readLine(channel).toString();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static class Answers extends ScriptedAnswers {

    private volatile Optional<PanelTestStep> step = Optional.empty();
    private volatile Optional<Action> done = Optional.empty();
    private volatile String deed = "";
    private volatile Optional<String> signedOff = Optional.empty();

    @Override
    public ActionAnswer act(Action action) {
      done = Optional.of(action);
      return new ActionAnswer.Done(2, true);
    }

    @Override
    public Optional<Visit> visit() {
      return Optional.of(VISIT);
    }

    @Override
    public ActionAnswer signed(Action asked, Optional<Credentials> who) {
      done = Optional.of(asked);
      signedOff = who.map(of -> of.technician() + " " + String.valueOf(of.code()));
      return new ActionAnswer.Done(3, true);
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
    public Path storeFolder() {
      return Path.of("/var/lib/panelwatch");
    }

    @Override
    public void saved(Actor by, String file, boolean copied) {
      deed = by.name() + " " + file + " " + copied;
    }

    @Override
    public Restored restore(Actor by, String file) {
      deed = by.name() + " " + file;
      return new Restored(Path.of("/var/lib/panelwatch/faults.db.replaced"), 7, 2);
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
