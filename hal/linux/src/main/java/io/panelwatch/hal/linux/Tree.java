package io.panelwatch.hal.linux;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file system below which everything is looked up: {@code /} of the machine, or a recording of
 * another one.
 *
 * <p>A recording may hold symbolic links that lead out of it, as an absolute one does. Following
 * them would tell of the machine that looks at the recording, so such a folder counts as outside.
 *
 * <p>Thread-safe. Paths are strings, because they are made and opened some hundred times a scan.
 */
final class Tree {

  /** fan2 before fan10, and a fixed order where numbers do not tell. */
  static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(Tree::trailingNumber).thenComparing(Comparator.naturalOrder());

  /** More folders than any board has; a tree that grows new ones for ever is asked each time. */
  private static final int REMEMBERED = 4096;

  private final String prefix;
  private final Path realRoot;
  private final boolean live;
  private final Set<String> inside = ConcurrentHashMap.newKeySet();

  Tree(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    live = absolute.getParent() == null;
    prefix = live ? "" : absolute.toString();
    realRoot = real(absolute).orElse(absolute);
  }

  /** Whether this is the machine itself, which may be asked more than its files. */
  boolean live() {
    return live;
  }

  /** The path of something below the root, given without a leading slash. */
  String path(String below) {
    return prefix + "/" + below;
  }

  /** Names in a folder in numeric order; empty where it is missing, no folder, or outside. */
  List<String> names(String folder) {
    String[] names = holds(folder) ? new File(folder).list() : null;
    if (names == null) {
      return List.of();
    }
    Arrays.sort(names, BY_NUMBER);
    return List.of(names);
  }

  /** Whether a folder may be looked into: on a recording, it is there and does not lead out. */
  boolean holds(String folder) {
    if (live || inside.contains(folder)) {
      return true;
    }
    boolean held = realPath(folder).isPresent();
    if (held && inside.size() < REMEMBERED) {
      inside.add(folder);
    }
    return held;
  }

  /** Where a path really is, all links followed; empty where it is missing or outside. */
  Optional<String> realPath(String path) {
    return real(Path.of(path)).filter(p -> p.startsWith(realRoot)).map(Path::toString);
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException missingOrLooping) {
      // For a tree that is read as it is, both mean the same: there is nothing to read here.
      return Optional.empty();
    }
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
