package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.UsbDevice;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The USB devices that somebody expects (Documentation/ABI/stable/sysfs-bus-usb of the kernel).
 * Without expectations nothing is looked at.
 */
public final class UsbSource implements SensorSource {

  private static final String FOLDER = "sys/bus/usb/devices";

  private final Tree tree;
  private final List<String> expected;
  private final SmallFiles files;

  /**
   * @param expected {@code idVendor:idProduct} in lower case
   */
  public UsbSource(Tree tree, List<String> expected) {
    this.tree = tree;
    this.expected = expected;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.USB_DEVICES;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public boolean looksForAnything() {
    return !expected.isEmpty();
  }

  /** One for each that is expected, attached or not. */
  @Override
  public List<UsbDevice> read() throws DeviceException {
    if (expected.isEmpty()) {
      return List.of();
    }
    Attached attached = attached();
    return expected.stream().map(id -> device(id, attached)).toList();
  }

  /**
   * What is plugged in.
   *
   * @param ids of all devices
   * @param unread why one of them does not tell what it is, if there is such a one
   */
  private record Attached(List<String> ids, Optional<FileText.Unread> unread) {}

  /** One that does not tell its id may be the one that is not found: nobody knows. */
  private UsbDevice device(String id, Attached attached) {
    long count = attached.ids().stream().filter(id::equals).count();
    Measured known = Measured.of((double) count);
    return new UsbDevice(
        id,
        lookedIn(),
        count > 0 ? known : attached.unread().map(FileText.Unread::measured).orElse(known));
  }

  /** Interfaces of a device are listed beside it, as {@code 1-1:1.0}, and have no ids. */
  private Attached attached() throws DeviceException {
    List<String> ids = new ArrayList<>();
    Optional<FileText.Unread> unread = Optional.empty();
    for (String name : tree.names(lookedIn())) {
      if (name.indexOf(':') < 0) {
        String folder = lookedIn() + "/" + name;
        FileText vendor = files.attribute(folder, "idVendor");
        FileText product = files.attribute(folder, "idProduct");
        ids.add((vendor.or("") + ":" + product.or("")).toLowerCase(Locale.ROOT));
        unread = unread.or(() -> refused(vendor)).or(() -> refused(product));
      }
    }
    return new Attached(ids, unread);
  }

  /** A device that is being unplugged just now is not attached. */
  private static Optional<FileText.Unread> refused(FileText id) {
    return id instanceof FileText.Unread unread
            && !unread.missing()
            && !Errno.saysAbsent(unread.errno())
        ? Optional.of(unread)
        : Optional.empty();
  }
}
