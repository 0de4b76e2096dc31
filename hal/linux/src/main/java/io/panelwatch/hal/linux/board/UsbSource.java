package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.UsbDevice;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Locale;

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

  /** One for each that is expected, attached or not. */
  @Override
  public List<UsbDevice> read() throws DeviceException {
    if (expected.isEmpty()) {
      return List.of();
    }
    List<String> attached = attached();
    return expected.stream().map(id -> device(id, attached)).toList();
  }

  private UsbDevice device(String id, List<String> attached) {
    long count = attached.stream().filter(id::equals).count();
    return new UsbDevice(id, lookedIn(), Measured.of((double) count));
  }

  /** Interfaces of a device are listed beside it, as {@code 1-1:1.0}, and have no ids. */
  private List<String> attached() throws DeviceException {
    return tree.names(lookedIn()).stream()
        .filter(name -> name.indexOf(':') < 0)
        .map(name -> lookedIn() + "/" + name)
        .map(folder -> id(folder, "idVendor") + ":" + id(folder, "idProduct"))
        .toList();
  }

  /** Empty where the device is being unplugged just now: then it is not attached. */
  private String id(String folder, String name) {
    return files.attribute(folder, name).or("").toLowerCase(Locale.ROOT);
  }
}
