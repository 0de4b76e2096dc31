package io.panelwatch.hal.linux.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.BoardEventsContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
        EventThread thread = EventThread.start(List.of(new FolderEar(folders)), heard);
        return new BoardEvents.Listening(List.of(), thread::end);
      } catch (DeviceException e) {
        return new BoardEvents.Listening(List.of(e), () -> {});
      }
    };
  }
}
