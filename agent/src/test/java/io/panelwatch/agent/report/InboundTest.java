package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.report.BackendDocument.Ack;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.QueueInfo;
import io.panelwatch.agent.state.Ticket;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboundTest {

  private static final String ROOT = "panelwatch/v1/kiosk-1/";
  private static final String QUEUE =
      """
      {"backendEpoch":5,"rev":3,"asOf":"2026-03-01T08:00:00Z","validForS":120,
       "serving":[{"ticket":"A042","counter":"3"}],"waiting":12,"etaMinutes":9,
       "message":{"zh":"请稍候","en":"Please wait"},"somethingNew":[1,{"a":null}]}""";
  private static final String TICKET =
      """
      {"backendEpoch":5,"rev":1,"id":"T-1","faultIds":["f-1"],"state":"assigned",
       "assignee":{"name":"Ann","kind":"human"},"dueAt":"2026-03-01T12:00:00.000Z","note":""}""";
  private static final String NOTICE =
      """
      {"backendEpoch":5,"rev":1,"from":"2026-03-02T08:00:00Z","until":"2026-03-02T09:00:00Z",
       "text":{"zh":"维护","en":"Maintenance"}}""";
  private static final String ACK =
      "{\"backendEpoch\":5,\"epoch\":77,\"contiguous\":4,\"missing\":[6,7]}";

  @TempDir Path temp;
  private final ManualClock clock = new ManualClock();
  private final List<Event> events = new ArrayList<>();
  private final List<Ack> acks = new ArrayList<>();
  private FaultStore store;
  private Inbound inbound;

  @BeforeEach
  void open() {
    store = FaultStore.open(temp.resolve("state"), clock);
    inbound = inbound();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Inbound inbound() {
    return new Inbound(ROOT, store, clock, events::add, acks::add);
  }

  private void take(String topic, String payload) {
    take(topic, payload.getBytes(StandardCharsets.UTF_8), OptionalLong.empty());
  }

  private void take(String topic, byte[] payload, OptionalLong expiry) {
    inbound.take(new Wire.Incoming(ROOT + topic, ByteBuffer.wrap(payload), 1, 1, expiry));
  }

  private QueueInfo queue() {
    return ((Event.QueueReceived) events.getLast()).queue();
  }

  @Test
  void queueBecomesAnEventWithEverythingInIt() {
    take("dn/queue", QUEUE);

    QueueInfo queue = queue();
    assertEquals(5, queue.backendEpoch());
    assertEquals(3, queue.rev());
    assertEquals(Instant.parse("2026-03-01T08:00:00Z"), queue.asOf());
    assertEquals(List.of(new QueueInfo.Serving("A042", "3")), queue.serving());
    assertEquals(12, queue.waiting());
    assertEquals(OptionalInt.of(9), queue.etaMinutes());
    assertEquals("请稍候", queue.message().zh());
    assertTrue(queue.fresh(clock.wall(), true, clock.monotonicNanos()));
  }

  @Test
  void queueIsShownAlthoughTheStoreRefuses() {
    store.close();
    take("dn/queue", QUEUE);

    assertEquals(12, queue().waiting());
  }

  @Test
  void queueIsFreshNoLongerThanTheDeliveredExpiryWhereTheClockIsNotTrusted() {
    clock.trustWall(false);
    take("dn/queue", QUEUE.getBytes(StandardCharsets.UTF_8), OptionalLong.of(20));
    QueueInfo queue = queue();

    long received = clock.monotonicNanos();
    assertTrue(queue.fresh(clock.wall(), false, received + Duration.ofSeconds(20).toNanos()));
    assertFalse(queue.fresh(clock.wall(), false, received + Duration.ofSeconds(21).toNanos()));
  }

  @Test
  void queueWithoutExpiryIsNotFreshWhereNoClockCanProveIt() {
    clock.trustWall(false);
    take("dn/queue", QUEUE);
    assertFalse(queue().fresh(clock.wall(), false, clock.monotonicNanos()));
  }

  @Test
  void keptQueueIsFreshAfterARestartOnlyForWhatIsLeftByATrustedClock() {
    take("dn/queue", QUEUE);
    clock.advance(Duration.ofSeconds(100));
    events.clear();

    inbound().restore();

    long restarted = clock.monotonicNanos();
    assertTrue(queue().fresh(clock.wall(), true, restarted));
    Instant later = clock.wall().plusSeconds(21);
    assertFalse(queue().fresh(later, false, restarted + Duration.ofSeconds(21).toNanos()));
    clock.trustWall(false);
    events.clear();
    inbound().restore();
    assertFalse(queue().fresh(clock.wall(), false, clock.monotonicNanos()));
  }

  @Test
  void lowerRevisionOrOlderBackendIsDroppedAndTheSameOneIsToldAgain() {
    take("dn/queue", QUEUE);
    take("dn/queue", QUEUE.replace("\"rev\":3", "\"rev\":2"));
    take("dn/queue", QUEUE.replace("\"backendEpoch\":5,\"rev\":3", "\"backendEpoch\":4,\"rev\":9"));
    assertEquals(1, events.size());
    take("dn/queue", QUEUE);
    assertEquals(2, events.size());
    take("dn/queue", QUEUE.replace("\"backendEpoch\":5,\"rev\":3", "\"backendEpoch\":6,\"rev\":0"));
    assertEquals(3, events.size());
  }

  @Test
  void ticketComesGoesAndIsKeptInBetween() {
    take("dn/ticket/T-1", TICKET);
    Ticket ticket = ((Event.TicketReceived) events.getLast()).ticket();
    assertEquals(List.of("f-1"), ticket.faultIds());
    assertEquals(Optional.of(new Ticket.Assignee("Ann", "human")), ticket.assignee());
    assertEquals(1, store.documents().size());

    take("dn/ticket/T-1", "");

    assertEquals(new Event.TicketRemoved("T-1"), events.getLast());
    assertEquals(List.of(), store.documents());
  }

  @Test
  void noticeComesAndGoes() {
    take("dn/notice", NOTICE);
    assertEquals("Maintenance", ((Event.NoticeReceived) events.getLast()).notice().text().en());
    take("dn/notice", "");
    assertEquals(new Event.NoticeRemoved(), events.getLast());
  }

  @Test
  void acknowledgementIsHandedOnUnlessItIsOfAnEarlierBackend() {
    take("dn/ack", ACK);
    take("dn/ack", ACK.replace("\"backendEpoch\":5", "\"backendEpoch\":4"));
    assertEquals(List.of(new Ack(5, 77, 4, List.of(6L, 7L))), acks);
  }

  @Test
  void messagesOutOfBoundsAreCountedAndTouchNothing() {
    List<String> bad =
        List.of(
            QUEUE.replace("\"waiting\":12", "\"waiting\":-1"),
            QUEUE.replace("\"waiting\":12", "\"waiting\":\"12\""),
            QUEUE.replace("\"waiting\":12", "\"waiting\":1.5"),
            QUEUE.replace("\"waiting\":12,", ""),
            QUEUE.replace("A042", "A".repeat(65)),
            QUEUE.replace("A042", "A\\u0000"),
            QUEUE.replace("2026-03-01T08:00:00Z", "yesterday"),
            QUEUE.replace("120", "0"),
            QUEUE.replace("\"rev\":3", "\"rev\":99999999999999999999"),
            "[]",
            "null",
            "{",
            "[".repeat(60_000),
            " ".repeat(70_000));
    for (String payload : bad) {
      take("dn/queue", payload);
    }
    take("dn/ticket/T-2", TICKET);
    take("dn/cmd", "{}");
    take("dn/queue", new byte[] {'{', (byte) 0xc3, '}'}, OptionalLong.empty());

    assertEquals(bad.size() + 3, inbound.refused());
    assertEquals(List.of(), events);
    assertEquals(List.of(), store.documents());
  }

  @Test
  void mutatedMessagesNeverThrowAndNothingOutOfBoundsIsApplied() {
    var random = new Random(20260301);
    List<String> topics = List.of("dn/queue", "dn/ticket/T-1", "dn/notice", "dn/ack");
    List<String> seeds = List.of(QUEUE, TICKET, NOTICE, ACK);
    for (int i = 0; i < 4_000; i++) {
      int which = random.nextInt(seeds.size());
      byte[] mutated = mutate(seeds.get(which).getBytes(StandardCharsets.UTF_8), random);
      take(
          topics.get(random.nextInt(10) == 0 ? random.nextInt(4) : which),
          mutated,
          random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(999)));
      events.forEach(InboundTest::assertWithinBounds);
      acks.forEach(ack -> assertTrue(ack.contiguous() >= 0 && ack.missing().size() <= 4096));
      events.clear();
      acks.clear();
    }
    assertTrue(inbound.refused() > 1_000, "mutations did something");
  }

  private static byte[] mutate(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    switch (random.nextInt(4)) {
      case 0 -> random.nextBytes(bytes);
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 2 -> {
        int from = random.nextInt(bytes.length);
        System.arraycopy(
            seed, from, bytes, random.nextInt(from + 1), random.nextInt(bytes.length - from));
      }
      default -> {
        byte[] alphabet = "0123456789-.eE\"\\{}[]:,null".getBytes(StandardCharsets.US_ASCII);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
          bytes[random.nextInt(bytes.length)] = alphabet[random.nextInt(alphabet.length)];
        }
      }
    }
    return bytes;
  }

  private static void assertWithinBounds(Event event) {
    switch (event) {
      case Event.QueueReceived(QueueInfo q) -> {
        assertTrue(q.rev() >= 0 && q.backendEpoch() >= 0 && q.waiting() >= 0);
        assertTrue(q.waiting() <= 99_999 && q.etaMinutes().orElse(0) >= 0);
        assertTrue(q.validFor().isPositive() && q.serving().size() <= 32);
        assertTrue(q.validForSinceReceipt().compareTo(q.validFor()) <= 0);
        assertTrue(q.message().en().length() <= 500 && q.message().zh().length() <= 500);
        q.serving().forEach(s -> assertTrue(s.ticket().length() <= 64 && !s.ticket().isEmpty()));
      }
      case Event.TicketReceived(Ticket t) -> {
        assertEquals("T-1", t.id());
        assertTrue(t.faultIds().size() <= 64 && t.note().length() <= 500);
      }
      case Event.NoticeReceived(var n) -> assertFalse(n.until().isBefore(n.from()));
      case Event.TicketRemoved _, Event.NoticeRemoved _ -> {}
      default -> throw new AssertionError("no message makes a " + event);
    }
  }
}
