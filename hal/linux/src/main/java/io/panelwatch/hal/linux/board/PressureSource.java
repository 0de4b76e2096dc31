package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Pressure;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pressure stall information (Documentation/accounting/psi.rst of the kernel): {@code cpu}, {@code
 * io} and {@code memory}, as far as the kernel was built with it.
 *
 * <pre>
 * some avg10=0.18 avg60=0.34 avg300=0.10 total=159886802
 * full avg10=0.18 avg60=0.34 avg300=0.10 total=159229614
 * </pre>
 *
 * <p>{@code irq} has a line {@code full} only and is left out. Booted with {@code psi=0} the files
 * are there, and reading them gives EOPNOTSUPP: absent.
 */
public final class PressureSource implements SensorSource {

  private static final String FOLDER = "proc/pressure";
  private static final List<String> RESOURCES = List.of("cpu", "io", "memory");

  /** Three digits before the point, or two behind it, are more than a percentage has. */
  private static final Pattern SOME =
      Pattern.compile("(?m)^some .*\\bavg300=([0-9]{1,3}(?:\\.[0-9]{1,2})?)(?:\\s|$)");

  private final Tree tree;
  private final Attributes attributes;

  public PressureSource(Tree tree) {
    this.tree = tree;
    attributes = new Attributes(new SmallFiles(tree));
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.PRESSURE;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<Pressure> read() throws DeviceException {
    return tree.names(lookedIn()).stream()
        .filter(RESOURCES::contains)
        .map(name -> new Pressure(name, lookedIn() + "/" + name, someAvg300(name)))
        .toList();
  }

  private Measured someAvg300(String resource) {
    FileText text = attributes.text(lookedIn(), resource);
    String path = lookedIn() + "/" + resource;
    return text instanceof FileText.Unread unread && unread.missing()
        ? Measured.absent()
        : attributes.reading(text, path, told -> parse(told, path));
  }

  static Measured parse(String text, String path) {
    Matcher some = SOME.matcher(text);
    return some.find()
        ? Measured.of(Math.min(100, Double.parseDouble(some.group(1))))
        : new Measured.Failed(0, "parse", path);
  }
}
