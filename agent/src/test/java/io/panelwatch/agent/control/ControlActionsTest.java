package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.store.Restored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody asks to be done reaches the daemon as it was asked for, and by whom. */
@SuppressWarnings("try") // The server is there to answer, not to be called.
class ControlActionsTest {

  @TempDir private Path folder;

  private Path run() {
    return folder.resolve("run");
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
    return RawQuestion.ask(run(), request);
  }

  private static final class Answers extends ScriptedAnswers {

    private volatile Optional<Action> done = Optional.empty();
    private volatile String deed = "";
    private volatile Optional<String> signedOff = Optional.empty();

    @Override
    public ActionAnswer act(Action action) {
      done = Optional.of(action);
      return new ActionAnswer.Done(2, true);
    }

    @Override
    public ActionAnswer signed(Action asked, Optional<Credentials> who) {
      done = Optional.of(asked);
      signedOff = who.map(of -> of.technician() + " " + String.valueOf(of.code()));
      return new ActionAnswer.Done(3, true);
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
  }
}
