package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.MemoryController;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;

/**
 * The memory controllers of a tree that count what they correct (EDAC;
 * Documentation/admin-guide/RAS/main.rst of the kernel), by the kernel's names: {@code mc0}.
 */
public final class EccSource implements SensorSource {

  private static final String FOLDER = "sys/devices/system/edac/mc";

  private final Tree tree;
  private final Attributes attributes;

  public EccSource(Tree tree) {
    this.tree = tree;
    attributes = new Attributes(new SmallFiles(tree));
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.MEMORY_CONTROLLERS;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  /** Beside the controllers lie {@code power} and {@code subsystem}. */
  @Override
  public List<MemoryController> read() throws DeviceException {
    var names = new Names();
    return tree.names(lookedIn()).stream()
        .filter(name -> Names.isNumbered(name, "mc"))
        .map(name -> controller(names.unique(name), lookedIn() + "/" + name))
        .toList();
  }

  private MemoryController controller(String component, String folder) {
    return new MemoryController(
        component,
        folder,
        attributes.reading(folder, "ue_count"),
        attributes.reading(folder, "ce_count"));
  }
}
