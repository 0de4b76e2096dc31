package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.stream.Stream;

/**
 * Kernel logs that outlived a crash: {@code dmesg-*} in pstore (Documentation/ABI/testing/pstore of
 * the kernel), and what systemd-pstore(8) moves from there, a folder for each crash or the files as
 * they are.
 *
 * <p>Beside them {@code console-*}, {@code pmsg-*} and {@code ftrace-*} lie after every boot,
 * whatever came before it: they tell of no crash. Both folders are root's on most systems; where
 * they may not be listed there is nothing to tell.
 */
public final class CrashSource implements SensorSource {

  private static final String COMPONENT = "kernel";
  private static final String PSTORE = "sys/fs/pstore";
  private static final String MOVED = "var/lib/systemd/pstore";

  private final Tree tree;

  public CrashSource(Tree tree) {
    this.tree = tree;
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.CRASH_DUMPS;
  }

  @Override
  public String lookedIn() {
    return tree.path(PSTORE) + ", " + tree.path(MOVED);
  }

  @Override
  public List<CrashDumps> read() {
    if (!tree.has(tree.path(PSTORE)) && !tree.has(tree.path(MOVED))) {
      return List.of();
    }
    List<String> dumps = Stream.concat(dumps(PSTORE), dumps(MOVED)).toList();
    String source = dumps.isEmpty() ? tree.path(PSTORE) : dumps.getFirst();
    return List.of(new CrashDumps(COMPONENT, source, Measured.of((double) dumps.size())));
  }

  private Stream<String> dumps(String below) {
    String folder = tree.path(below);
    return tree.names(folder).stream()
        .filter(name -> name.startsWith("dmesg-") || isOfOneCrash(folder + "/" + name))
        .map(name -> folder + "/" + name);
  }

  private boolean isOfOneCrash(String folder) {
    return !tree.names(folder).isEmpty();
  }
}
