package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The devices of one class, as {@code /sys/class/hwmon}: which there are, what files they have, and
 * what never changes about them, found once and kept.
 *
 * <p>Looking costs more than reading. So on a live board devices are looked at again only when one
 * was added or removed, when a file that was listed is not there any more, when somebody says that
 * the board spoke of them ({@link #forget}), and every {@value #TURNS}th time in case nobody did.
 * On a recording they are looked at whenever their folders have changed.
 *
 * <p>Several sources share one: each says what it has seen last, and the first that asks for
 * something newer looks for all. Thread-safe: of two that look at the same time, the one that ends
 * first is right, and the other one looks again if it is asked to by then.
 *
 * @param <D> a device, with everything about it that is worth keeping; compared by equals
 */
public final class ClassFolder<D> {

  private static final int TURNS = 30;

  /**
   * A device's folder.
   *
   * @param folder {@code /sys/class/hwmon/hwmon0}
   * @param files what is in it, in numeric order
   * @param deviceFiles what is in its {@code device/}
   * @param unchanged by what both folders are known to be as they were, on a recording
   */
  public record Entry(
      String folder,
      List<String> files,
      List<String> deviceFiles,
      List<Optional<FileStamp>> unchanged) {

    private boolean isKnownAgain() {
      return unchanged.stream().allMatch(Optional::isPresent);
    }

    /** {@code hwmon0}. */
    public String name() {
      return folder.substring(folder.lastIndexOf('/') + 1);
    }
  }

  /**
   * What there was at one time.
   *
   * @param looked how often it had been asked to look by then
   * @param devices in the kernel's order; the same list as before where nothing has changed
   */
  public record Listing<D>(
      long turn, long looked, List<String> names, List<Entry> entries, List<D> devices) {

    /** Before anything was seen. */
    public static <D> Listing<D> none() {
      return new Listing<>(0, 0, List.of(), List.of(), List.of());
    }
  }

  private final Tree tree;
  private final String folder;
  private final String prefix;
  private final Function<List<Entry>, List<D>> make;
  private final AtomicLong forgets = new AtomicLong();
  private volatile Listing<D> latest = Listing.none();

  /**
   * @param below the class's folder below the root
   * @param prefix what the names of its devices begin with
   * @param make finds out what is worth keeping
   */
  public ClassFolder(Tree tree, String below, String prefix, Function<List<Entry>, List<D>> make) {
    this.tree = tree;
    this.folder = tree.path(below);
    this.prefix = prefix;
    this.make = make;
  }

  /** Makes the next who asks look again. */
  public void forget() {
    forgets.incrementAndGet();
  }

  /** Whether the devices as they were listed are known to be others by now. */
  public boolean isForgotten() {
    return latest.looked() != forgets.get();
  }

  /**
   * What there is now, or what somebody else has seen since.
   *
   * @throws DeviceException with errno where the class or one of its devices cannot be listed;
   *     whoever asks next looks again
   */
  public Listing<D> newerThan(Listing<D> seen) throws DeviceException {
    while (true) {
      Listing<D> now = latest;
      if (now.turn() > seen.turn() && now.looked() == forgets.get()) {
        return now;
      }
      Listing<D> next = next(now);
      if (become(next)) {
        return next;
      }
    }
  }

  /** False where somebody else was faster, who may have looked at less, or later. */
  private synchronized boolean become(Listing<D> next) {
    boolean follows = next.turn() == latest.turn() + 1;
    latest = follows ? next : latest;
    return follows;
  }

  private Listing<D> next(Listing<D> now) throws DeviceException {
    long turn = now.turn() + 1;
    long looked = forgets.get(); // what is forgotten while this looks, the next one looks for
    List<String> names = tree.names(folder);
    boolean look = looked != now.looked() || !tree.live() || turn % TURNS == 1;
    if (!look && names.equals(now.names())) {
      return new Listing<>(turn, looked, names, now.entries(), now.devices());
    }
    List<Entry> entries = entries(names);
    if (entries.stream().allMatch(Entry::isKnownAgain) && entries.equals(now.entries())) {
      return new Listing<>(turn, looked, names, now.entries(), now.devices());
    }
    List<D> devices = make.apply(entries);
    return new Listing<>(
        turn, looked, names, entries, devices.equals(now.devices()) ? now.devices() : devices);
  }

  private List<Entry> entries(List<String> names) throws DeviceException {
    List<Entry> entries = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        entries.add(entry(name));
      }
    }
    return entries;
  }

  private Entry entry(String name) throws DeviceException {
    String device = folder + "/" + name;
    List<String> files = tree.names(device);
    if (!files.contains("device")) {
      return new Entry(device, files, List.of(), List.of(tree.stamp(device)));
    }
    String older = device + "/device";
    List<String> olderFiles = tree.names(older);
    return new Entry(device, files, olderFiles, List.of(tree.stamp(device), tree.stamp(older)));
  }
}
