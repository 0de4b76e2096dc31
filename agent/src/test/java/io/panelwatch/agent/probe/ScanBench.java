package io.panelwatch.agent.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.UnixOperatingSystemMXBean;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a warm scan costs, judging included, on a board with 150 attribute files: processor time of
 * every thread that takes part, and whether anything grows over 10,000 scans. Not part of the
 * tests:
 *
 * <pre>./build -pl agent -am verify -Dtest=ScanBench -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * <p>It measures in a virtual machine of its own, with the flags of a board, tells the time beside
 * the budget of {@value #MOST_MILLIS} ms, and fails where something grows. It does not fail by the
 * time: other work on the same machine changes that by half.
 */
final class ScanBench {

  private static final double MOST_MILLIS = 2.0;
  private static final int ATTRIBUTES = 150;
  private static final int WARM_UP = 3_000;
  private static final int SCANS = 10_000;

  /** A heap after a collection is never the same twice. */
  private static final long NOISE_BYTES = 256 * 1024;

  /** Threads that read wait a while for more to read, and end. */
  private static final int NOISE_THREADS = 2;

  @TempDir private Path root;

  @Test
  void nothingGrowsOverTenThousandScans() throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process measured =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("..", "systemd", "jvm.options"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                ScanBench.class.getName(),
                root.toString())
            .redirectErrorStream(true)
            .start();
    // Not inherited: what another process writes there does not reach the log of the tests.
    System.out.print(new String(measured.getInputStream().readAllBytes(), UTF_8));

    assertEquals(0, measured.waitFor(), "something grew");
  }

  /** What there is of what could grow. */
  private record Held(long heapBytes, long descriptors, int threads) {

    static Held now() {
      System.gc();
      var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Held(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          system.getOpenFileDescriptorCount(),
          ManagementFactory.getThreadMXBean().getThreadCount());
    }

    boolean grewTo(Held later) {
      return later.heapBytes > heapBytes + NOISE_BYTES
          || later.descriptors > descriptors
          || later.threads > threads + NOISE_THREADS;
    }
  }

  /** Measures, and tells the time against its budget; the exit status is 0 where nothing grew. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    long attributes = board(root);
    try (LinuxBoard board = LinuxBoard.of(root);
        var story = new Story(board, Limits.defaults(Catalogue.load()))) {
      scan(story, WARM_UP);
      Held before = Held.now();
      long began = processorNanos();
      scan(story, SCANS);
      double millis = (processorNanos() - began) / 1e6 / SCANS;
      Held after = Held.now();
      System.out.printf(
          "%d attribute files, %d scans: %.2f of %.1f ms processor time a scan; before %s, after %s%n",
          attributes, SCANS, millis, MOST_MILLIS, before, after);
      System.exit(before.grewTo(after) ? 1 : 0);
    }
  }

  private static void scan(Story story, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      story.after(Duration.ofSeconds(2));
    }
  }

  /** Of who scans and judges, and of all that read. */
  private static long processorNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && takesPart(thread))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  private static boolean takesPart(ThreadInfo thread) {
    return thread.getThreadName().equals("main") || thread.getThreadName().startsWith("probe-");
  }

  /** Makes the board, and counts its attributes: the files that are read for what they say. */
  private static long board(Path root) throws IOException {
    BoardTree tree = BoardTree.healthy(root);
    List<String> limits = List.of("_min", "_max", "_crit", "_crit_hyst", "_alarm", "_label");
    for (int chip = 10; attributes(root) < ATTRIBUTES; chip++) {
      String hwmon = "hwmon" + chip;
      tree.chip(hwmon, "chip" + chip, "temp1_input", "41000", "fan1_input", "1200", "pwm1", "128");
      for (String limit : limits) {
        tree.file("sys/class/hwmon/" + hwmon + "/temp1" + limit, "95000");
      }
    }
    return attributes(root);
  }

  private static long attributes(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
