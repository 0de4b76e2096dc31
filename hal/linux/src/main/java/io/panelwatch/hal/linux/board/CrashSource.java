package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * how it is meant. Where the other one holds no dump either, their number is denied and not 0.
 *
 * <p>pstore stamps a dump with the time of its crash, where the firmware keeps that (fs/pstore/
 * inode.c); systemd's copies are of the boot after it. Either is later than that of any dump
 * before.
 */
public final class CrashSource implements SensorSource {

  private static final String COMPONENT = "kernel";
  private static final String PSTORE = "sys/fs/pstore";
  private static final String MOVED = "var/lib/systemd/pstore";

  private record Dump(String path, Instant written) {}

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
    List<Dump> dumps = new ArrayList<>();
    Optional<Measured> denied = Optional.empty();
    for (String folder : there) {
      try {
        dumps.addAll(dumps(folder));
      } catch (DeviceException refused) {
        denied = Optional.of(unlessItIsMeantSo(refused));
      }
    }
    return List.of(of(dumps, denied));
  }

  private CrashDumps of(List<Dump> dumps, Optional<Measured> denied) {
    Optional<Dump> newest = dumps.stream().max(Comparator.comparing(Dump::written));
    return new CrashDumps(
        COMPONENT,
        newest.map(Dump::path).orElse(tree.path(PSTORE)),
        denied.filter(_ -> dumps.isEmpty()).orElseGet(() -> Measured.of((double) dumps.size())),
        newest
            .map(dump -> Measured.of((double) dump.written().getEpochSecond()))
            .orElseGet(Measured::absent));
  }

  private List<Dump> dumps(String folder) throws DeviceException {
    List<Dump> dumps = new ArrayList<>();
    for (String name : tree.names(folder)) {
      String path = folder + "/" + name;
      if (name.startsWith("dmesg-") || isOfOneCrash(path)) {
        dumps.add(new Dump(path, written(path)));
      }
    }
    return dumps;
  }

  private boolean isOfOneCrash(String folder) throws DeviceException {
    try {
      return !tree.names(folder).isEmpty();
    } catch (DeviceException refused) {
      unlessItIsMeantSo(refused);
      return false;
    }
  }

  /** One that was deleted since it was listed is as old as can be. */
  private Instant written(String path) {
    return tree.look(path).map(FileStamp::modified).orElse(Instant.EPOCH);
  }

  private static Measured unlessItIsMeantSo(DeviceException refused) throws DeviceException {
    if (Errno.saysDenied(refused.errno())) {
      return Measured.refused(refused.errno(), refused.call(), refused.path());
    }
    throw refused;
  }
}
