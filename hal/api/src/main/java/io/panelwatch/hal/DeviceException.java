package io.panelwatch.hal;

import java.io.IOException;

/**
 * A device refused a call. Keeps what the kernel said, so that a fault report can say it too.
 *
 * <p>{@link #errno()} is the number of errno(3), or 0 where the failure was none of the kernel's.
 */
public class DeviceException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int errno;
  private final String call;
  private final String path;

  /**
   * @param errno the kernel's error number, or 0
   * @param call the call that failed, as the field names it: {@code open}, {@code ioctl
   *     SPI_IOC_MESSAGE}
   * @param path the device or file
   * @param message one sentence: what failed and what can be done about it
   */
  public DeviceException(int errno, String call, String path, String message) {
    super(message);
    this.errno = errno;
    this.call = call;
    this.path = path;
  }

  /** The kernel's error number, or 0 where the failure was none of the kernel's. */
  public int errno() {
    return errno;
  }

  /** The call that failed. */
  public String call() {
    return call;
  }

  /** The device or file that refused. */
  public String path() {
    return path;
  }
}
