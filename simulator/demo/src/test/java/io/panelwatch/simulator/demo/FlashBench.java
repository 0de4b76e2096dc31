package io.panelwatch.simulator.demo;

import io.panelwatch.simulator.board.SimulatedClock;
import io.panelwatch.simulator.dispatch.Agent;
import io.panelwatch.simulator.dispatch.DispatchBackend;
import io.panelwatch.simulator.dispatch.DispatchListener;
import io.panelwatch.simulator.dispatch.PassingMessage;
import io.panelwatch.simulator.dispatch.Ticket;
import io.panelwatch.simulator.link.BrokerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a whole daemon writes to its card: in a day on which nothing happens, and for each fault
 * that begins, is reported, acknowledged by the backend, and ends. The kernel counts the bytes
 * ({@code write_bytes} of proc_pid_io(5): what was sent to the storage, in whole pages).
 *
 * <p>No test: run by {@code -Dtest=FlashBench}, it takes four minutes. The clock runs {@value
 * #SPEED} times as fast; {@code -Dpanelwatch.faults} says how many faults there are.
 */
final class FlashBench {

  private static final double SPEED = 720;
  private static final int FAULTS = Integer.getInteger("panelwatch.faults", 50);
  private static final Duration DAY = Duration.ofDays(1);

  /** From one fault to the next, or it would be held as one that comes and goes. */
  private static final Duration APART = Duration.ofMinutes(6);

  @TempDir private Path folder;

  @Test
  void bytesOfAnIdleDayAndOfAFault() throws Exception {
    try (var broker = BrokerProcess.start(folder.resolve("broker"), 0);
        var clock = new SimulatedClock(1);
        var _ =
            DispatchBackend.start(
                new DispatchBackend.Settings(
                    broker.url(), folder.resolve("dispatch.db"), "dispatch", Agent.demoCrew()),
                clock,
                new Nobody())) {
      Process daemon =
          StormingDaemon.start(folder.resolve("state"), broker.url(), SPEED, 1, /* storm= */ false);
      try (BufferedReader lines = daemon.inputReader(StandardCharsets.UTF_8);
          OutputStream board = daemon.getOutputStream()) {
        until("scan", lines);
        long atStart = written(daemon);
        pass(DAY, lines);
        long idle = written(daemon) - atStart;
        System.out.printf("an idle day: %,d bytes; the start before it: %,d%n", idle, atStart);

        long before = written(daemon);
        long began = System.nanoTime();
        for (int i = 0; i < FAULTS; i++) {
          say('1', board);
          until("shown ", lines);
          say('0', board);
          until("over ", lines);
          pass(APART, lines);
        }
        double days = (System.nanoTime() - began) * SPEED / DAY.toNanos();
        long ofFaults = written(daemon) - before - Math.round(idle * days);
        System.out.printf(
            "a fault, from RAISED to CLEARED: %,d bytes (%d faults)%n", ofFaults / FAULTS, FAULTS);
      }
      daemon.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static void say(char word, OutputStream board) throws IOException {
    board.write(word);
    board.flush();
  }

  private static void until(String beginning, BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the daemon ended by itself");
    }
  }

  /** Lets that much of the board's time pass. */
  private static void pass(Duration time, BufferedReader lines) throws IOException {
    long end = System.nanoTime() + (long) (time.toNanos() / SPEED);
    while (System.nanoTime() < end) {
      until("scan", lines);
    }
  }

  private static long written(Process process) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/io"))) {
      if (line.startsWith("write_bytes: ")) {
        return Long.parseLong(line.substring("write_bytes: ".length()));
      }
    }
    throw new IOException("this kernel does not count what a process writes");
  }

  private static final class Nobody implements DispatchListener {

    @Override
    public void onMessage(PassingMessage message) {}

    @Override
    public void onTicket(Ticket ticket) {}

    @Override
    public void onConnection(boolean connected) {}
  }
}
