package io.panelwatch.hal.linux.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.ClassFolder.Entry;
import io.panelwatch.hal.linux.file.ClassFolder.Listing;
import io.panelwatch.hal.linux.hwmon.Chip;
import io.panelwatch.hal.linux.hwmon.Chips;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFolderTest {

  @TempDir Path folder;
  private final AtomicInteger looks = new AtomicInteger();

  /** Counts how often it is looked into a folder of the machine itself. */
  private ClassFolder<String> live(String below) {
    return new ClassFolder<>(new Tree(Path.of("/")), below, "", this::look);
  }

  private List<String> look(List<Entry> entries) {
    looks.incrementAndGet();
    return entries.stream().map(Entry::name).toList();
  }

  private static <D> Listing<D> turns(ClassFolder<D> devices, int turns) throws IOException {
    Listing<D> seen = Listing.none();
    for (int i = 0; i < turns; i++) {
      seen = devices.newerThan(seen);
    }
    return seen;
  }

  @Test
  void liveDevicesAreLookedAtEveryThirtiethTime() throws IOException {
    Files.createDirectory(folder.resolve("hwmon0"));
    ClassFolder<String> devices = live(folder.toString().substring(1));

    Listing<String> seen = Listing.none();
    for (int turn = 1; turn <= 30; turn++) {
      seen = devices.newerThan(seen);
    }
    assertEquals(1, looks.get());

    devices.newerThan(seen);
    assertEquals(2, looks.get());
  }

  @Test
  void liveDeviceThatIsAddedIsSeenAtOnce() throws IOException {
    Files.createDirectory(folder.resolve("hwmon0"));
    ClassFolder<String> devices = live(folder.toString().substring(1));
    Listing<String> seen = turns(devices, 3);

    Files.createDirectory(folder.resolve("hwmon1"));

    assertEquals(List.of("hwmon0", "hwmon1"), devices.newerThan(seen).devices());
  }

  @Test
  void devicesThatAreForgottenAreLookedAtOnceMore() throws IOException {
    Files.createDirectory(folder.resolve("hwmon0"));
    ClassFolder<String> devices = live(folder.toString().substring(1));
    Listing<String> seen = turns(devices, 3);

    devices.forget();
    devices.newerThan(devices.newerThan(seen));

    assertEquals(2, looks.get());
  }

  @Test
  void whoLookedBeforeAndEndsLaterDoesNotUndoWhatWasFound() throws IOException {
    Files.createDirectory(folder.resolve("hwmon0"));
    var meanwhile = new AtomicReference<Callable<?>>(() -> null);
    var devices =
        new ClassFolder<List<String>>(
            new Tree(Path.of("/")),
            folder.toString().substring(1),
            "hwmon",
            entries -> {
              List<List<String>> found = entries.stream().map(Entry::files).toList();
              assertDoesNotThrow(meanwhile.getAndSet(() -> null)::call);
              return found;
            });
    Listing<List<String>> seen = devices.newerThan(Listing.none());
    meanwhile.set(
        () -> {
          Files.createFile(folder.resolve("hwmon0/fan1_input"));
          devices.forget();
          return devices.newerThan(seen);
        });
    Files.createDirectory(folder.resolve("hwmon1"));

    Listing<List<String>> last = devices.newerThan(seen);

    assertEquals(List.of(List.of("fan1_input"), List.of()), last.devices());
    assertEquals(last.devices(), devices.newerThan(last).devices());
  }

  @Test
  void whoHasSeenLessTakesWhatAnotherHasLookedFor() throws IOException {
    Files.createDirectory(folder.resolve("hwmon0"));
    ClassFolder<String> devices = live(folder.toString().substring(1));
    Listing<String> first = devices.newerThan(Listing.none());

    assertSame(first, devices.newerThan(Listing.none()));
  }

  @Test
  void devicesThatStayTheSameAreTheSameList() throws IOException {
    Files.createDirectory(folder.resolve("hwmon0"));
    ClassFolder<String> devices = live(folder.toString().substring(1));
    Listing<String> first = devices.newerThan(Listing.none());
    devices.forget();

    assertSame(first.devices(), devices.newerThan(first).devices());
  }

  @Test
  void recordedFolderThatDoesNotChangeIsListedOnce() throws IOException {
    Path settled = Files.createDirectory(folder.resolve("settled"));
    Files.createFile(settled.resolve("a"));
    var tree = new Tree(folder);
    String path = tree.path("settled");
    while (!FileStamp.of(path).orElseThrow().isSettled(now(folder))) {
      Thread.onSpinWait();
    }

    List<String> first = tree.names(path);
    assertSame(first, tree.names(path));

    Files.createFile(settled.resolve("b"));
    assertEquals(List.of("a", "b"), tree.names(path));
  }

  @Test
  void recordedFolderThatChangedJustNowIsListedAgainAndAgain() throws IOException {
    var tree = new Tree(folder);
    for (int i = 1; i <= 100; i++) {
      Files.createFile(folder.resolve("file" + i));

      assertEquals(i, tree.names(tree.path("")).size(), "two changes within a tick of the kernel");
    }
  }

  @Test
  void recordedDeviceWhoseNameIsReplacedHasAnotherName() throws IOException {
    var recorded = new RecordedTree(folder);
    recorded.chip("hwmon0", "first", "fan1_input", "900");
    ClassFolder<Chip> chips = Chips.in(new Tree(folder));
    Listing<Chip> seen = chips.newerThan(Listing.none());
    assertEquals("first", seen.devices().getFirst().id());

    recorded.delete("sys/class/hwmon/hwmon0/name").chip("hwmon0", "second");

    assertEquals("second", chips.newerThan(seen).devices().getFirst().id());
  }

  /** The time by which the kernel stamps. */
  private static Instant now(Path beside) throws IOException {
    Path stamped = Files.createTempFile(beside, "now", "");
    Instant now =
        Files.readAttributes(stamped, BasicFileAttributes.class).creationTime().toInstant();
    Files.delete(stamped);
    return now;
  }
}
