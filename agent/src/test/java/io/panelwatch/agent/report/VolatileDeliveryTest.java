package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent while the store cannot store, and after it. */
final class VolatileDeliveryTest {

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private FaultStore store;
  private Bench bench;
  private FakeWire.Link link;

  @BeforeEach
  void open() {
    store = FaultStore.open(folder, clock);
    bench = new Bench(store);
    link = bench.connect(18);
    bench.answerAll();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void newEpochIsAnnouncedBeforeItsFirstRowAndWhatIsHeldInMemorySaysSo() throws SQLException {
    bench.commit();
    int before = link.published.size();
    refuse();
    bench.commit();
    bench.answerAll();

    List<Wire.Outgoing> told = link.published.subList(before, link.published.size());
    long epoch = store.outboxStatus().epoch();
    assertTrue(told.getFirst().payload().contains("\"epoch\":" + epoch + ",\"oldestSeq\":1"));
    Wire.Outgoing row = told.stream().filter(Bench::isEvent).findFirst().orElseThrow();
    assertTrue(row.payload().contains("\"id\":\"kiosk-1:" + epoch + ":1\""));
    assertTrue(row.payload().contains("\"durable\":false"));
    Wire.Outgoing active = link.publishedOn("up/faults/active").getLast();
    assertTrue(active.payload().contains("\"epoch\":" + epoch));
  }

  @Test
  void rowsOfEveryEpochAreSentInTheirOrderAndAcknowledgedByTheirOwn() throws SQLException {
    bench.commit();
    long first = store.outboxStatus().epoch();
    refuse();
    bench.commit();
    long second = store.outboxStatus().epoch();
    heal();
    bench.commit();
    long third = store.outboxStatus().epoch();
    bench.answerAll();

    link.published.clear();
    bench.pass(Delivery.FIRST_RESEND);
    bench.answerAll();
    assertEquals(
        List.of(first, second, third),
        link.published.stream().filter(Bench::isEvent).map(Bench::epochOf).toList());

    bench.acknowledge(first, 1, List.of());
    assertEquals(2, store.outboxStatus().depth());
    link.published.clear();
    bench.acknowledge(second, 0, List.of(1L));
    assertEquals(
        List.of(second),
        link.published.stream().filter(Bench::isEvent).map(Bench::epochOf).toList());
    bench.acknowledge(second, 1, List.of());
    bench.acknowledge(third, 1, List.of());
    assertEquals(0, store.outboxStatus().depth());
  }

  private void refuse() throws SQLException {
    database("ALTER TABLE outbox RENAME TO outbox_away");
  }

  private void heal() throws SQLException {
    database("ALTER TABLE outbox_away RENAME TO outbox");
    assertFalse(store.health().durable());
    clock.advance(Duration.ofSeconds(10));
    assertTrue(store.maintain());
  }

  private void database(String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("faults.db"));
        var sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }
}
