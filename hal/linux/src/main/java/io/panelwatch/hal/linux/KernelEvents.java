package io.panelwatch.hal.linux;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the kernel of this machine says by itself: by uevents, by rtnetlink, by files that poll(2)
 * can wait for, and by inotify for what other programs leave in {@code /run/panelwatch}. One thread
 * for all of it, and descriptors, as long as somebody listens.
 */
final class KernelEvents implements BoardEvents {

  /** Something that can be opened or refused. */
  private interface Opening {
    Ear open() throws DeviceException;
  }

  private final Tree tree;

  /**
   * @param tree the live one
   */
  KernelEvents(Tree tree) {
    this.tree = tree;
  }

  @Override
  public Listening listen(Consumer<SensorFamily> heard) {
    List<DeviceException> refused = new ArrayList<>();
    List<Ear> ears = new ArrayList<>(NotifiedFile.openAll(tree, refused));
    Opening folders = () -> new FolderEar(folders());
    for (Opening opening : List.<Opening>of(Uevents::open, LinkMessages::open, folders)) {
      try {
        ears.add(opening.open());
      } catch (DeviceException e) {
        refused.add(e);
      }
    }
    try {
      EventThread thread = EventThread.start(ears, heard);
      return new Listening(refused, thread::end);
    } catch (DeviceException e) {
      refused.add(e);
      return new Listening(refused, () -> {});
    }
  }

  private Map<String, Set<SensorFamily>> folders() {
    return Map.of(
        tree.path("run/panelwatch"),
        Set.of(SensorFamily.RTC_BATTERIES),
        tree.path("run/panelwatch/failed"),
        Set.of(SensorFamily.UNITS),
        tree.path("run/panelwatch/smart"),
        Set.of(SensorFamily.SMART));
  }
}
