package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client library makes of a broker's words while a publish waits for its answer. */
@Timeout(20)
class PahoUnderLoadTest {

  /** The property of a CONNACK, section 3.2.2.3.6. */
  private static final int MAXIMUM_PACKET_SIZE = 0x27;

  private static final Wire.Outgoing WILL = Messages.state("t/up/status", "{}");

  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private ScriptedBroker broker;

  @BeforeEach
  void start() throws IOException {
    broker = new ScriptedBroker();
  }

  @AfterEach
  void stop() throws IOException {
    broker.close();
  }

  private final Wire.Listener listener =
      new Wire.Listener() {
        @Override
        public void up(int receiveMaximum) {
          heard.add("up " + receiveMaximum);
        }

        @Override
        public void down(int reasonCode, String reason) {
          heard.add("down 0x" + Integer.toHexString(reasonCode));
        }

        @Override
        public void published(long tag, int reasonCode) {
          heard.add("published " + tag + " 0x" + Integer.toHexString(reasonCode));
        }

        @Override
        public void arrived(Wire.Incoming message) {
          heard.add("arrived");
        }
      };

  private Wire.Connection connected(int... properties) throws Exception {
    Wire.Connection connection =
        new PahoWire(broker.address(), "t", List.of("t/dn/#")).open(WILL, listener);
    broker.welcome(properties);
    assertTrue(heard().startsWith("up "));
    return connection;
  }

  private String heard() throws InterruptedException {
    return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
  }

  private static Wire.Outgoing event(int bytes) {
    return new Wire.Outgoing(
        "t/up/fault", "x".repeat(bytes), 1, false, "application/json", OptionalLong.empty());
  }

  /** The library tells each publish of the end before it tells why it has come. */
  @Test
  void takeoverIsToldAsSuchAlsoWhileAPublishWaits() throws Exception {
    Wire.Connection connection = connected();
    connection.publish(event(2), 1);
    connection.publish(event(2), 2);
    broker.await(ScriptedBroker.PUBLISH);

    broker.throwOut(ReasonCode.SESSION_TAKEN_OVER);

    assertEquals("down 0x8e", heard());
    assertNull(heard.poll(1500, TimeUnit.MILLISECONDS), "told once");
    connection.abandon();
  }

  @Test
  void lineThatIsCutWhileAPublishWaitsEndsTheConnectionOnce() throws Exception {
    Wire.Connection connection = connected();
    connection.publish(event(2), 1);
    broker.await(ScriptedBroker.PUBLISH);

    broker.cut();

    assertEquals("down 0x0", heard());
    assertNull(heard.poll(1500, TimeUnit.MILLISECONDS), "told once");
    connection.abandon();
  }

  /** The library takes what it tells the broker to send at most for what it may send itself. */
  @Test
  void messageThatIsLargerThanWhatMayComeInIsSent() throws Exception {
    Wire.Connection connection = connected();

    connection.publish(event(Inbound.MAX_BYTES * 3), 1);
    broker.answer(broker.await(ScriptedBroker.PUBLISH), 0);

    assertEquals("published 1 0x0", heard());
    connection.abandon();
  }

  /** The broker would throw the device out for it, at every connection anew. */
  @Test
  void messageThatIsLargerThanTheBrokerTakesIsRefusedHereAndTheNextOneGoesOut() throws Exception {
    Wire.Connection connection = connected(MAXIMUM_PACKET_SIZE, 0, 0, 0, 200);

    connection.publish(event(200), 1);
    connection.publish(event(100), 2);
    broker.answer(broker.await(ScriptedBroker.PUBLISH), 0);

    assertEquals("published 1 0x95", heard());
    assertEquals("published 2 0x0", heard());
    connection.abandon();
  }

  @Test
  void reasonCodesOfAnswersComeThrough() throws Exception {
    Wire.Connection connection = connected();
    for (int code : List.of(0x00, 0x10, 0x87, 0x97, 0x99)) {
      connection.publish(event(2), code);
      broker.answer(broker.await(ScriptedBroker.PUBLISH), code);
      assertEquals("published %d 0x%x".formatted(code, code), heard());
    }
    connection.abandon();
  }
}
