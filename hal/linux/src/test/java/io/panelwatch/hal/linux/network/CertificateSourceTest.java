package io.panelwatch.hal.linux.network;

import static io.panelwatch.hal.linux.RecordedTree.components;
import static io.panelwatch.hal.linux.RecordedTree.failedWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Certificate;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.board.TrustedTime;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateSourceTest {

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private SensorSource source() throws IOException {
    tree.file("etc/ca.pem", pem("authorities.pem")).file("etc/device.pem", pem("chain.pem"));
    return watching(Map.of("client", "/etc/device.pem", "ca", "/etc/ca.pem"));
  }

  private CertificateSource watching(Map<String, String> files) {
    return new CertificateSource(
        new Tree(folder),
        files,
        () -> clock.wallTrusted() ? Optional.of(clock.wall()) : Optional.empty());
  }

  private static byte[] pem(String name) throws IOException {
    try (InputStream stream = CertificateSourceTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }

  private static Measured daysLeft(SensorSource source) throws IOException {
    return ((Certificate) source.read().getLast()).daysLeft();
  }

  @Test
  void chainEndsWithTheFirstOfItsCertificates() throws IOException {
    assertEquals(List.of("ca", "client"), components(source().read()));
    assertEquals(Measured.of(31), daysLeft(source()));

    clock.advance(Duration.ofDays(32));

    assertEquals(Measured.of(-1), daysLeft(source()));
  }

  @Test
  void trustedAuthoritiesLastUntilTheLastOfThemEnds() throws IOException {
    tree.file("etc/ca.pem", pem("authorities.pem"));

    double days = daysLeft(watching(Map.of("ca", "/etc/ca.pem"))).number().orElseThrow();

    assertTrue(days > 365, () -> "an old authority beside its successor: " + days);
  }

  @Test
  void renewedFileIsReadAgain() throws IOException {
    SensorSource source = watching(Map.of("client", "/etc/device.pem"));
    tree.file("etc/device.pem", pem("chain.pem"));
    assertEquals(Measured.of(31), daysLeft(source));

    tree.file("etc/device.pem", pem("authorities.pem"));
    Files.setLastModifiedTime(
        folder.resolve("etc/device.pem"), FileTime.from(clock.wall().plusSeconds(1)));

    assertTrue(daysLeft(source).number().orElseThrow() > 365);
  }

  @Test
  void nothingIsSaidByAClockThatIsNotTrusted() throws IOException {
    SensorSource source = source();
    clock.trustWall(false);

    assertEquals(Measured.notRecorded(), daysLeft(source));
  }

  @Test
  void recordingKnowsTheTimeThatItWasMadeAt() throws IOException {
    tree.file("etc/device.pem", pem("chain.pem"))
        .file("proc/uptime", "86400.00 1.0")
        .file("run/panelwatch/calls.json", calls(1));

    SensorSource source =
        new CertificateSource(
            new Tree(folder),
            Map.of("client", "/etc/device.pem"),
            new TrustedTime(new Tree(folder), clock));
    assertEquals(Measured.of(31), daysLeft(source));

    tree.file("run/panelwatch/calls.json", calls(64));
    assertEquals(Measured.notRecorded(), daysLeft(source), "STA_UNSYNC");
  }

  /** The wall clock a day ago, when the board started. */
  private String calls(int status) {
    return "{\"adjtimex\":{\"status\":%d},\"clock\":{\"wallOffsetMillis\":%d}}"
        .formatted(status, clock.wall().minus(Duration.ofDays(1)).toEpochMilli());
  }

  @Test
  void fileThatHoldsNoCertificateIsToldByItsPath() throws IOException {
    for (String content : List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
      tree.file("etc/device.pem", content);

      assertEquals(
          new Measured.Failed(0, "parse", folder + "/etc/device.pem"),
          daysLeft(watching(Map.of("client", "/etc/device.pem"))),
          content);
    }
  }

  @Test
  void fileThatWasRefusedIsReadAsSoonAsItIsPermitted() throws IOException {
    tree.file("etc/device.pem", pem("chain.pem"));
    var denied = new AtomicBoolean(true);
    var reader =
        new SmallFiles(new Tree(folder)) {
          @Override
          public FileText table(String folder, String name) {
            return denied.get()
                ? new FileText.Unread(Errno.EACCES.number(), "open", folder + "/" + name)
                : super.table(folder, name);
          }
        };
    var source =
        new CertificateSource(
            new Tree(folder),
            Map.of("client", "/etc/device.pem"),
            () -> Optional.of(clock.wall()),
            reader);
    assertTrue(failedWith(Errno.EACCES, daysLeft(source)));

    denied.set(false);

    assertEquals(Measured.of(31), daysLeft(source));
  }

  @Test
  void missingFileIsAFailureBecauseSomebodyNamedIt() throws IOException {
    assertTrue(failedWith(Errno.ENOENT, daysLeft(watching(Map.of("client", "/etc/device.pem")))));
  }
}
