package io.panelwatch.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.SimulatedClock;
import io.panelwatch.simulator.dispatch.Agent;
import io.panelwatch.simulator.dispatch.DispatchBackend;
import io.panelwatch.simulator.dispatch.DispatchListener;
import io.panelwatch.simulator.dispatch.PassingMessage;
import io.panelwatch.simulator.dispatch.Ticket;
import io.panelwatch.simulator.link.BrokerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A daemon in a storm of faults is killed, again and again on the same folder, at moments that
 * nobody chose, while broker and backend go on: every revision that its LCD was given is in the
 * store; the backend gets every seq, each with one meaning; and no component has two episodes of a
 * code at once.
 *
 * <p>{@code -Dpanelwatch.kills=200} kills it so often, {@code -Dpanelwatch.seed} at other moments.
 */
final class KilledDaemonTest {

  private static final int KILLS = Integer.getInteger("panelwatch.kills", 3);
  private static final long SEED = Long.getLong("panelwatch.seed", 20_261_122L);

  /** Of daemon and backend, or the backend would not archive a ticket in hundreds of lives. */
  private static final double SPEED = 20;

  /** The longest life, in states of the device: about three seconds, twice that until news. */
  private static final int LIFE_SCANS = 100;

  /**
   * The most states in which no report is acknowledged: those of hours, and many times as many as
   * the tickets that the broker has kept, each of which makes one before its acknowledgement comes.
   */
  private static final int WITHOUT_PROGRESS = 5_000;

  /** Quiet lives: what has broken is repaired in them, and that is to be sent, too. */
  private static final int QUIET_LIVES = 10;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final Set<String> shown = new HashSet<>();
  private final Sent sent = new Sent();

  @Test
  void nothingThatWasShownOrSentIsMissingAfterTheDaemonWasKilled() throws Exception {
    try (var broker = BrokerProcess.start(folder.resolve("broker"), 0);
        var clock = new SimulatedClock(SPEED);
        var _ = DispatchBackend.start(settings(broker), clock, sent)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        live(broker, true, new Storm());
        if (kill % 10 == 0) {
          lookAtStore("kill " + kill + " of -Dpanelwatch.seed=" + SEED);
        }
      }
      for (int life = 0; life < QUIET_LIVES && waiting() > 0; life++) {
        live(broker, false, new AllSent());
      }
    }
    lookAtStore("the end of -Dpanelwatch.seed=" + SEED);
    lookAtWhatWasSent();
    System.out.printf(
        "%d kills: %d revisions shown, %d reports sent, all there%n",
        KILLS, shown.size(), sent.rows().size());
  }

  private DispatchBackend.Settings settings(BrokerProcess broker) {
    return new DispatchBackend.Settings(
        broker.url(), folder.resolve("dispatch.db"), "dispatch", Agent.demoCrew());
  }

  private Path state() {
    return folder.resolve("state");
  }

  /** Lets it live until it has said enough; a storm is killed then, a quiet one is let end. */
  private void live(BrokerProcess broker, boolean storm, Life life) throws Exception {
    Process daemon = StormingDaemon.start(state(), broker.url(), SPEED, random.nextLong(), storm);
    boolean enough = false;
    try (BufferedReader lines = daemon.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean news = line.startsWith("shown ") && shown.add(line);
        if (!enough && life.isOver(line, news)) {
          enough = true;
          end(daemon, storm);
        }
      }
    } finally {
      daemon.destroyForcibly().waitFor();
    }
    assertTrue(enough, "it ended by itself");
  }

  private static void end(Process daemon, boolean storm) throws IOException {
    if (storm) {
      // By its handle: the process itself would close the stream that is still read.
      daemon.toHandle().destroyForcibly();
    } else {
      daemon.outputWriter(StandardCharsets.UTF_8).close();
    }
  }

  private int waiting() {
    try (var store = open()) {
      return store.outboxStatus().depth();
    }
  }

  private FaultStore open() {
    return FaultStore.open(state(), new ManualClock());
  }

  private void lookAtStore(String when) {
    try (var store = open()) {
      assertTrue(store.setAside().isEmpty(), when + ": the store was damaged");
      var revisions = new HashMap<String, Integer>();
      var occurrences = new HashSet<String>();
      for (Fault fault : store.history(Integer.MAX_VALUE)) {
        revisions.put(fault.faultId(), fault.rev());
        String episode = pair(fault) + " " + fault.occurrence().total();
        assertTrue(occurrences.add(episode), when + ": twice " + episode);
      }
      for (String line : shown) {
        int space = line.lastIndexOf(' ');
        int rev = revisions.getOrDefault(line.substring("shown ".length(), space), 0);
        int was = Integer.parseInt(line.substring(space + 1));
        assertTrue(rev >= was, when + ": " + line + ", stored rev " + rev);
      }
      var active = new HashSet<String>();
      for (Fault fault : store.active()) {
        assertTrue(active.add(pair(fault)), when + ": active twice " + pair(fault));
      }
    }
  }

  private static String pair(Fault fault) {
    return fault.code() + " " + fault.component();
  }

  /** Follows the reports in their order. */
  private void lookAtWhatWasSent() {
    try (var store = open()) {
      assertEquals(0, store.outboxStatus().depth(), "reports that the backend has not got");
      var active = new HashMap<String, String>();
      var revisions = new HashMap<String, Integer>();
      long expected = 0;
      for (var row : sent.rows().entrySet()) {
        assertEquals(++expected, row.getKey(), "a seq is missing");
        Matcher report = row.getValue();
        String fault = report.group("fault");
        int rev = Integer.parseInt(report.group("rev"));
        assertEquals(revisions.getOrDefault(fault, 0) + 1, rev, report.group());
        revisions.put(fault, rev);
        String pair = report.group("code") + " " + report.group("component");
        if (rev == 1) {
          assertEquals(null, active.put(pair, fault), "two episodes at once: " + report.group());
        } else {
          assertEquals(fault, active.get(pair), report.group());
        }
        if (report.group("kind").equals("CLEARED")) {
          active.remove(pair);
        }
      }
      assertEquals(store.outboxStatus().lastSeq(), expected, "the last seq");
      for (Fault fault : store.history(Integer.MAX_VALUE)) {
        assertEquals(fault.rev(), revisions.get(fault.faultId()), "reports of " + fault.faultId());
      }
    }
  }

  /** Says when one has lasted for long enough. */
  private interface Life {

    /**
     * @param line what it has said
     * @param news whether that tells a revision that was not shown before
     */
    boolean isOver(String line, boolean news);
  }

  /**
   * Until a moment that nobody chose, or from there until something new is shown: what is not
   * stored by then is lost.
   */
  private final class Storm implements Life {

    private final boolean untilNews = random.nextBoolean();
    private int left = random.nextInt(LIFE_SCANS);

    @Override
    public boolean isOver(String line, boolean news) {
      if (line.equals("scan")) {
        left--;
      }
      return left < (untilNews ? -LIFE_SCANS : 0) || (untilNews && news && left < 0);
    }
  }

  /** Until the backend has acknowledged every report; it may take as long as that goes on. */
  private static final class AllSent implements Life {

    private String waiting = "not connected";
    private int since;

    @Override
    public boolean isOver(String line, boolean news) {
      if (line.startsWith("waiting ")) {
        waiting = line;
        since = 0;
      } else if (line.equals("scan")) {
        since++;
      }
      assertTrue(since < WITHOUT_PROGRESS, () -> waiting + " for states: " + since);
      return waiting.equals("waiting 0");
    }
  }

  /** What came to the backend, by seq. A report may come again, as it was. */
  private static final class Sent implements DispatchListener {

    private static final Pattern REPORT =
        Pattern.compile(
            "\"epoch\":(?<epoch>\\d+),\"seq\":(?<seq>\\d+),\"transition\":\"(?<kind>\\w+)\","
                + "\"rev\":(?<rev>\\d+),\"faultId\":\"(?<fault>[^\"]+)\","
                + "\"code\":\"(?<code>[^\"]+)\",\"component\":\"(?<component>[^\"]*)\"");

    private final Map<Long, Matcher> rows = new TreeMap<>();
    private final Set<String> contradictions = new HashSet<>();

    synchronized Map<Long, Matcher> rows() {
      assertEquals(Set.of(), contradictions);
      return new TreeMap<>(rows);
    }

    @Override
    public synchronized void onMessage(PassingMessage message) {
      if (!message.topic().endsWith("/up/fault")) {
        return;
      }
      Matcher report = REPORT.matcher(message.payload());
      if (!report.find()) {
        contradictions.add("no report: " + message.payload());
        return;
      }
      Matcher before = rows.putIfAbsent(Long.parseLong(report.group("seq")), report);
      if (before != null && !before.group().equals(report.group())) {
        contradictions.add(before.group() + " and " + report.group());
      }
    }

    @Override
    public void onTicket(Ticket ticket) {}

    @Override
    public void onConnection(boolean connected) {}
  }
}
