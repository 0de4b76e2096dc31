package io.panelwatch.hal.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens SPI devices through Pi4J's {@code linuxfs} provider.
 *
 * <pre>{@code
 * try (SpiDevice panel = Pi4jSpi.open("/dev/spidev0.0", 32_000_000)) {
 *   panel.write(bytes);
 * }
 * }</pre>
 *
 * <p>Each device has a Pi4J context of its own with that provider and nothing else: no search for
 * plugins, no shutdown hook. The context ends with the device.
 */
public final class Pi4jSpi {

  /** The buses and chip selects that Pi4J has names for. */
  private static final Pattern DEVICE = Pattern.compile("/dev/spidev([0-6])\\.([0-9]|10)");

  private static final Path BUFFER_SIZE = Path.of("/sys/module/spidev/parameters/bufsiz");
  private static final int DEFAULT_BUFFER_SIZE = 4096; // bufsiz of drivers/spi/spidev.c

  private Pi4jSpi() {}

  /**
   * Opens a device in SPI mode 0, eight bits a word, most significant bit first.
   *
   * @param device {@code /dev/spidevB.C}: bus B of 0 to 6, chip select C of 0 to 10
   * @param clockHz the clock to transfer with, in hertz; the controller may round it down
   * @return not thread-safe; whoever opened it closes it
   * @throws DeviceException when there is no such device, or it may not be opened or set up; errno
   *     is 0, because Pi4J keeps it to itself
   */
  public static SpiDevice open(String device, int clockHz) throws DeviceException {
    Matcher address = address(device);
    Context context =
        Pi4J.newContextBuilder()
            .noAutoDetect()
            .noAutoInject()
            .disableShutdownHook()
            .add(LinuxFsSpiProvider.newInstance())
            .build();
    try {
      SpiProvider provider = context.provider(LinuxFsSpiProvider.ID, SpiProvider.class);
      Spi spi = provider.create(config(context, address, clockHz));
      return new Pi4jSpiDevice(device, clockHz, bufferSize(BUFFER_SIZE), spi, context::shutdown);
    } catch (RuntimeException e) {
      context.shutdown();
      throw notOpened(device, e);
    }
  }

  /** {@code spidev.bufsiz}, or what the driver has where it does not say. */
  static int bufferSize(Path parameter) {
    try {
      return Math.max(1, Integer.parseInt(Files.readString(parameter).strip()));
    } catch (IOException | NumberFormatException notTold) {
      // Built into the kernel, spidev shows no parameter: then it has its default.
      return DEFAULT_BUFFER_SIZE;
    }
  }

  private static Matcher address(String device) throws DeviceException {
    Matcher address = DEVICE.matcher(device);
    if (!address.matches()) {
      throw new DeviceException(
          0,
          "open",
          device,
          device + " is no SPI device that Pi4J can open: name one from /dev/spidev0.0 on");
    }
    return address;
  }

  private static SpiConfig config(Context context, Matcher address, int clockHz) {
    return Spi.newConfigBuilder(context)
        .id(address.group())
        .bus(SpiBus.getByNumber(Integer.parseInt(address.group(1))))
        .address(Integer.parseInt(address.group(2))) // what linuxfs makes the device's name of
        .mode(SpiMode.MODE_0)
        .baud(clockHz)
        .build();
  }

  private static DeviceException notOpened(String device, RuntimeException cause) {
    var refusal =
        new DeviceException(
            0,
            "open",
            device,
            device + " cannot be opened: is SPI enabled, and is this user in the group spi?");
    refusal.initCause(cause);
    return refusal;
  }
}
