package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.store.Restored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What takes its time is waited for; where it takes longer still, nobody is told that it failed.
 */
@Timeout(60)
class SlowAnswersTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(500);

  @TempDir private Path folder;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Slow slow = new Slow();

  @Test
  void restoreMayTakeLongerThanAQuestion() throws IOException {
    try (var _ = ControlServer.start(folder, slow, new AnswerBounds(SHORT, LONG, LONG))) {
      slow.meanwhile = this::askNothingUntilThatIsOver;

      assertEquals(Slow.RESTORED, new ControlClient(folder).restore("k7.db"));
    }
  }

  @Test
  void signOffMayTakeLongerThanAQuestion() throws IOException {
    try (var _ = ControlServer.start(folder, slow, new AnswerBounds(SHORT, LONG, LONG))) {
      slow.meanwhile = this::askNothingUntilThatIsOver;

      assertEquals(new ActionAnswer.Done(3, true), signOff(new ControlClient(folder)));
    }
  }

  @Test
  void whetherItWasDoneIsNotKnownWhereItTakesLongerThanItMay() throws IOException {
    slow.meanwhile = this::waitUntilTheClientHasGone;
    try (var _ = ControlServer.start(folder, slow)) {
      var impatient = new ControlClient(folder, new AnswerBounds(LONG, SHORT, SHORT));

      assertThrows(OutcomeUnknownException.class, () -> impatient.restore("k7.db"));
      assertEquals(new ActionAnswer.Unknown(), signOff(impatient));
      assertThrows(OutcomeUnknownException.class, () -> impatient.saved("k7.db", true));
      goOn.countDown();
    }
  }

  /** Its bound is over between two calls of the channel, and not within one. */
  @Test
  void whetherItWasDoneIsNotKnownWhereTheClientHasClosedAlready() throws IOException {
    try (var _ = ControlServer.start(folder, slow)) {
      var gone = new ControlClient(folder, new AnswerBounds(LONG, Duration.ZERO, Duration.ZERO));

      for (int tries = 0; tries < 20; tries++) {
        ActionAnswer answer = signOff(gone);
        assertTrue(answer instanceof ActionAnswer.Unknown || answer instanceof ActionAnswer.Done);
      }
    }
  }

  @Test
  void whetherItWasDoneIsNotKnownWhereTheDaemonHangsUp() throws IOException {
    slow.meanwhile = this::waitUntilTheClientHasGone;
    try (var _ = ControlServer.start(folder, slow, new AnswerBounds(LONG, SHORT, SHORT))) {
      assertThrows(OutcomeUnknownException.class, () -> new ControlClient(folder).restore("k7.db"));
      assertEquals(new ActionAnswer.Unknown(), signOff(new ControlClient(folder)));
      goOn.countDown();
    }
  }

  private static ActionAnswer signOff(ControlClient client) throws IOException {
    return client.signed(
        new Action.Resolve("f-1", "cleaned", "", false, Actor.AGENT), Optional.empty());
  }

  /** An exchange that began later, and was over for its bound. */
  private void askNothingUntilThatIsOver() throws IOException {
    var socket = UnixDomainSocketAddress.of(folder.resolve("control.sock"));
    try (var silent = SocketChannel.open(socket)) {
      assertEquals(-1, silent.read(ByteBuffer.allocate(1)));
    }
  }

  private void waitUntilTheClientHasGone() throws IOException {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private interface Meanwhile {
    void happens() throws IOException;
  }

  private static final class Slow extends ScriptedAnswers {

    private static final Restored RESTORED = new Restored(Path.of("faults.db.replaced"), 7, 2);

    private volatile Meanwhile meanwhile = () -> {};

    @Override
    public Restored restore(Actor by, String file) throws IOException {
      meanwhile.happens();
      return RESTORED;
    }

    @Override
    public void saved(Actor by, String file, boolean done) {
      try {
        meanwhile.happens();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public ActionAnswer signed(Action asked, Optional<Credentials> who) throws IOException {
      meanwhile.happens();
      return new ActionAnswer.Done(3, true);
    }
  }
}
