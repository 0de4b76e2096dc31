package io.panelwatch.hal.linux.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.BoardEventsContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The thread of the kernel's events, listening to the one thing that a test may change: a folder.
 */
final class FolderEventsTest extends BoardEventsContract {

  @TempDir private Path folder;
  private int files;

  @Override
  protected BoardEvents open() {
    return listeningTo(Map.of(folder.toString(), Set.of(SensorFamily.POWER_SUPPLIES)));
  }

  @Override
  protected SensorFamily change() throws Exception {
    Files.writeString(folder.resolve("reading" + files++), "{}");
    return SensorFamily.POWER_SUPPLIES;
  }

  @Test
  void folderThatIsMadeLaterIsHeardOnceItsParentIs() throws Exception {
    Path later = folder.resolve("smart");
    var told = new LinkedBlockingQueue<SensorFamily>();
    var folders =
        Map.of(
            folder.toString(), Set.of(SensorFamily.FANS),
            later.toString(), Set.of(SensorFamily.RAILS));
    try (var _ = listeningTo(folders).listen(told::add)) {
      Files.createDirectory(later);
      assertEquals(SensorFamily.FANS, told.poll(20, TimeUnit.SECONDS));
      Files.writeString(later.resolve("sda.json"), "{}");
      assertEquals(SensorFamily.RAILS, told.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void fileThatCameWithItsFolderIsTold() throws Exception {
    Path smart =
        Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-later/smart"));
    Files.writeString(smart.resolve("sda.json"), "{}");
    var told = new LinkedBlockingQueue<SensorFamily>();
    var folders =
        Map.of(
            folder.toString(), Set.<SensorFamily>of(),
            folder.resolve("pw").toString(), Set.of(SensorFamily.FANS),
            folder.resolve("pw/smart").toString(), Set.of(SensorFamily.SMART));
    try (var _ = listeningTo(folders).listen(told::add)) {
      Files.move(smart.getParent(), folder.resolve("pw"));

      assertEquals(SensorFamily.FANS, told.poll(20, TimeUnit.SECONDS));
      assertEquals(SensorFamily.SMART, told.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void errorOfAListenerOrOfAnEarIsHandedOnAndTheOthersAreHeard() throws Exception {
    var told = new LinkedBlockingQueue<SensorFamily>();
    var mistakes = new LinkedBlockingQueue<Throwable>();
    var first = new AtomicBoolean(true);
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> mistakes.add(mistake));
    var broken = new BrokenEar(folder);
    EventThread thread =
        EventThread.start(
            List.of(
                broken,
                new FolderEar(Map.of(folder.toString(), Set.of(SensorFamily.POWER_SUPPLIES)))),
            family -> {
              told.add(family);
              if (first.getAndSet(false)) {
                throw new LinkageError("of the listener");
              }
            },
            EventThread.More.NONE);
    try {
      change();
      assertEquals(SensorFamily.POWER_SUPPLIES, told.poll(20, TimeUnit.SECONDS));
      List<String> messages = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        messages.add(mistakes.poll(20, TimeUnit.SECONDS).getMessage());
      }
      messages.sort(Comparator.naturalOrder());
      assertEquals(List.of("of the ear", "of the listener"), messages);

      change();
      assertEquals(SensorFamily.POWER_SUPPLIES, told.poll(20, TimeUnit.SECONDS));
      assertTrue(broken.closed);
    } finally {
      thread.end();
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  /** Breaks by a mistake of ours when its folder changes. */
  private static final class BrokenEar implements Ear {
    private final Ear folder;
    private volatile boolean closed;

    BrokenEar(Path folder) throws DeviceException {
      this.folder = new FolderEar(Map.of(folder.toString(), Set.of(SensorFamily.FANS)));
    }

    @Override
    public int descriptor() {
      return folder.descriptor();
    }

    @Override
    public short awaited() {
      return folder.awaited();
    }

    @Override
    public Set<SensorFamily> take() {
      throw new NoClassDefFoundError("of the ear");
    }

    @Override
    public void close() {
      folder.close();
      closed = true;
    }
  }

  @Test
  void earThatComesLaterIsHeard() throws Exception {
    Path later = Files.createDirectory(folder.resolve("later"));
    var told = new LinkedBlockingQueue<SensorFamily>();
    var ear = new FolderEar(Map.of(later.toString(), Set.of(SensorFamily.RAID_ARRAYS)));
    EventThread thread =
        EventThread.start(
            List.of(new FolderEar(Map.of(folder.toString(), Set.of(SensorFamily.FANS)))),
            told::add,
            (families, present) -> present.contains(ear) ? List.of() : List.of(ear));
    try {
      change();
      assertEquals(SensorFamily.FANS, told.poll(20, TimeUnit.SECONDS));
      Files.writeString(later.resolve("x"), "");

      SensorFamily family = told.poll(20, TimeUnit.SECONDS);
      while (family == SensorFamily.FANS) { // once for making a file, once for writing it
        family = told.poll(20, TimeUnit.SECONDS);
      }
      assertEquals(SensorFamily.RAID_ARRAYS, family);
    } finally {
      thread.end();
    }
  }

  @Test
  void listenerMayEndItsOwnListening() throws Exception {
    var told = new LinkedBlockingQueue<SensorFamily>();
    var own = new LinkedBlockingQueue<BoardEvents.Listening>();
    own.add(
        open()
            .listen(
                family -> {
                  own.remove().close();
                  told.add(family);
                }));
    change();

    assertEquals(SensorFamily.POWER_SUPPLIES, told.poll(20, TimeUnit.SECONDS));
  }

  private static BoardEvents listeningTo(Map<String, Set<SensorFamily>> folders) {
    return heard -> {
      try {
        EventThread thread =
            EventThread.start(List.of(new FolderEar(folders)), heard, EventThread.More.NONE);
        return new BoardEvents.Listening(List.of(), thread::end);
      } catch (DeviceException e) {
        return new BoardEvents.Listening(List.of(e), () -> {});
      }
    };
  }
}
