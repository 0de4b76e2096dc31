package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kernel logs that outlived a crash: {@code dmesg-*} in pstore (Documentation/ABI/testing/pstore of
 * the kernel), and what systemd-pstore(8) moves from there, a folder for each crash or the files as
 * they are.
 *
 * <p>Beside them {@code console-*}, {@code pmsg-*} and {@code ftrace-*} lie after every boot,
 * whatever came before it: they tell of no crash. Both folders are root's on most systems (pstore
 * is since Linux 4.9): one that may not be listed says nothing, and is no failure, because that is
 * how it is meant. Where the other one holds no dump either, their number is absent and not 0.
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
  public List<CrashDumps> read() throws DeviceException {
    List<String> there = Stream.of(PSTORE, MOVED).map(tree::path).filter(tree::holds).toList();
    if (there.isEmpty()) {
      return List.of();
    }
    List<String> dumps = new ArrayList<>();
    boolean all = true;
    for (String folder : there) {
      Optional<List<String>> names = namesUnlessClosed(folder);
      dumps.addAll(dumps(folder, names.orElse(List.of())));
      all &= names.isPresent();
    }
    Measured number =
        all || !dumps.isEmpty() ? Measured.of((double) dumps.size()) : Measured.absent();
    String source = dumps.isEmpty() ? tree.path(PSTORE) : dumps.getFirst();
    return List.of(new CrashDumps(COMPONENT, source, number));
  }

  private List<String> dumps(String folder, List<String> names) throws DeviceException {
    List<String> dumps = new ArrayList<>();
    for (String name : names) {
      String path = folder + "/" + name;
      if (name.startsWith("dmesg-") || !namesUnlessClosed(path).orElse(List.of()).isEmpty()) {
        dumps.add(path);
      }
    }
    return dumps;
  }

  private Optional<List<String>> namesUnlessClosed(String folder) throws DeviceException {
    try {
      return Optional.of(tree.names(folder));
    } catch (DeviceException refused) {
      if (Errno.saysDenied(refused.errno())) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
