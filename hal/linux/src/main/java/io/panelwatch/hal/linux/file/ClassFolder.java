package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.linux.kernel.FolderStamp;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * something newer looks for all. Thread-safe; looking twice at the same time does no harm.
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
      List<Optional<FolderStamp>> unchanged) {

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
   * @param devices in the kernel's order; the same list as before where nothing has changed
   */
  public record Listing<D>(long turn, List<String> names, List<Entry> entries, List<D> devices) {

    /** Before anything was seen. */
    public static <D> Listing<D> none() {
      return new Listing<>(0, List.of(), List.of(), List.of());
    }
  }

  private final Tree tree;
  private final String folder;
  private final String prefix;
  private final Function<List<Entry>, List<D>> make;
  private final AtomicBoolean forgotten = new AtomicBoolean();
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
    forgotten.set(true);
  }

  /** Whether the devices as they were listed are known to be others by now. */
  public boolean isForgotten() {
    return forgotten.get();
  }

  /** What there is now, or what somebody else has seen since. */
  public Listing<D> newerThan(Listing<D> seen) {
    Listing<D> now = latest;
    if (now.turn() > seen.turn() && !isForgotten()) {
      return now;
    }
    latest = next(now);
    return latest;
  }

  private Listing<D> next(Listing<D> now) {
    long turn = now.turn() + 1;
    List<String> names = tree.names(folder);
    boolean look = forgotten.getAndSet(false) || !tree.live() || turn % TURNS == 1;
    if (!look && names.equals(now.names())) {
      return new Listing<>(turn, names, now.entries(), now.devices());
    }
    List<Entry> entries =
        names.stream().filter(name -> name.startsWith(prefix)).map(this::entry).toList();
    if (entries.stream().allMatch(Entry::isKnownAgain) && entries.equals(now.entries())) {
      return new Listing<>(turn, names, now.entries(), now.devices());
    }
    List<D> devices = make.apply(entries);
    return new Listing<>(
        turn, names, entries, devices.equals(now.devices()) ? now.devices() : devices);
  }

  private Entry entry(String name) {
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
