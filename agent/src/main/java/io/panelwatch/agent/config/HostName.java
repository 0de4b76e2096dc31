package io.panelwatch.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinylog.Logger;

/** What this machine calls itself; the default of a device's id. */
public final class HostName {

  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /**
   * The kernel's word for it, without asking a name server, which may be slow or away; {@code
   * panelwatch} where the kernel does not say.
   */
  public static String read() {
    try {
      return Files.readString(KERNEL).strip();
    } catch (IOException e) {
      Logger.debug("no host name in {}: {}", KERNEL, e.getMessage());
      return "panelwatch";
    }
  }
}
