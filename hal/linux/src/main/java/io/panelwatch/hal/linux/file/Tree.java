package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.kernel.FileStamp;
import io.panelwatch.hal.linux.kernel.Folders;
import io.panelwatch.hal.linux.kernel.Folders.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file system below which everything is looked up: {@code /} of the machine, or a recording of
 * another one.
 *
 * <p>A recording may hold symbolic links, absolute ones among them. They are followed as they would
 * be if the recording were the whole machine, as after chroot(2): an absolute one begins at its
 * root, and nothing leads out of it. Following them as they stand would tell of the machine that
 * looks at the recording.
 *
 * <p>Thread-safe. Paths are strings, because they are made and opened some hundred times a scan;
 * which bytes they stand for, {@link io.panelwatch.hal.linux.kernel.FileNames} says.
 */
public final class Tree {

  /** fan2 before fan10, and a fixed order where numbers do not tell. */
  public static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(Tree::trailingNumber).thenComparing(Comparator.naturalOrder());

  /** More folders than any board has; a tree that grows new ones for ever is asked each time. */
  private static final int REMEMBERED = 4096;

  private static final int MOST_LINKS = 40; // MAXSYMLINKS of linux/namei.h

  private final String prefix;
  private final String realRoot;
  private final boolean live;

  /** Folders of a recording, and where they really are. */
  private final Map<String, String> places = new ConcurrentHashMap<>();

  private record Listing(FileStamp stamp, List<String> names) {}

  /** Folders of a recording, and what was in them. */
  private final Map<String, Listing> listings = new ConcurrentHashMap<>();

  public Tree(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    live = absolute.getParent() == null;
    prefix = live ? "" : absolute.toString();
    realRoot = live ? "" : real(absolute).toString();
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException missing) {
      return root; // a recording that is not there is one of a board without anything
    }
  }

  /** Whether this is the machine itself, which may be asked more than its files. */
  public boolean live() {
    return live;
  }

  /** The path of something below the root, given without a leading slash. */
  public String path(String below) {
    return prefix + "/" + below;
  }

  /**
   * Names in a folder in numeric order; none where it is missing or no folder.
   *
   * <p>One that cannot be listed is not empty: a process without a descriptor left would take the
   * board for one without anything, and everything for pulled out.
   *
   * <p>On a recording it is the very list of the call before where nothing was added or removed
   * since. Folders of sysfs carry no time that would tell.
   *
   * @throws DeviceException with errno where it is there and cannot be listed, or not to its end
   */
  public List<String> names(String folder) throws DeviceException {
    if (live) {
      return list(folder);
    }
    Optional<FileStamp> stamp = FileStamp.of(folder);
    Listing known = listings.get(folder);
    if (known != null && stamp.equals(Optional.of(known.stamp()))) {
      return known.names();
    }
    places.remove(folder); // it may have become another one
    Optional<String> place = find(folder);
    List<String> names = place.isPresent() ? list(place.get()) : List.of();
    stamp
        .filter(s -> s.isSettled(InstantSource.system().instant()) && listings.size() < REMEMBERED)
        .ifPresentOrElse(
            s -> listings.put(folder, new Listing(s, names)), () -> listings.remove(folder));
    return names;
  }

  /**
   * By what a folder of a recording was known when {@link #names} listed it; empty on the machine
   * itself, and where it had changed so lately that a further change would have left no trace.
   */
  Optional<FileStamp> stamp(String folder) {
    return Optional.ofNullable(listings.get(folder)).map(Listing::stamp);
  }

  private static List<String> list(String folder) throws DeviceException {
    return Folders.names(folder).stream().sorted(BY_NUMBER).toList();
  }

  /**
   * Where to look for what is in a folder: on the machine itself there, on a recording where its
   * links lead within it; empty where they lead nowhere.
   */
  public Optional<String> place(String folder) {
    if (live) {
      return Optional.of(folder);
    }
    String known = places.get(folder);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> real = realPath(folder);
    if (places.size() < REMEMBERED) {
      real.ifPresent(place -> places.put(folder, place));
    }
    return real;
  }

  /** By what a file or folder is known again, as it is at this moment; empty where none is. */
  public Optional<FileStamp> look(String path) {
    return (live ? Optional.of(path) : realPath(path)).flatMap(FileStamp::of);
  }

  /** Whether anything is there that may be looked at. */
  public boolean holds(String path) {
    return live ? FileStamp.of(path).isPresent() : realPath(path).isPresent();
  }

  /** Where a path really is, all links followed; empty where it is missing, or none of ours. */
  public Optional<String> realPath(String path) {
    return switch (follow(path)) {
      case Way.To(String place) -> Optional.of(place);
      case Way.Refused _ -> Optional.empty(); // whoever has to know why asks follow
    };
  }

  private Optional<String> find(String path) throws DeviceException {
    return switch (follow(path)) {
      case Way.To(String place) -> Optional.of(place);
      case Way.Refused(int errno) when leadsNowhere(errno) -> Optional.empty();
      case Way.Refused(int errno) -> throw refused(errno, path);
    };
  }

  private static boolean leadsNowhere(int errno) {
    return Errno.ENOENT.is(errno) || Errno.ELOOP.is(errno);
  }

  /** What following a path came to. */
  sealed interface Way {
    /** What is there is really here. */
    record To(String place) implements Way {}

    /**
     * ENOENT where a link or the path itself leads to nothing, ELOOP where links lead in a circle,
     * or why one of them cannot be read.
     */
    record Refused(int errno) implements Way {}
  }

  /** Follows all links of a path. */
  Way follow(String path) {
    Deque<String> ahead = new ArrayDeque<>();
    put(path.substring(prefix.length()), ahead);
    String real = realRoot;
    int links = 0;
    while (!ahead.isEmpty()) {
      String next = ahead.pop();
      if (next.equals("..")) {
        real = real.equals(realRoot) ? real : parent(real);
        continue;
      }
      switch (Folders.look(real + "/" + next)) {
        case Step.Thing() -> real = real + "/" + next;
        case Step.Link(String target) -> {
          if (++links > MOST_LINKS) {
            return new Way.Refused(Errno.ELOOP.number());
          }
          real = target.startsWith("/") ? realRoot : real;
          put(target, ahead);
        }
        case Step.Nothing() -> {
          return new Way.Refused(Errno.ENOENT.number());
        }
        case Step.Refused(int errno) -> {
          return new Way.Refused(errno);
        }
      }
    }
    return new Way.To(real.isEmpty() ? "/" : real);
  }

  private static DeviceException refused(int errno, String path) {
    return new DeviceException(
        errno, "readlink", path, "%s cannot be reached: %s".formatted(path, Errno.describe(errno)));
  }

  /** Puts the elements of a path before those that are still ahead. */
  private static void put(String path, Deque<String> ahead) {
    for (String element : List.of(path.split("/")).reversed()) {
      if (!element.isEmpty() && !element.equals(".")) {
        ahead.push(element);
      }
    }
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static int trailingNumber(String name) {
    int number = 0;
    int scale = 1;
    for (int i = name.length() - 1; i >= 0 && scale <= 100_000_000; i--, scale *= 10) {
      int digit = name.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number += digit * scale;
    }
    return number;
  }
}
