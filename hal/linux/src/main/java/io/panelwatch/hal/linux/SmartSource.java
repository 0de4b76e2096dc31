package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.SmartHealth;
import java.util.List;
import java.util.Optional;

/**
 * What disks say of their own health, as a helper with more rights left it in {@code
 * /run/panelwatch/smart/DISK.json}, in the form of smartctl(8)'s {@code --json}.
 *
 * <p>A file that is no JSON is a failed reading of its disk, not of the others.
 */
final class SmartSource implements SensorSource {

  private static final String FOLDER = "run/panelwatch/smart";
  private static final String SUFFIX = ".json";

  private final Tree tree;
  private final SmallFiles files;

  SmartSource(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.SMART;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<SmartHealth> read() {
    var names = new Names();
    return tree.names(lookedIn()).stream()
        .filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
        .map(name -> disk(names.unique(disk(name)), name))
        .toList();
  }

  private static String disk(String name) {
    return Names.clean(name.substring(0, name.length() - SUFFIX.length()));
  }

  private SmartHealth disk(String component, String name) {
    String path = lookedIn() + "/" + name;
    return switch (files.table(lookedIn(), name)) {
      case FileText.Text(String text) -> {
        Optional<JsonFile> json = JsonFile.parse(path, text);
        yield json.isPresent()
            ? SmartJson.health(component, json.get())
            : SmartJson.unread(component, path, new Measured.Failed(0, "parse", path));
      }
      case FileText.Unread unread -> SmartJson.unread(component, path, unread.failed());
    };
  }
}
