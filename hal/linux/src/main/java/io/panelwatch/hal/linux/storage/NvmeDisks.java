package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.DiskDrive;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The NVMe controllers of a tree ({@code /sys/class/nvme}), each the disk that it is. Their block
 * devices are namespaces, which the kernel removes when the controller dies: the controller is what
 * stays to be seen.
 *
 * <p>Controllers over a network are no part of this board.
 */
final class NvmeDisks {

  private static final String FOLDER = "sys/class/nvme";

  private static final Set<String> OVER_A_NETWORK = Set.of("tcp", "rdma", "fc", "loop");

  private final Tree tree;
  private final SmallFiles files;

  NvmeDisks(Tree tree, SmallFiles files) {
    this.tree = tree;
    this.files = files;
  }

  /** Where they are listed, for a person. */
  String lookedIn() {
    return tree.path(FOLDER);
  }

  /** Every controller, with what the kernel log says of its namespaces. */
  Stream<DiskDrive> read(DiskErrorLog.Counts logged) throws DeviceException {
    List<String> names =
        tree.names(lookedIn()).stream()
            .filter(name -> Names.isNumbered(name, "nvme"))
            .filter(name -> !OVER_A_NETWORK.contains(text(name, "transport")))
            .toList();
    return names.stream().map(name -> disk(name, names, logged));
  }

  private DiskDrive disk(String name, List<String> all, DiskErrorLog.Counts logged) {
    return new DiskDrive(
        name,
        lookedIn() + "/" + name,
        working(name, all),
        Measured.of(true),
        Measured.absent(),
        logged.ofNamespaces(name),
        Measured.absent(),
        Measured.absent());
  }

  /** States of drivers/nvme/host/sysfs.c; resetting and connecting pass by themselves. */
  private Measured working(String name, List<String> all) {
    return switch (files.attribute(lookedIn() + "/" + name, "state")) {
      case FileText.Text(String state) ->
          switch (state) {
            case "live" -> Measured.of(true);
            case "dead" -> hasLivePath(name, all) ? Measured.absent() : Measured.of(false);
            default -> Measured.absent();
          };
      case FileText.Unread unread when unread.missing() -> Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  /** Whether the same disk is still reached through another controller: multipath. */
  private boolean hasLivePath(String dead, List<String> all) {
    String subsystem = text(dead, "subsysnqn");
    return !subsystem.isEmpty()
        && all.stream()
            .anyMatch(
                other ->
                    text(other, "state").equals("live")
                        && text(other, "subsysnqn").equals(subsystem));
  }

  private String text(String name, String attribute) {
    return files.attribute(lookedIn() + "/" + name, attribute).or("");
  }
}
